package uk.linkage.bloom.search;

import java.util.SplittableRandom;
import uk.linkage.bloom.EncodingTable;

/**
 * Pairs at or above an agreement, found by locality-sensitive hashing with sampled bits (Indyk and Motwani, STOC 1998;
 * for linkage Durham 2012): two rows meet where all sampled bits of some table are equal, and every meeting is checked
 * exactly.
 *
 * <p>No pair below the threshold is returned; one at agreement {@code s} is missed with probability {@code (1 -
 * s^samples)^tables}, which {@link #recallAt} states. Rows without a set bit are empty and meet nobody. Works well on
 * diffused codes, whose bits are balanced.
 *
 * <p>The time is that of going through both tables {@code tables} times plus that of the chance meetings, {@code left x
 * right / 2^samples} in each. A row whose bucket holds more than 5,000 others is passed over in that table, and counted.
 *
 * <pre>{@code
 * BandedSearch search = BandedSearch.forRecall(0.7, 0.75, 0.95, left.rows(), right.rows());
 * SimilarPairs pairs = search.between(left, right);
 * }</pre>
 *
 * @param threshold the least agreement of a pair
 * @param samples bits sampled in a table, 1 to 24
 * @param tables how many tables, 1 to 4096
 */
public record BandedSearch(double threshold, int samples, int tables) implements PairSearch {
    private static final long SEED = 0x4c696e6b616765L;
    private static final int MOST_TABLES = 4096;
    private static final int MOST_SAMPLES = 24;
    private static final int LARGEST_BUCKET = 5000;

    /** @throws IllegalArgumentException where a parameter is out of bounds */
    public BandedSearch {
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold (" + threshold + ") must be above 0.5 and at most 1");
        }
        if (samples < 1 || samples > MOST_SAMPLES || tables < 1 || tables > MOST_TABLES) {
            throw new IllegalArgumentException(
                    "samples (" + samples + ") must be 1 to 24 and tables (" + tables + ") 1 to 4096");
        }
    }

    /**
     * Parameters that find pairs of a given agreement with the wanted probability, more similar ones more surely and
     * less similar ones, down to the threshold, where they happen to meet. As many bits are sampled as would keep the
     * meetings of random rows in a table near one for each row.
     *
     * @param threshold the least agreement of a pair
     * @param agreement the agreement, at least the threshold, at which the recall is wanted
     * @param recall the wanted share, above 0 and below 1
     */
    public static BandedSearch forRecall(
            double threshold, double agreement, double recall, int leftRows, int rightRows) {
        double meetings = (double) leftRows * rightRows / ((double) leftRows + rightRows + 1);
        int samples =
                (int) Math.max(8, Math.min(MOST_SAMPLES, Math.ceil(Math.log(Math.max(2, meetings)) / Math.log(2))));
        double met = Math.pow(agreement, samples);
        double tables = Math.ceil(Math.log(1 - recall) / Math.log1p(-met));
        return new BandedSearch(threshold, samples, (int) Math.max(1, Math.min(MOST_TABLES, tables)));
    }

    @Override
    public double recallAt(double agreement) {
        return agreement < threshold ? 0 : 1 - Math.pow(1 - Math.pow(agreement, samples), tables);
    }

    @Override
    public SimilarPairs between(EncodingTable left, EncodingTable right) {
        PairSearch.requireSameLength(left, right);
        SplittableRandom random = new SplittableRandom(SEED);
        int most = (int) Math.floor((1 - threshold) * left.bits() + 1e-9);
        PairKeys met = new PairKeys();
        Buckets buckets = new Buckets(left, samples);
        for (int table = 0; table < tables; table++) {
            int[] bits = random.ints(0, left.bits()).distinct().limit(samples).toArray();
            buckets.fill(bits);
            meet(left, buckets, right, bits, most, met);
        }
        return met.pairs(left, right);
    }

    private static void meet(
            EncodingTable left, Buckets buckets, EncodingTable right, int[] bits, int most, PairKeys met) {
        for (int row = 0; row < right.rows(); row++) {
            if (right.count(row) > 0) {
                int bucket = Buckets.bucket(right, row, bits);
                if (buckets.size(bucket) > LARGEST_BUCKET) {
                    met.passOver(buckets.size(bucket));
                } else {
                    meetBucket(left, buckets, bucket, right, row, most, met);
                }
            }
        }
    }

    private static void meetBucket(
            EncodingTable left, Buckets buckets, int bucket, EncodingTable right, int row, int most, PairKeys met) {
        for (int i = buckets.from(bucket); i < buckets.from(bucket + 1); i++) {
            int other = buckets.row(i);
            if (left.differing(other, right, row) <= most) {
                met.add(other, row);
            }
        }
    }
}
