package uk.linkage.bloom.search;

import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;

/**
 * What is asked of pairs.
 *
 * @param within whether both tables are one, and each pair of its rows is wanted once, the lower row on the left
 * @param each how many pairs are wanted of a left row, the most similar
 */
record Terms(
        EncodingTable left, EncodingTable right, Similarity similarity, double threshold, boolean within, int each) {

    /** All pairs of the left rows. */
    Terms(EncodingTable left, EncodingTable right, Similarity similarity, double threshold, boolean within) {
        this(left, right, similarity, threshold, within, Integer.MAX_VALUE);
    }

    boolean areOfAll() {
        return each == Integer.MAX_VALUE;
    }

    /** By the definition. */
    boolean hold(int leftRow, int rightRow, int differing) {
        return similarity(leftRow, rightRow, differing) >= threshold && (!within || leftRow < rightRow);
    }

    double similarity(int leftRow, int rightRow, int differing) {
        int a = left.count(leftRow);
        int b = right.count(rightRow);
        return similarity.of((a + b - differing) / 2, a, b, left.bits());
    }

    /** How many bits a row with {@code a} set must share with any row of a run, to be as similar as {@code floor}. */
    int need(double floor, int a, Run run) {
        return similarity.fewestShared(floor, a, run.fewest(), left.bits());
    }

    /** Whether a row with {@code a} bits set is too poor or too rich for every row of a run. */
    boolean areHopeless(int a, Run run) {
        return need(threshold, a, run) > Math.min(a, run.most());
    }
}
