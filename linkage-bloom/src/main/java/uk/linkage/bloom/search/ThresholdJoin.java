package uk.linkage.bloom.search;

import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.kernel.BitKernel;

/**
 * Every pair at or above a threshold, exactly: all rows against all rows, tile by tile. Rows without a set bit are empty
 * and meet nobody.
 *
 * <pre>{@code
 * SimilarPairs pairs = new ThresholdJoin(Similarity.DICE, 0.8).between(left, right);
 * }</pre>
 *
 * @param similarity what is measured
 * @param threshold the least similarity of a pair, 0 to 1
 */
public record ThresholdJoin(Similarity similarity, double threshold) implements PairSearch {
    private static final int TILE = 128;

    /** @throws IllegalArgumentException where the threshold is not between 0 and 1 */
    public ThresholdJoin {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold (" + threshold + ") must be between 0 and 1");
        }
    }

    @Override
    public SimilarPairs between(EncodingTable left, EncodingTable right) {
        PairSearch.requireSameLength(left, right);
        SimilarPairs found = new SimilarPairs();
        int[] shared = new int[TILE];
        BitKernel kernel = BitKernel.fastest();
        for (int row = 0; row < left.rows(); row++) {
            if (left.count(row) > 0) {
                joinRow(left, row, right, kernel, shared, found);
            }
        }
        return found;
    }

    @Override
    public double recallAt(double agreement) {
        return agreement >= threshold ? 1 : 0;
    }

    private void joinRow(
            EncodingTable left, int row, EncodingTable right, BitKernel kernel, int[] shared, SimilarPairs found) {
        for (int from = 0; from < right.rows(); from += TILE) {
            int rows = Math.min(TILE, right.rows() - from);
            kernel.shared(left.array(), row, 1, right.array(), from, rows, left.words(), shared);
            for (int j = 0; j < rows; j++) {
                keep(left, row, right, from + j, shared[j], found);
            }
        }
    }

    private void keep(EncodingTable left, int row, EncodingTable right, int other, int shared, SimilarPairs found) {
        int a = left.count(row);
        int b = right.count(other);
        if (b > 0 && similarity.of(shared, a, b, left.bits()) >= threshold) {
            found.add(row, other, a + b - 2 * shared);
        }
    }
}
