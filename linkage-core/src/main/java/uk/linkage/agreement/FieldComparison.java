package uk.linkage.agreement;

import java.util.List;
import java.util.Set;

/**
 * How a field of two records can compare. What the hub sees of it is which match keys agree and how far apart codes are,
 * so a level says both: the forms of the field that are then equal, and how many filter bits then differ.
 *
 * @param field the field's name
 * @param levels from most to least alike: the first is that of equal values
 */
public record FieldComparison(String field, List<Level> levels) {
    /** Copies the levels. */
    public FieldComparison {
        levels = List.copyOf(levels);
    }

    /**
     * A comparison level.
     *
     * @param name such as {@code same}
     * @param agrees the forms of the field that are equal at this level; all others differ
     * @param from the fewest filter bits in which the field then differs
     * @param upTo the most
     * @param m the prior chance of this level among records of one person
     */
    public record Level(String name, Set<KeyForm> agrees, double from, double upTo, double m) {
        /** Copies the forms. */
        public Level {
            agrees = Set.copyOf(agrees);
        }
    }
}
