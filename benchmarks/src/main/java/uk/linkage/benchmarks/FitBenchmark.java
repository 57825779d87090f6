package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.decide.FittedModel;
import uk.linkage.hub.decide.ModelFit;

/** Learning the model of two providers from the patterns of their candidate pairs. An operation is a whole fit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FitBenchmark {
    /** Size of the population. */
    @Param("20000")
    public int people;

    Rehearsed rehearsed;
    CandidatePairs pairs;
    Patterns patterns;

    /** The pairs are found and compared beforehand. */
    @Setup
    public void prepare() throws IOException {
        rehearsed = Rehearsed.of(people);
        pairs = rehearsed.pairs();
        patterns = rehearsed.patterns(pairs);
    }

    /** Both providers hold a person once. */
    @Benchmark
    public FittedModel fit() {
        return ModelFit.of(rehearsed.comparisons(), pairs, patterns, true, true, List.of());
    }
}
