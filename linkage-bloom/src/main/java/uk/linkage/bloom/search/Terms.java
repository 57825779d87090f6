package uk.linkage.bloom.search;

import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;

/**
 * What is asked of pairs.
 *
 * @param within whether both tables are one, and each pair of its rows is wanted once, the lower row on the left
 */
record Terms(EncodingTable left, EncodingTable right, Similarity similarity, double threshold, boolean within) {

    /** By the definition. */
    boolean hold(int leftRow, int rightRow, int differing) {
        int a = left.count(leftRow);
        int b = right.count(rightRow);
        return similarity.of((a + b - differing) / 2, a, b, left.bits()) >= threshold
                && (!within || leftRow < rightRow);
    }

    /** How many bits a row with {@code a} set must share with any row of a run. */
    int need(int a, Run run) {
        return similarity.fewestShared(threshold, a, run.fewest(), left.bits());
    }

    /** Whether a row with {@code a} bits set is too poor or too rich for every row of a run. */
    boolean areHopeless(int a, Run run) {
        return need(a, run) > Math.min(a, run.most());
    }
}
