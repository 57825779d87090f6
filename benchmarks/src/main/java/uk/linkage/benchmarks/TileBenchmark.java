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
import uk.linkage.bloom.kernel.BitKernel;

/** Counting bits of a tile of codes against a tile of others by the fastest kernel found. An operation is a pair. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TileBenchmark {
    static final int TILE = 128;

    /** Length of the codes. */
    @Param({"512", "1024", "2048"})
    public int bits;

    private final int[] counts = new int[TILE * TILE];
    private BitKernel kernel;
    EncodingTable left;
    EncodingTable right;

    /** The first rows of the hospital and of the GP federation. */
    @Setup
    public void prepare() throws IOException {
        Rehearsed rehearsed = Rehearsed.of(4 * TILE, bits);
        left = rehearsed.hospital().view(0);
        right = rehearsed.gp().view(0);
        kernel = BitKernel.fastest();
    }

    /** Bits set in both. */
    @Benchmark
    @OperationsPerInvocation(TILE * TILE)
    public int[] shared() {
        kernel.shared(left.array(), 0, TILE, right.array(), 0, TILE, left.words(), counts);
        return counts;
    }

    /** Bits set in one of them. */
    @Benchmark
    @OperationsPerInvocation(TILE * TILE)
    public int[] differing() {
        kernel.differing(left.array(), 0, TILE, right.array(), 0, TILE, left.words(), counts);
        return counts;
    }
}
