package uk.linkage.audit.learn;

/** Candidates by what a code says of each trait on its own: a candidate's score is the sum over its traits. */
final class TraitScores {
    private TraitScores() {}

    /** @param odds for each code, the log odds that each trait gets from it: what presence adds to a candidate's score */
    static float[][] of(float[][] odds, int[][] candidates) {
        float[][] scores = new float[odds.length][candidates.length];
        for (int code = 0; code < odds.length; code++) {
            for (int candidate = 0; candidate < candidates.length; candidate++) {
                scores[code][candidate] = sum(odds[code], candidates[candidate]);
            }
        }
        return scores;
    }

    private static float sum(float[] odds, int[] traits) {
        float sum = 0;
        for (int trait : traits) {
            sum += odds[trait];
        }
        return sum;
    }
}
