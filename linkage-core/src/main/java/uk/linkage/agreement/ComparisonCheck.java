package uk.linkage.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.FieldComparison.Level;

/**
 * Whether the hub can make comparison levels out of what it sees: every field that views cover has levels, and they say of
 * every form that a match key takes of it where it agrees.
 */
final class ComparisonCheck {
    /** A joint level is four bits for each comparison in a {@code long}. */
    private static final int MOST_COMPARISONS = 16;

    private static final int MOST_LEVELS = 15;
    private static final double SUM_TOLERANCE = 0.0005;

    private final Agreement agreement;
    private final Faults faults;
    private final Set<String> compared;

    private ComparisonCheck(Agreement agreement, Faults faults) {
        this.agreement = agreement;
        this.faults = faults;
        this.compared =
                agreement.comparisons().stream().map(FieldComparison::field).collect(Collectors.toSet());
    }

    /** Where all names that are referred to are there. */
    static void check(Agreement agreement, Faults faults) {
        ComparisonCheck check = new ComparisonCheck(agreement, faults);
        check.fields();
        check.count();
        agreement.comparisons().forEach(check::levels);
        agreement.keys().stream().filter(key -> !key.identifier()).forEach(check::key);
    }

    /** Each field of a component compares in one way, and no other field does. */
    private void fields() {
        Set<String> seen = new HashSet<>();
        agreement
                .comparisons()
                .forEach(c -> faults.unless(seen.add(c.field()), "comparisons", "holds " + c.field() + " twice"));
        Set<String> encoded = agreement.components().stream()
                .flatMap(component -> component.features().stream())
                .map(Feature::field)
                .collect(Collectors.toSet());
        only(encoded, compared, "must hold ");
        only(compared, encoded, "must not hold ");
    }

    private void only(Set<String> names, Set<String> among, String rule) {
        names.stream()
                .filter(name -> !among.contains(name))
                .sorted()
                .forEach(name -> faults.add("comparisons", rule + name));
    }

    /** Fields, sets of names that may be swapped, and identifiers are all compared. */
    private void count() {
        long swappable = parts().filter(ComparisonCheck::isSwappable).distinct().count();
        long identifiers =
                agreement.keys().stream().filter(MatchKey::identifier).count();
        faults.unless(
                agreement.comparisons().size() + swappable + identifiers <= MOST_COMPARISONS,
                "comparisons",
                "must be at most 16 together with identifiers and sets of names in sorted-letters");
    }

    private Stream<Part> parts() {
        return agreement.keys().stream().flatMap(key -> key.parts().stream());
    }

    private static boolean isSwappable(Part part) {
        return part.form() == KeyForm.SORTED_LETTERS && part.fields().size() > 1;
    }

    private void levels(FieldComparison comparison) {
        String place = place(comparison.field());
        List<Level> levels = comparison.levels();
        faults.unless(levels.size() >= 2 && levels.size() <= MOST_LEVELS, place, "must have 2 to 15 levels");
        Set<String> names = new HashSet<>();
        for (Level level : levels) {
            faults.unless(names.add(level.name()), place, "holds " + level.name() + " twice");
            faults.unless(level.from() <= level.upTo(), place, "must have from not above up_to");
            level.agrees().stream().sorted().forEach(form -> fits(form, comparison.field()));
        }
        double sum = levels.stream().mapToDouble(Level::m).sum();
        faults.unless(Math.abs(sum - 1) < SUM_TOLERANCE, place, "must have m that sum to 1");
    }

    private void fits(KeyForm form, String field) {
        FieldKind kind = agreement.field(field).kind();
        faults.unless(form.takes(kind), place(field), "cannot agree in " + form.label() + " of a " + kind.label());
    }

    /** What a key says of a field that is not compared, or of a form that no level knows, would speak against the rest. */
    private void key(MatchKey key) {
        for (Part part : key.parts()) {
            part.fields().stream().distinct().forEach(field -> known(part.form(), field, "keys." + key.name()));
        }
    }

    private void known(KeyForm form, String field, String place) {
        faults.unless(compared.contains(field), place, "takes " + field + ", which is not compared");
        agreement.comparisons().stream()
                .filter(c -> c.field().equals(field) && !c.levels().isEmpty())
                .forEach(c -> faults.unless(
                        c.levels().get(0).agrees().contains(form),
                        place,
                        "takes " + form.label() + " of " + field + ", in which its first level does not agree"));
    }

    private static String place(String field) {
        return "comparisons." + field;
    }
}
