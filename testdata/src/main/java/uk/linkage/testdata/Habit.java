package uk.linkage.testdata;

/**
 * How entries come about at a provider, and so which slips are made there: out of a hundred, a neighbouring key, two letters
 * transposed, one left out, one struck twice, a sound written otherwise; the rest are shapes read otherwise (O for 0, RN for M).
 *
 * <p>SOURCE: the kinds are those of GeCo (Tran, Vatsalan and Christen, CIKM 2013); the shares are ours.
 */
enum Habit {
    /** Typed at a desk from a paper or a card. */
    KEYED(38, 22, 20, 10, 6),
    /** Taken down by ear, in a call or at a door. */
    HEARD(22, 12, 16, 6, 42),
    /** Read by a machine or a tired eye from somebody's handwriting. */
    SCANNED(12, 8, 20, 4, 8);

    private final int[] upTo;

    Habit(int neighbour, int transposed, int leftOut, int twice, int sound) {
        upTo = new int[] {
            neighbour,
            neighbour + transposed,
            neighbour + transposed + leftOut,
            neighbour + transposed + leftOut + twice,
            neighbour + transposed + leftOut + twice + sound
        };
    }

    /** From 0, a neighbouring key, to 5, a shape. */
    int kind(SplitMix64 dice) {
        int point = dice.below(100);
        int kind = 0;
        while (kind < upTo.length && point >= upTo[kind]) {
            kind++;
        }
        return kind;
    }
}
