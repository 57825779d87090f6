package uk.linkage.bloom.search;

import java.util.Arrays;
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
 * <p>The time is that of sorting both tables {@code tables} times plus that of the chance meetings, {@code left x right
 * / 2^samples} in each.
 *
 * <pre>{@code
 * BandedSearch search = BandedSearch.forRecall(0.7, 0.95, left.rows(), right.rows());
 * SimilarPairs pairs = search.between(left, right);
 * }</pre>
 *
 * @param threshold the least agreement of a pair
 * @param samples bits sampled in a table, 1 to 31
 * @param tables how many tables, 1 to 4096
 */
public record BandedSearch(double threshold, int samples, int tables) implements PairSearch {
    private static final long SEED = 0x4c696e6b616765L;
    private static final int MOST_TABLES = 4096;
    private static final long BUCKET_PAIRS = 1 << 22;

    /** @throws IllegalArgumentException where a parameter is out of bounds */
    public BandedSearch {
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold (" + threshold + ") must be above 0.5 and at most 1");
        }
        if (samples < 1 || samples > 31 || tables < 1 || tables > MOST_TABLES) {
            throw new IllegalArgumentException(
                    "samples (" + samples + ") must be 1 to 31 and tables (" + tables + ") 1 to 4096");
        }
    }

    /**
     * Parameters that find pairs at the threshold with the wanted probability, and more similar ones more surely. As
     * many bits are sampled as keep the chance meetings of a table near four for each row.
     */
    public static BandedSearch forRecall(double threshold, double recall, int leftRows, int rightRows) {
        double meetings = (double) leftRows * rightRows / (4.0 * (leftRows + rightRows) + 1);
        int samples = (int) Math.max(8, Math.min(31, Math.ceil(Math.log(Math.max(2, meetings)) / Math.log(2))));
        double met = Math.pow(threshold, samples);
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
        for (int table = 0; table < tables; table++) {
            int[] bits = sample(random, left.bits());
            meet(left, sorted(left, bits), right, sorted(right, bits), most, met);
        }
        return met.pairs(left, right);
    }

    private int[] sample(SplittableRandom random, int bits) {
        return random.ints(0, bits).distinct().limit(samples).toArray();
    }

    /** Rows as {@code sampled bits << 32 | row}, ascending, the empty ones left out. */
    private static long[] sorted(EncodingTable table, int[] bits) {
        long[] rows = new long[table.rows()];
        int filled = 0;
        for (int row = 0; row < rows.length; row++) {
            if (table.count(row) > 0) {
                rows[filled++] = bucket(table, row, bits) << 32 | row;
            }
        }
        long[] kept = Arrays.copyOf(rows, filled);
        Arrays.sort(kept);
        return kept;
    }

    private static long bucket(EncodingTable table, int row, int[] bits) {
        long bucket = 0;
        for (int bit : bits) {
            bucket = bucket << 1 | table.word(row, bit >>> 6) >>> bit & 1;
        }
        return bucket;
    }

    private static void meet(
            EncodingTable left, long[] lefts, EncodingTable right, long[] rights, int most, PairKeys met) {
        for (int i = 0, j = 0; i < lefts.length && j < rights.length; ) {
            long bucket = lefts[i] >>> 32;
            int iEnd = endOf(lefts, i);
            while (j < rights.length && rights[j] >>> 32 < bucket) {
                j++;
            }
            int jEnd = j < rights.length && rights[j] >>> 32 == bucket ? endOf(rights, j) : j;
            meetBucket(left, lefts, i, iEnd, right, rights, j, jEnd, most, met);
            i = iEnd;
            j = jEnd;
        }
    }

    private static void meetBucket(
            EncodingTable left,
            long[] lefts,
            int leftFrom,
            int leftTo,
            EncodingTable right,
            long[] rights,
            int rightFrom,
            int rightTo,
            int most,
            PairKeys met) {
        long pairs = (long) (leftTo - leftFrom) * (rightTo - rightFrom);
        if (pairs > BUCKET_PAIRS) {
            met.passOver(pairs);
            return;
        }
        for (int i = leftFrom; i < leftTo; i++) {
            for (int j = rightFrom; j < rightTo; j++) {
                if (left.differing((int) lefts[i], right, (int) rights[j]) <= most) {
                    met.add((int) lefts[i], (int) rights[j]);
                }
            }
        }
    }

    private static int endOf(long[] rows, int from) {
        int end = from + 1;
        while (end < rows.length && rows[end] >>> 32 == rows[from] >>> 32) {
            end++;
        }
        return end;
    }
}
