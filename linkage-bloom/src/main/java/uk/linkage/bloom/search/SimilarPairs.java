package uk.linkage.bloom.search;

import java.util.Arrays;

/** Pairs of rows found similar, in columns: left row, right row, differing bits. Grown by a search; one thread. */
public final class SimilarPairs {
    private int size;
    private long passedOver;
    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private int[] differing = new int[1024];

    void add(int leftRow, int rightRow, int differingBits) {
        if (size == left.length) {
            grow();
        }
        left[size] = leftRow;
        right[size] = rightRow;
        differing[size++] = differingBits;
    }

    void passOver(long pairs) {
        passedOver += pairs;
    }

    /** How many pairs. */
    public int size() {
        return size;
    }

    /** Comparisons not made because too many rows met in one place: 0 unless the data are badly skewed. */
    public long passedOver() {
        return passedOver;
    }

    /** Row of pair {@code i} in the left table. */
    public int left(int i) {
        return left[i];
    }

    /** Row of pair {@code i} in the right table. */
    public int right(int i) {
        return right[i];
    }

    /** Bits in which pair {@code i} differs. */
    public int differing(int i) {
        return differing[i];
    }

    private void grow() {
        left = Arrays.copyOf(left, size * 2);
        right = Arrays.copyOf(right, size * 2);
        differing = Arrays.copyOf(differing, size * 2);
    }
}
