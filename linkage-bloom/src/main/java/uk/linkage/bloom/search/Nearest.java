package uk.linkage.bloom.search;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.kernel.BitKernel;
import uk.linkage.bloom.kernel.Columns;
import uk.linkage.bloom.kernel.KernelChoice;

/**
 * One record against a table: its most similar rows, exactly. The table is laid out once, and lookups may then come from any
 * number of threads; each uses all processors. Rows without a set bit are empty and are near nobody.
 *
 * <p>Rows lie by their numbers of set bits. A lookup begins with the rows that have as many as the record; the best of these set
 * the floor that others must reach, and it rises as better ones are found. Below the floor most rows are out after the few words
 * that tell most, so less is read than the table holds.
 *
 * <p>Memory: the table once more, twelve bytes a row, and four more for each of up to eight prefixes that thresholds ask for.
 *
 * <pre>{@code
 * Nearest nearest = Nearest.of(table, Similarity.DICE);
 * Neighbours ten = nearest.to(encoding, 10, 0.8);
 * }</pre>
 */
public final class Nearest {
    private static final int PREFIXES = 8;
    private static final int GRADES = 64;

    /** Runs that are taken at a time: 8,192 rows that follow each other, so that memory is read in order. */
    private static final int PORTION = 32;

    /** Runs below which one thread does it all: 16,384 rows. */
    private static final int FEW_RUNS = 64;

    private final EncodingTable table;
    private final Similarity similarity;
    private final int[] words;
    private final List<Run> runs;
    private final int[] prefixes;
    private final ConcurrentMap<Integer, int[][]> rests = new ConcurrentHashMap<>();

    private Nearest(EncodingTable table, Similarity similarity, BitKernel kernel) {
        Sieve sieve = Sieve.of(table, table);
        this.table = table;
        this.similarity = similarity;
        this.words = sieve.order();
        this.runs = Run.of(
                new Terms(table, table, similarity, 0, false), words, words.length, kernel, Math.max(1, table.rows()));
        this.prefixes = prefixes(sieve, similarity);
    }

    /** By the fastest kernel that runs here. */
    public static Nearest of(EncodingTable table, Similarity similarity) {
        return of(table, similarity, KernelChoice.chosen().kernel());
    }

    /** By a kernel of one's own choice. */
    public static Nearest of(EncodingTable table, Similarity similarity, BitKernel kernel) {
        return new Nearest(table, similarity, kernel);
    }

    /**
     * The {@code most} rows most similar to an encoding, or fewer where fewer reach the threshold.
     *
     * @param most at least 1
     * @param threshold the least similarity, 0 to 1
     * @throws IllegalArgumentException where either is out of bounds or the encoding is of another length
     */
    public Neighbours to(Encoding encoding, int most, double threshold) {
        check(encoding, most, threshold);
        Best best = new Best(most, threshold);
        if (encoding.count() == 0 || runs.isEmpty()) {
            return best.neighbours();
        }
        Lookup lookup = new Lookup(this, encoding);
        int start = closest(encoding.count());
        lookup.over(start, best, new int[Columns.RUN]);
        all(lookup, start, most, best);
        return best.neighbours();
    }

    private void check(Encoding encoding, int most, double threshold) {
        if (encoding.bits() != table.bits()) {
            throw new IllegalArgumentException("encoding (" + encoding.bits() + " bits) must have " + table.bits());
        }
        if (most < 1 || !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "most (" + most + ") must be at least 1 and threshold (" + threshold + ") between 0 and 1");
        }
    }

    /** Every run but the first one seen, on all processors: each takes some more whenever it is done with some. */
    private void all(Lookup lookup, int seen, int most, Best best) {
        int workers = runs.size() < FEW_RUNS ? 1 : Runtime.getRuntime().availableProcessors();
        double floor = best.floor();
        AtomicInteger next = new AtomicInteger();
        IntStream range = IntStream.range(0, workers);
        (workers == 1 ? range : range.parallel())
                .mapToObj(worker -> some(lookup, seen, next, new Best(most, floor)))
                .toList()
                .forEach(best::addAll);
    }

    private Best some(Lookup lookup, int seen, AtomicInteger next, Best best) {
        int[] found = new int[Columns.RUN];
        for (int from = next.getAndAdd(PORTION); from < runs.size(); from = next.getAndAdd(PORTION)) {
            for (int run = from; run < Math.min(runs.size(), from + PORTION); run++) {
                if (run != seen) {
                    lookup.over(run, best, found);
                }
            }
        }
        return best;
    }

    /** The last run that begins with no more bits set, or the first. */
    private int closest(int count) {
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (runs.get(middle).fewest() <= count) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    EncodingTable table() {
        return table;
    }

    Similarity similarity() {
        return similarity;
    }

    int[] words() {
        return words;
    }

    Run run(int number) {
        return runs.get(number);
    }

    /** How many words to count at first where a similarity of {@code floor} is wanted. */
    int prefix(double floor) {
        return prefixes[(int) (floor * GRADES)];
    }

    /** What is left over of every row beyond a prefix, run by run. */
    int[][] rests(int prefix) {
        return rests.computeIfAbsent(
                prefix,
                p -> runs.parallelStream()
                        .map(run -> Run.rest(table, run.rows(), words, p))
                        .toArray(int[][]::new));
    }

    /** For each grade of similarity the best prefix, rounded up to an eighth of all words. */
    private static int[] prefixes(Sieve sieve, Similarity similarity) {
        int words = sieve.order().length;
        int step = Math.max(1, words / PREFIXES);
        return IntStream.rangeClosed(0, GRADES)
                .map(grade -> sieve.prefix(similarity, (double) grade / GRADES))
                .map(prefix -> Math.min(words, (prefix + step - 1) / step * step))
                .toArray();
    }
}
