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
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.search.BandedSearch;
import uk.linkage.bloom.search.SimilarPairs;
import uk.linkage.bloom.search.ThresholdJoin;
import uk.linkage.hub.block.Reach;

/** Finding the similar pairs of two tables of codes, exactly and by hashing. An operation is a whole search. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SearchBenchmark {
    /** Size of the population. */
    @Param("4000")
    public int people;

    /** What counts in the exact search. */
    @Param("fastest")
    public String kernel;

    EncodingTable left;
    EncodingTable right;
    Reach reach;

    /** One view of the hospital and of the GP federation. */
    @Setup
    public void prepare() throws IOException {
        Rehearsed rehearsed = Rehearsed.of(people);
        left = rehearsed.hospital().view(0);
        right = rehearsed.gp().view(0);
        reach = Reach.of(rehearsed.agreement());
    }

    /** All against all. */
    @Benchmark
    public SimilarPairs thresholdJoin() {
        return new ThresholdJoin(Similarity.AGREEMENT, reach.least(), Kernel.named(kernel)).between(left, right);
    }

    /** With the recall that blocking asks for. */
    @Benchmark
    public SimilarPairs bandedSearch() {
        return BandedSearch.forRecall(reach.least(), reach.sure(), 0.98, left.rows(), right.rows())
                .between(left, right);
    }
}
