package uk.linkage.hub.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldComparison;
import uk.linkage.agreement.FieldComparison.Level;
import uk.linkage.agreement.KeyForm;
import uk.linkage.agreement.Places;

/**
 * One thing that is compared, and its levels. Level 0 is {@code missing}; level 1 is the most alike.
 *
 * @param name of the field, of the names that may be swapped, or of the match key
 * @param role what it says of a person
 * @param levels names, {@code missing} first
 * @param m prior chances of levels 1 and up among records of one person, summing to 1
 * @param u prior chances of levels 1 and up among candidates of two people, summing to 1
 */
public record Comparison(String name, Role role, List<String> levels, List<Double> m, List<Double> u) {
    /** The level of a comparison in which either record has no value. */
    public static final int MISSING = 0;

    private static final List<Double> NUMBER_M = List.of(0.99, 0.01);
    private static final List<Double> NUMBER_U = List.of(0.001, 0.999);
    private static final List<Double> SWAPPED_M = List.of(0.02, 0.98);
    private static final List<Double> SWAPPED_U = List.of(0.001, 0.999);
    private static final double SAME_BY_CHANCE = 0.1;
    private static final double DIFFERENT = 0.5;

    /** What a comparison says of a person: households share surname and place, namesakes their names. */
    public enum Role {
        FORENAME,
        SURNAME,
        BIRTH,
        PLACE,
        /** Whether forename and surname stand in each other's place. */
        SWAP,
        /** A number that belongs to one person. */
        NUMBER,
        OTHER
    }

    /** Copies the lists. */
    public Comparison {
        levels = List.copyOf(levels);
        m = List.copyOf(m);
        u = List.copyOf(u);
    }

    /** The comparisons of an agreement: its fields, names that may be swapped, then its identifiers. */
    public static List<Comparison> of(Agreement agreement) {
        List<Comparison> comparisons = new ArrayList<>();
        agreement.comparisons().forEach(c -> comparisons.add(of(c, agreement.field(c.field()))));
        swappable(agreement).forEach(part -> comparisons.add(swapped(part)));
        agreement.keys().stream().filter(MatchKey::identifier).forEach(key -> comparisons.add(number(key)));
        return comparisons;
    }

    /** The sets of names whose letters are a part of some match key. */
    static List<Part> swappable(Agreement agreement) {
        return agreement.keys().stream()
                .flatMap(key -> key.parts().stream())
                .filter(part ->
                        part.form() == KeyForm.SORTED_LETTERS && part.fields().size() > 1)
                .distinct()
                .toList();
    }

    private static Comparison of(FieldComparison comparison, Field field) {
        List<Double> m = comparison.levels().stream().map(Level::m).toList();
        return new Comparison(field.name(), role(field), names(comparison), m, chanceOfStrangers(m.size()));
    }

    private static List<String> names(FieldComparison comparison) {
        List<String> names = new ArrayList<>(List.of("missing"));
        comparison.levels().forEach(level -> names.add(level.name()));
        return names;
    }

    private static Role role(Field field) {
        return switch (field.kind()) {
            case FORENAME -> Role.FORENAME;
            case SURNAME -> Role.SURNAME;
            case BIRTH_DATE -> Role.BIRTH;
            default -> Places.isPlace(field) ? Role.PLACE : Role.OTHER;
        };
    }

    /** Candidates of two people are the same in a field one time in ten and wholly different half of the time. */
    private static List<Double> chanceOfStrangers(int levels) {
        double[] u = new double[levels];
        Arrays.fill(u, (1 - SAME_BY_CHANCE - DIFFERENT) / Math.max(1, levels - 2));
        u[0] = levels == 2 ? 1 - DIFFERENT : SAME_BY_CHANCE;
        u[levels - 1] = DIFFERENT;
        return DoubleStream.of(u).boxed().toList();
    }

    private static Comparison swapped(Part part) {
        String name = String.join(" and ", part.fields()) + " swapped";
        return new Comparison(name, Role.SWAP, List.of("missing", "swapped", "not"), SWAPPED_M, SWAPPED_U);
    }

    private static Comparison number(MatchKey key) {
        return new Comparison(key.name(), Role.NUMBER, List.of("missing", "same", "different"), NUMBER_M, NUMBER_U);
    }
}
