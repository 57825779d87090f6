package uk.linkage.benchmarks;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * A profiler of JMH for machines that are shared with other work: how much of a processor an iteration got, compiler and
 * collector included. Operations per second over this share are operations per second of processor time.
 *
 * <pre>
 * java -jar benchmarks.jar -prof uk.linkage.benchmarks.ProcessorShare
 * </pre>
 */
public final class ProcessorShare implements InternalProfiler {
    private long wall;
    private long cpu;

    @Override
    public String getDescription() {
        return "processor time over time on the wall";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        wall = System.nanoTime();
        cpu = Stages.cpuNanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double share = (double) (Stages.cpuNanos() - cpu) / (System.nanoTime() - wall);
        return List.of(new ScalarResult("processor.share", share, "processors", AggregationPolicy.AVG));
    }
}
