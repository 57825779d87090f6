package uk.linkage.bloom.search;

import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.kernel.WordColumns;

/**
 * Every pair at or above a threshold, exactly: all rows against all rows. Rows without a set bit are empty and meet
 * nobody.
 *
 * <p>The right table is turned on its side and gone through a run of rows at a time, so that a run stays in the cache
 * while {@value #TILE} left rows pass over it. A run whose nearest row is beyond the loosest bound is passed over whole;
 * in the others every row is judged by the definition of the similarity.
 *
 * <pre>{@code
 * SimilarPairs pairs = new ThresholdJoin(Similarity.DICE, 0.8).between(left, right);
 * }</pre>
 *
 * @param similarity what is measured
 * @param threshold the least similarity of a pair, 0 to 1
 */
public record ThresholdJoin(Similarity similarity, double threshold) implements PairSearch {
    private static final int TILE = 64;

    /** @throws IllegalArgumentException where the threshold is not between 0 and 1 */
    public ThresholdJoin {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold (" + threshold + ") must be between 0 and 1");
        }
    }

    @Override
    public SimilarPairs between(EncodingTable left, EncodingTable right) {
        PairSearch.requireSameLength(left, right);
        WordColumns columns = WordColumns.of(right.array(), right.words(), right.rows());
        int[] counts = new int[WordColumns.RUN];
        PairKeys found = new PairKeys();
        for (int tile = 0; tile < left.rows(); tile += TILE) {
            for (int run = 0; run < columns.runs(); run++) {
                for (int row = tile; row < Math.min(tile + TILE, left.rows()); row++) {
                    columns.differing(left.array(), row * left.words(), left.words(), run, counts);
                    keep(left, row, right, run * WordColumns.RUN, columns.rows(run), counts, found);
                }
            }
        }
        return found.pairs(left, right);
    }

    @Override
    public double recallAt(double agreement) {
        return agreement >= threshold ? 1 : 0;
    }

    private void keep(
            EncodingTable left, int row, EncodingTable right, int from, int rows, int[] counts, PairKeys found) {
        int a = left.count(row);
        if (a == 0 || similarity == Similarity.AGREEMENT && tooFar(counts, left.bits())) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            int b = right.count(from + i);
            int shared = (a + b - counts[i]) / 2;
            if (b > 0 && similarity.of(shared, a, b, left.bits()) >= threshold) {
                found.add(row, from + i);
            }
        }
    }

    /** Whether the nearest of them agrees too little; a loop of its own, so that it becomes vector code. */
    private boolean tooFar(int[] counts, int bits) {
        int nearest = bits;
        for (int i = 0; i < WordColumns.RUN; i++) {
            nearest = Math.min(nearest, counts[i]);
        }
        return 1 - (double) nearest / bits < threshold;
    }
}
