package uk.linkage.audit.learn;

import java.util.Arrays;

/** Where the right candidate stands among all: 1 is first, and a tie is lost. */
public final class Ranks {
    private Ranks() {}

    /** @param scores a row for each code, whose right candidate has the number of the row */
    public static int[] of(float[][] scores) {
        int[] ranks = new int[scores.length];
        for (int code = 0; code < scores.length; code++) {
            float right = scores[code][code];
            for (float score : scores[code]) {
                ranks[code] += score >= right ? 1 : 0;
            }
        }
        return ranks;
    }

    /** The share that stands among the first {@code places}. */
    public static double within(int places, int[] ranks) {
        return Arrays.stream(ranks).filter(rank -> rank <= places).count() / (double) ranks.length;
    }
}
