package uk.linkage.bloom.search;

import java.util.Arrays;

/**
 * Pairs of rows found similar, in columns: left row, right row, differing bits. Twelve bytes a pair, in pieces, so that
 * growing copies nothing. Grown by a search; one thread.
 */
public final class SimilarPairs {
    /** The most pairs that are collected: 1.5 GiB. A search that may find more hands them over one by one. */
    public static final int MOST = 1 << 27;

    private static final int PIECE_BITS = 14;
    private static final int PIECE = 1 << PIECE_BITS;

    private int size;
    private long passedOver;
    private int[][] left = new int[4][];
    private int[][] right = new int[4][];
    private int[][] differing = new int[4][];

    void add(int leftRow, int rightRow, int differingBits) {
        int piece = size >>> PIECE_BITS;
        int at = size & PIECE - 1;
        if (at == 0) {
            grow(piece);
        }
        left[piece][at] = leftRow;
        right[piece][at] = rightRow;
        differing[piece][at] = differingBits;
        size++;
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
        return left[i >>> PIECE_BITS][i & PIECE - 1];
    }

    /** Row of pair {@code i} in the right table. */
    public int right(int i) {
        return right[i >>> PIECE_BITS][i & PIECE - 1];
    }

    /** Bits in which pair {@code i} differs. */
    public int differing(int i) {
        return differing[i >>> PIECE_BITS][i & PIECE - 1];
    }

    private void grow(int piece) {
        if (size == MOST) {
            throw new IllegalStateException(
                    "more than " + MOST + " similar pairs: take them one by one, or ask for more alike");
        }
        if (piece == left.length) {
            left = Arrays.copyOf(left, 2 * piece);
            right = Arrays.copyOf(right, 2 * piece);
            differing = Arrays.copyOf(differing, 2 * piece);
        }
        left[piece] = new int[PIECE];
        right[piece] = new int[PIECE];
        differing[piece] = new int[PIECE];
    }
}
