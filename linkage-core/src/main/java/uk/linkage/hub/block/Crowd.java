package uk.linkage.hub.block;

import java.util.Arrays;

/**
 * Records that all have one token, too many for every pair of them to be looked at.
 *
 * @param leftRows ascending
 * @param rightRows ascending
 */
record Crowd(int[] leftRows, int[] rightRows) {

    long pairs() {
        return (long) leftRows.length * rightRows.length;
    }

    /** Whether both rows are among them. */
    boolean holds(int left, int right) {
        return Arrays.binarySearch(leftRows, left) >= 0 && Arrays.binarySearch(rightRows, right) >= 0;
    }
}
