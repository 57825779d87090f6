package uk.linkage.agreement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.linkage.agreement.Component.Feature;
import uk.linkage.agreement.Component.Level;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Encode.View;

/**
 * What makes an agreement safe and workable beyond its form. The main rule: whatever is given away must be nearly unique
 * to a person, because equal codes of a common value show its frequency whatever the hardening. Among the 15 million
 * people of the north of England that takes {@value #LEAST_BITS} bits.
 */
final class Soundness {
    /** Binary logarithm of 15 million, rounded up. */
    static final int LEAST_BITS = 24;

    private static final int MOST_COMPONENTS = 8;
    private static final int MOST_COMPARISONS = 16;
    private static final int MOST_RULES = 31;
    private static final double SUM_TOLERANCE = 0.0005;

    private final Agreement agreement;
    private final Faults faults;

    private Soundness(Agreement agreement, Faults faults) {
        this.agreement = agreement;
        this.faults = faults;
    }

    /** Whether a view of these fields is nearly unique to a person. */
    static boolean nearlyUnique(Stream<FieldKind> kinds) {
        return kinds.mapToDouble(Soundness::bits).sum() >= LEAST_BITS;
    }

    static void check(Agreement agreement, Faults faults) {
        Soundness soundness = new Soundness(agreement, faults);
        soundness.names();
        soundness.references();
        if (faults.none()) {
            soundness.keys();
            soundness.features();
            soundness.components();
            soundness.views();
            Salts.check(agreement, faults);
        }
    }

    private void names() {
        unique("fields", agreement.fields(), Field::name);
        unique("keys", agreement.keys(), MatchKey::name);
        unique("components", agreement.components(), Component::name);
        unique("views", agreement.views(), View::name);
        faults.unless(!agreement.views().isEmpty(), "views", "must not be empty");
        faults.unless(agreement.fields().size() <= 32, "fields", "must be at most 32");
        faults.unless(agreement.components().size() <= MOST_COMPONENTS, "components", "must be at most 8");
        faults.unless(
                comparisons() <= MOST_COMPARISONS, "keys", "must have fewer identifiers: 16 comparisons are the most");
        faults.unless(
                agreement.keys().size() + agreement.views().size() <= MOST_RULES,
                "views",
                "must be at most 31 together with keys");
    }

    private long comparisons() {
        return agreement.components().size()
                + agreement.keys().stream().filter(MatchKey::identifier).count();
    }

    private <T> void unique(String place, List<T> items, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        items.forEach(item -> faults.unless(seen.add(name.apply(item)), place, "holds " + name.apply(item) + " twice"));
    }

    private void references() {
        Set<String> fields = new HashSet<>();
        agreement.fields().forEach(f -> fields.add(f.name()));
        Set<String> components = new HashSet<>();
        agreement.components().forEach(c -> components.add(c.name()));
        agreement.keys().forEach(k -> k.parts().forEach(p -> known(p.fields(), fields, "keys." + k.name(), "field")));
        agreement
                .components()
                .forEach(c -> c.features()
                        .forEach(f -> known(List.of(f.field()), fields, "components." + c.name(), "field")));
        agreement.views().forEach(v -> known(v.components(), components, "views." + v.name(), "component"));
        agreement
                .views()
                .forEach(v -> v.salt().ifPresent(s -> known(List.of(s.field()), fields, "views." + v.name(), "field")));
    }

    private void known(List<String> names, Set<String> known, String place, String what) {
        names.forEach(name -> faults.unless(known.contains(name), place, "names no known " + what + ": " + name));
    }

    private void keys() {
        for (MatchKey key : agreement.keys()) {
            String place = "keys." + key.name();
            key.parts().forEach(part -> fits(part, place));
            double bits = bits(key);
            faults.unless(bits >= LEAST_BITS, place, tooCommon(bits));
        }
    }

    private void fits(Part part, String place) {
        faults.unless(!part.fields().isEmpty(), place, "has a part without a field");
        faults.unless(
                part.form() == KeyForm.SORTED_LETTERS || part.fields().size() == 1,
                place,
                part.form().label() + " takes one field");
        faults.unless(
                part.form() == KeyForm.WHOLE || part.fields().stream().allMatch(this::isName),
                place,
                part.form().label() + " takes a forename or surname");
    }

