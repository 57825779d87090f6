package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.kernel.Columns;
import uk.linkage.bloom.kernel.Queries;

/**
 * A tile of codes against a run of others by one kernel: bits counted in all words, held against the need, and the pairs that
 * reach it put down. An operation is a pair.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TileBenchmark {
    static final int TILE = 128;

    /** Length of the codes. */
    @Param({"512", "1024", "2048", "4096"})
    public int bits;

    /** What counts. */
    @Param({"scalar", "plain", "vector"})
    public String kernel;

    private final int[] rest = new int[Columns.RUN];
    private final int[] more = new int[Columns.RUN];
    final int[] found = new int[TILE * Columns.RUN];
    private Queries queries;
    private Columns columns;
    EncodingTable left;
    EncodingTable right;

    /** The first rows of the hospital and of the GP federation. */
    @Setup
    public void prepare() throws IOException {
        prepare(Rehearsed.of(4 * TILE, bits));
    }

    void prepare(Rehearsed rehearsed) {
        left = rehearsed.hospital().view(0);
        right = rehearsed.gp().view(0);
        queries = new Queries(left.array(), left.words(), new int[TILE], new int[TILE]);
        for (int row = 0; row < TILE; row++) {
            queries.need()[row] = need(row);
        }
        columns = Kernel.named(kernel).columns(right.array(), right.words(), Columns.RUN);
    }

    /** Two thirds of the bits set: codes of two people share half of them. */
    int need(int row) {
        return left.count(row) * 2 / 3;
    }

    /** How many pairs are left. */
    @Benchmark
    @OperationsPerInvocation(TILE * Columns.RUN)
    public int survivors() {
        return columns.survivors(queries, 0, TILE, rest, more, found);
    }
}
