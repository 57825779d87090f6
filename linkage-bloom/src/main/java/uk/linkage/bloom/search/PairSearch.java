package uk.linkage.bloom.search;

import java.util.function.LongConsumer;
import uk.linkage.bloom.EncodingTable;

/**
 * A way to find the pairs of two tables that are alike. Each pair comes once, in ascending order of left row and then
 * of right row.
 *
 * <pre>{@code
 * PairSearch search = new ThresholdJoin(Similarity.AGREEMENT, 0.7);
 * SimilarPairs pairs = search.between(hospital, council);
 * }</pre>
 */
public sealed interface PairSearch permits ThresholdJoin, BandedSearch {
    /** For comparisons that nobody counts. */
    LongConsumer UNCOUNTED = compared -> {};

    /**
     * The similar pairs of two tables.
     *
     * @throws IllegalArgumentException where their encodings differ in length
     */
    default SimilarPairs between(EncodingTable left, EncodingTable right) {
        return between(left, right, UNCOUNTED);
    }

    /**
     * The same, telling now and then how many more comparisons were made, on any thread: {@link #comparisons} in all.
     *
     * @throws IllegalArgumentException where their encodings differ in length
     */
    SimilarPairs between(EncodingTable left, EncodingTable right, LongConsumer compared);

    /** How many comparisons tables of so many rows take, where a row gone through in a table of hashes counts as one. */
    long comparisons(int leftRows, int rightRows);

    /** The least similarity of a pair. */
    double threshold();

    /** The expected share of pairs at exactly this agreement that are found: 1 where the search is exact. */
    double recallAt(double agreement);

    /** Refuses tables that cannot be compared. */
    static void requireSameLength(EncodingTable left, EncodingTable right) {
        if (left.bits() != right.bits()) {
            throw new IllegalArgumentException("left table (" + left.bits() + " bits) and right table (" + right.bits()
                    + " bits) must be of one length");
        }
    }
}
