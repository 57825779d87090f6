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
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Comparer;

/** From a candidate pair to its levels: views apart, components unpicked. An operation is a pair. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CompareBenchmark {
    /** Size of the population. */
    @Param("4000")
    public int people;

    Rehearsed rehearsed;
    CandidatePairs pairs;
    private Comparer comparer;
    private byte[] seen;
    private int next;

    /** The pairs are found beforehand. */
    @Setup
    public void prepare() throws IOException {
        rehearsed = Rehearsed.of(people);
        pairs = rehearsed.pairs();
        comparer = rehearsed.comparer();
        seen = new byte[comparer.length()];
        next = -1;
    }

    /** The next pair, round and round. */
    @Benchmark
    public byte[] compare() {
        next = next + 1 < pairs.size() ? next + 1 : 0;
        comparer.see(pairs.left(next), pairs.right(next), pairs.rulesOf(next), seen);
        return seen;
    }
}
