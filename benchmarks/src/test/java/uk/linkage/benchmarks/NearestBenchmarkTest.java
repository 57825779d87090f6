package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.search.Neighbours;

class NearestBenchmarkTest {

    @Test
    void aLookupFindsTheNearestOfTheDefinition() throws IOException {
        NearestBenchmark benchmark = new NearestBenchmark();
        benchmark.people = 2_000;
        benchmark.rows = 2_200;
        benchmark.threshold = 0.7;
        benchmark.kernel = "fastest";
        benchmark.prepare();
        for (int query = 0; query < 20; query++) {
            Neighbours found = benchmark.lookup(query);
            List<Integer> rows =
                    IntStream.range(0, found.size()).mapToObj(found::row).toList();
            assertThat(rows).as("query %d", query).isEqualTo(plain(benchmark, benchmark.queries[query]));
        }
    }

    private static List<Integer> plain(NearestBenchmark benchmark, Encoding query) {
        return IntStream.range(0, benchmark.rows)
                .boxed()
                .filter(row -> dice(benchmark, query, row) >= benchmark.threshold)
                .sorted(Comparator.comparingDouble((Integer row) -> -dice(benchmark, query, row))
                        .thenComparing(row -> row))
                .limit(NearestBenchmark.MOST)
                .toList();
    }

    private static double dice(NearestBenchmark benchmark, Encoding query, int row) {
        int shared = 0;
        for (int word = 0; word < benchmark.table.words(); word++) {
            shared += Long.bitCount(query.word(word) & benchmark.table.word(row, word));
        }
        return Similarity.DICE.of(shared, query.count(), benchmark.table.count(row), query.bits());
    }
}
