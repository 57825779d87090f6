package uk.linkage.agreement;

import java.util.Map;

/**
 * How each part of a name sounds: one token a part, and none of a part with a letter outside A-Z.
 *
 * @param algorithm by whose rules
 */
public record Phonetic(Algorithm algorithm) implements Tokens {
    @Override
    public String kind() {
        return "phonetic";
    }

    @Override
    public boolean takes(FieldKind field) {
        return field.isName();
    }

    @Override
    public boolean coarse() {
        return true;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("algorithm", algorithm.label());
    }

    @Override
    public String label() {
        return TokensJson.label(this);
    }

    /** A phonetic code. */
    public enum Algorithm {
        /** Russell and Odell's of 1918: section 8 of the format. */
        SOUNDEX("soundex"),
        /** Of the New York State Identification and Intelligence System (Taft 1970), six letters at most. */
        NYSIIS("nysiis");

        private final String label;

        Algorithm(String label) {
            this.label = label;
        }

        /** The name in the agreement file. */
        public String label() {
            return label;
        }
    }
}
