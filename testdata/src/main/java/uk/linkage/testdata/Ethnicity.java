package uk.linkage.testdata;

/**
 * The ethnic group someone states, in the five of the 2021 Census: it goes with where names come from, but does not follow from it.
 *
 * <p>How many of a hundred of each heritage state what is our judgement; the rest of those of British names are the families of whom
 * the names say nothing.
 */
enum Ethnicity {
    ASIAN("Asian"),
    BLACK("Black"),
    MIXED("Mixed"),
    WHITE("White"),
    OTHER("Other");

    private final String words;

    Ethnicity(String words) {
        this.words = words;
    }

    static Ethnicity draw(Heritage heritage, SplitMix64 dice) {
        int[] ofHundred = ofHundred(heritage);
        int point = dice.below(100);
        for (Ethnicity ethnicity : values()) {
            point -= ofHundred[ethnicity.ordinal()];
            if (point < 0) {
                return ethnicity;
            }
        }
        throw new IllegalStateException("the ethnic groups of a heritage must add up to 100");
    }

    private static int[] ofHundred(Heritage heritage) {
        return switch (heritage) {
            case BRITISH -> new int[] {1, 2, 2, 94, 1};
            case IRISH -> new int[] {0, 1, 2, 96, 1};
            case PAKISTANI -> new int[] {96, 0, 3, 0, 1};
            case INDIAN -> new int[] {95, 0, 3, 0, 2};
            case POLISH -> new int[] {0, 0, 1, 98, 1};
            case CHINESE -> new int[] {94, 0, 4, 0, 2};
            case AFRICAN -> new int[] {0, 93, 5, 0, 2};
            case ARABIC -> new int[] {9, 6, 5, 10, 70};
        };
    }

    /** As the labels write it. */
    String words() {
        return words;
    }
}
