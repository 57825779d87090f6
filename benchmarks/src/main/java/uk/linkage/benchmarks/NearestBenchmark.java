package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.search.Nearest;
import uk.linkage.bloom.search.Neighbours;

/**
 * One record looked up in a large table, exactly. An operation is a lookup of the ten nearest, by a record of the hospital after
 * the other. The table is 20,000 filters of the GP federation, and copies of them with a tenth of the set bits lost and as many
 * set elsewhere, which are at a Dice similarity of about .9 from their own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class NearestBenchmark {
    private static final long SEED = 7;
    private static final int QUERIES = 1000;
    static final int MOST = 10;

    /** Rows of the table. */
    @Param("1000000")
    public int rows;

    /** The least similarity. */
    @Param({"0.7", "0.8", "0.9"})
    public double threshold;

    /** What counts. */
    @Param("fastest")
    public String kernel;

    /** Rows that are filters of people; a test makes do with fewer. */
    int people = 20_000;

    EncodingTable table;
    Encoding[] queries;
    private Nearest nearest;
    private int next;

    /** Lays the table out. */
    @Setup
    public void prepare() throws IOException {
        Filters filters = Filters.plain(Math.min(rows, people), 1024, 1);
        table = grown(filters.right());
        queries = new Encoding[Math.min(QUERIES, filters.left().rows())];
        for (int i = 0; i < queries.length; i++) {
            queries[i] = new Encoding(words(filters.left(), i));
        }
        nearest = Nearest.of(table, Similarity.DICE, Kernel.named(kernel));
    }

    /** The ten nearest. */
    @Benchmark
    public Neighbours lookup() {
        next = (next + 1) % queries.length;
        return lookup(next);
    }

    Neighbours lookup(int query) {
        return nearest.to(queries[query], MOST, threshold);
    }

    private EncodingTable grown(EncodingTable people) {
        SplittableRandom random = new SplittableRandom(SEED);
        EncodingTable.Builder grown = EncodingTable.builder(people.bits());
        for (int row = 0; row < rows; row++) {
            long[] words = words(people, row % people.rows());
            if (row >= people.rows()) {
                disturb(words, random);
            }
            grown.add(new Encoding(words));
        }
        return grown.build();
    }

    private static void disturb(long[] words, SplittableRandom random) {
        int bits = 64 * words.length;
        for (int moved = 0; moved < bits * 0.039; ) {
            int from = random.nextInt(bits);
            int to = random.nextInt(bits);
            if ((words[from / 64] >>> from & 1) == 1 && (words[to / 64] >>> to & 1) == 0) {
                words[from / 64] ^= 1L << from;
                words[to / 64] ^= 1L << to;
                moved++;
            }
        }
    }

    private static long[] words(EncodingTable table, int row) {
        long[] words = new long[table.words()];
        for (int word = 0; word < words.length; word++) {
            words[word] = table.word(row, word);
        }
        return words;
    }
}
