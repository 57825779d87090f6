package uk.linkage.agreement;

import java.util.List;

/**
 * A part of a person that can agree or differ on its own: forename, surname, birth, place. No view covers one
 * component alone, but views overlap so that the hub can tell, for two near records, which component differs.
 *
 * @param name what the hub calls it
 * @param features the fields in it and how each becomes bits
 * @param levels from most to least alike; the last has no bound
 */
public record Component(String name, List<Feature> features, List<Level> levels) {
    /** Copies the lists. */
    public Component {
        features = List.copyOf(features);
        levels = List.copyOf(levels);
    }

    /**
     * A field as tokens.
     *
     * @param field the field's name
     * @param tokens how it becomes tokens
     * @param budget how many filter bits its tokens set
     */
    public record Feature(String field, Tokens tokens, Budget budget) {
        /** A feature whose every token sets so many bits. */
        public Feature(String field, Tokens tokens, int positions) {
            this(field, tokens, new Budget.PerToken(positions));
        }
    }

    /**
     * A comparison level.
     *
     * @param name such as {@code same}
     * @param upTo the most filter bits that may differ; of the last level {@link #UNBOUNDED}
     * @param m the prior chance of this level among records of one person
     */
    public record Level(String name, double upTo, double m) {
        /** The bound of a component's last level. */
        public static final double UNBOUNDED = Double.POSITIVE_INFINITY;

        /** Whether this is a last level. */
        public boolean unbounded() {
            return upTo == UNBOUNDED;
        }
    }
}
