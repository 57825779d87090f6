package uk.linkage.hub.compare;

import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.agreement.Encode.MatchKey;

/**
 * One thing that is compared, and its levels. Level 0 is {@code missing}; level 1 is the most alike.
 *
 * @param name of the component or match key
 * @param levels names, {@code missing} first
 * @param m prior chances of levels 1 and up among records of one person, summing to 1
 */
public record Comparison(String name, List<String> levels, List<Double> m) {
    /** The level of a comparison in which either record has no value. */
    public static final int MISSING = 0;

    /** Copies the lists. */
    public Comparison {
        levels = List.copyOf(levels);
        m = List.copyOf(m);
    }

    /** The comparisons of an agreement: its components, then its identifiers. */
    public static List<Comparison> of(Agreement agreement) {
        List<Comparison> comparisons = new ArrayList<>();
        agreement.components().forEach(component -> comparisons.add(of(component)));
        agreement.keys().stream().filter(MatchKey::identifier).forEach(key -> comparisons.add(of(key)));
        return comparisons;
    }

    private static Comparison of(Component component) {
        List<String> levels = new ArrayList<>(List.of("missing"));
        component.levels().forEach(level -> levels.add(level.name()));
        return new Comparison(
                component.name(),
                levels,
                component.levels().stream().map(Component.Level::m).toList());
    }

    private static Comparison of(MatchKey key) {
        return new Comparison(key.name(), List.of("missing", "same", "different"), List.of(0.99, 0.01));
    }
}
