package uk.linkage.bloom.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
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
 * <p>The time is that of going through both tables {@code tables} times plus that of the meetings: chance brings {@code left x
 * right / 2^samples} in each, and pairs that are alike meet again and again. A row whose bucket holds more than 5,000 others is passed
 * over in that table, and counted. Tables are shared out among all processors; memory is 12 bytes a row for each processor, and 8 for each
 * pair found.
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
    private static final int MOST_TABLES = 4096;
    private static final int FEWEST_TABLES = 8;
    private static final int FEWEST_SAMPLES = 8;
    private static final int MOST_SAMPLES = 24;

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
        int samples = (int) Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, evenSamples(leftRows, rightRows)));
        double met = Math.pow(agreement, samples);
        double tables = Math.ceil(Math.log(1 - recall) / Math.log1p(-met));
        return new BandedSearch(threshold, samples, (int) Math.max(1, Math.min(MOST_TABLES, tables)));
    }

    /** Samples at which random rows meet once a row in each table. */
    private static double evenSamples(int leftRows, int rightRows) {
        double meetings = (double) leftRows * rightRows / ((double) leftRows + rightRows + 1);
        return Math.ceil(Math.log(Math.max(2, meetings)) / Math.log(2));
    }

    /**
     * Parameters by example: the least work by which of pairs like these no more than so many are to be expected missed, within a bound
     * on the work. Where that cannot be had, those of the bound that miss fewest.
     *
     * @param threshold the least agreement of a pair
     * @param agreements of pairs like those to be found, such as an exact search finds for a sample of rows
     * @param missed how many of them may be missed, above 0
     * @param mostVisits how many times a row may be gone through, over all rows and tables
     */
    public static BandedSearch forPairs(
            double threshold, double[] agreements, double missed, int leftRows, int rightRows, long mostVisits) {
        double rows = Math.max(1.0, (double) leftRows + rightRows);
        int mostTables = (int) Math.max(FEWEST_TABLES, Math.min(MOST_TABLES, mostVisits / rows));
        int even = (int) Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES - 2, evenSamples(leftRows, rightRows)));
        return IntStream.rangeClosed(even - 2, even + 2)
                .mapToObj(samples -> fewestTables(threshold, samples, agreements, missed, mostTables))
                .min(Comparator.<BandedSearch>comparingDouble(search -> Math.max(missed, search.misses(agreements)))
                        .thenComparingDouble(search -> search.work(leftRows, rightRows)))
                .orElseThrow();
    }

    /** Of searches that sample so many bits the one with the fewest tables that misses no more, or the one with the most tables. */
    private static BandedSearch fewestTables(
            double threshold, int samples, double[] agreements, double missed, int mostTables) {
        int low = FEWEST_TABLES;
        int high = mostTables;
        while (low < high) {
            int middle = (low + high) / 2;
            boolean enough = new BandedSearch(threshold, samples, middle).misses(agreements) <= missed;
            low = enough ? low : middle + 1;
            high = enough ? middle : high;
        }
        return new BandedSearch(threshold, samples, low);
    }

    /** How many of pairs with these agreements are to be expected missed. */
    private double misses(double[] agreements) {
        return Arrays.stream(agreements)
                .map(agreement -> 1 - recallAt(agreement))
                .sum();
    }

    /** Rows gone through and twice the meetings of random rows, over all tables. */
    private double work(int leftRows, int rightRows) {
        double meetings = Math.scalb((double) leftRows * rightRows, -samples);
        return tables * ((double) leftRows + rightRows + 2 * meetings);
    }

    @Override
    public double recallAt(double agreement) {
        return agreement < threshold ? 0 : 1 - Math.pow(1 - Math.pow(agreement, samples), tables);
    }

    @Override
    public SimilarPairs between(EncodingTable left, EncodingTable right, LongConsumer compared) {
        return between(left, allRows(left), right, allRows(right), compared);
    }

    @Override
    public long comparisons(int leftRows, int rightRows) {
        return tables * ((long) leftRows + rightRows);
    }

    private static int[] allRows(EncodingTable table) {
        return IntStream.range(0, table.rows()).toArray();
    }

    /**
     * The similar pairs among some rows of two tables, named by their rows in the tables.
     *
     * @param leftRows ascending
     * @param rightRows ascending
     * @param compared is told of each table of hashes how many comparisons it took
     * @throws IllegalArgumentException where encodings differ in length
     */
    public SimilarPairs between(
            EncodingTable left, int[] leftRows, EncodingTable right, int[] rightRows, LongConsumer compared) {
        PairSearch.requireSameLength(left, right);
        int workers = Math.min(tables, Runtime.getRuntime().availableProcessors());
        List<PairKeys> met = IntStream.range(0, workers)
                .parallel()
                .mapToObj(worker -> met(worker, workers, left, leftRows, right, rightRows, compared))
                .toList();
        PairKeys all = new PairKeys();
        met.forEach(all::addAll);
        return all.pairs(left, right);
    }

    /** The pairs that meet in the tables of one worker, each {@code workers}-th. */
    private PairKeys met(
            int worker,
            int workers,
            EncodingTable left,
            int[] leftRows,
            EncodingTable right,
            int[] rightRows,
            LongConsumer compared) {
        int most = (int) Math.floor((1 - threshold) * left.bits() + 1e-9);
        int partBits = Buckets.partBits(samples, Math.max(leftRows.length, rightRows.length));
        Buckets lefts = new Buckets(left, leftRows, samples, partBits);
        Buckets rights = new Buckets(right, rightRows, samples, partBits);
        Meetings meetings = new Meetings(lefts, rights, most);
        for (int table = worker; table < tables; table += workers) {
            SampledBits bits = SampledBits.of(table, samples, left.words());
            lefts.fill(bits);
            rights.fill(bits);
            meetings.hold();
            compared.accept((long) leftRows.length + rightRows.length);
        }
        return meetings.met();
    }
}
