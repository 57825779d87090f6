package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.search.SimilarPairs;
import uk.linkage.bloom.search.ThresholdJoin;

/** Every similar pair of plain filters and of diffused codes, on all processors. An operation is a whole search. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class JoinBenchmark {
    static final double DICE = 0.8;
    static final double AGREEMENT = 0.7;

    /** Rows of either table. */
    @Param("10000")
    public int rows;

    /** Length of filters and codes. */
    @Param({"512", "1024", "2048", "4096"})
    public int bits;

    /** What counts. */
    @Param({"scalar", "plain", "vector"})
    public String kernel;

    Filters plain;
    Filters diffused;

    /** The hospital's and the GP federation's first rows. */
    @Setup
    public void prepare() throws IOException {
        plain = Filters.plain(rows, bits, 1);
        diffused = Filters.diffused(rows, bits, 1);
    }

    /** Plain filters that have a Dice similarity of .8. */
    @Benchmark
    public SimilarPairs dice() {
        return new ThresholdJoin(Similarity.DICE, DICE, Kernel.named(kernel)).between(plain.left(), plain.right());
    }

    /** Diffused codes that agree in .7 of their bits. */
    @Benchmark
    public SimilarPairs agreement() {
        return new ThresholdJoin(Similarity.AGREEMENT, AGREEMENT, Kernel.named(kernel))
                .between(diffused.left(), diffused.right());
    }

    /** The GP federation's plain filters among themselves. */
    @Benchmark
    public SimilarPairs within() {
        return new ThresholdJoin(Similarity.DICE, DICE, Kernel.named(kernel)).within(plain.right());
    }
}