    private boolean isName(String field) {
        FieldKind kind = agreement.field(field).kind();
        return kind == FieldKind.FORENAME || kind == FieldKind.SURNAME;
    }

    private void features() {
        Set<String> seen = new HashSet<>();
        for (Component component : agreement.components()) {
            String place = "components." + component.name();
            for (Feature feature : component.features()) {
                String use = feature.tokens().label() + " of " + feature.field();
                faults.unless(seen.add(use), place, "takes " + use + ", which is taken before");
                faults.unless(fits(feature), place, "cannot take " + use);
                faults.unless(
                        !feature.tokens().coarse() || takesMore(component, feature.field()),
                        place,
                        "takes " + use + " alone, which is too coarse; take finer tokens of it too");
                faults.unless(
                        feature.budget().amount() <= agreement.filter().bits(),
                        place,
                        "must not set more bits with " + use + " than the filter has");
            }
        }
    }

    private static boolean takesMore(Component component, String field) {
        return component.features().stream()
                .anyMatch(f -> f.field().equals(field) && !f.tokens().coarse());
    }

    private boolean fits(Feature feature) {
        return feature.tokens().takes(agreement.field(feature.field()).kind());
    }

    private void components() {
        for (Component component : agreement.components()) {
            String place = "components." + component.name();
            List<Level> levels = component.levels();
            faults.unless(!component.features().isEmpty(), place, "must have a feature");
            faults.unless(levels.size() >= 2 && levels.size() <= 8, place, "must have 2 to 8 levels");
            for (int i = 0; i < levels.size(); i++) {
                boolean last = i == levels.size() - 1;
                faults.unless(levels.get(i).unbounded() == last, place, "must have up_to on every level but the last");
                faults.unless(
                        i == 0 || levels.get(i).upTo() > levels.get(i - 1).upTo(), place, "must have rising up_to");
            }
            unique(place, levels, Level::name);
            double sum = levels.stream().mapToDouble(Level::m).sum();
            faults.unless(Math.abs(sum - 1) < SUM_TOLERANCE, place, "must have m that sum to 1");
        }
    }

    private void views() {
        for (View view : agreement.views()) {
            unique("views." + view.name(), view.components(), Function.identity());
            double bits = view.components().stream()
                    .flatMap(name -> agreement.component(name).features().stream())
                    .map(Feature::field)
                    .distinct()
                    .mapToDouble(field -> bits(agreement.field(field).kind()))
                    .sum();
            faults.unless(bits >= LEAST_BITS, "views." + view.name(), tooCommon(bits));
        }
        faults.unless(
                new ViewDesign(agreement).tellsComponentsApart(),
                "views",
                "do not tell the components apart: some component is in none, or some only ever together");
    }

    private static String tooCommon(double bits) {
        return "is shared by too many people (about " + Math.round(bits) + " bits, at least " + LEAST_BITS
                + " are needed): its frequency would give it away; cover more fields";
    }

    /** A field in several parts counts once, in its most telling form. */
    private double bits(MatchKey key) {
        Map<String, Double> byField = new HashMap<>();
        key.parts().forEach(part -> part.fields().forEach(f -> byField.merge(f, bits(part.form(), f), Math::max)));
        return byField.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private double bits(KeyForm form, String field) {
        double full = bits(agreement.field(field).kind());
        return switch (form) {
            case WHOLE, SORTED_LETTERS -> full;
            case CANONICAL -> full - 1;
            case SOUNDEX -> full - 2;
            case INITIAL -> 4;
        };
    }

    /** Roughly the entropy of a field over a population, in bits. */
    static double bits(FieldKind kind) {
        return switch (kind) {
            case NHS_NUMBER, CHI_NUMBER, IDENTIFIER -> 30;
            case POSTCODE -> 16;
            case BIRTH_DATE -> 14;
            case TEXT, CODE, SURNAME -> 10;
            case FORENAME, MIDDLE_NAME -> 8;
            case SEX -> 1;
        };
    }
}
