package uk.linkage.agreement;

import java.util.List;

/**
 * A part of a person that can agree or differ on its own: forename, surname, birth, place. No view covers one
 * component alone, but views overlap so that the hub can tell, for two near records, which component differs.
 *
 * @param name what the hub calls it
 * @param features the fields in it and how each becomes bits
 */
public record Component(String name, List<Feature> features) {
    /** Copies the list. */
    public Component {
        features = List.copyOf(features);
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
}
