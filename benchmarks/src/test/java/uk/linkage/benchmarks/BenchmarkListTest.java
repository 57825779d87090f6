package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarkListTest {

    @Test
    void jmhKnowsEveryBenchmarkAndNoOther() {
        Set<String> known = BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                        List.of(".*"),
                        List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).isEqualTo(declared());
    }

    private static Set<String> declared() {
        return Stream.of(
                        EncodeBenchmark.class,
                        SealBenchmark.class,
                        TileBenchmark.class,
                        SearchBenchmark.class,
                        JoinBenchmark.class,
                        NearestBenchmark.class,
                        CompareBenchmark.class,
                        FitBenchmark.class,
                        OprfBenchmark.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> method.getDeclaringClass().getName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
