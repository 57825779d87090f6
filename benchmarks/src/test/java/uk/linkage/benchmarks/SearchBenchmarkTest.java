package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.search.SimilarPairs;

class SearchBenchmarkTest {
    private record Pair(int left, int right, int differing) {}

    private final SearchBenchmark benchmark = new SearchBenchmark();

    @BeforeEach
    void prepare() throws IOException {
        benchmark.people = 600;
        benchmark.kernel = "fastest";
        benchmark.prepare();
    }

    @Test
    void theJoinFindsJustThePairsAtOrAboveTheThreshold() {
        List<Pair> plain = plain(benchmark.reach.least());
        assertThat(plain).hasSizeGreaterThan(100);
        assertThat(listed(benchmark.thresholdJoin())).isEqualTo(plain);
    }

    @Test
    void theBandedSearchFindsNoOthersAndAllThatAreClose() {
        List<Pair> found = listed(benchmark.bandedSearch());
        assertThat(plain(benchmark.reach.least())).containsAll(found);
        assertThat(plain(0.9)).hasSizeGreaterThan(50);
        assertThat(found).containsAll(plain(0.9));
    }

    private List<Pair> plain(double threshold) {
        List<Pair> pairs = new ArrayList<>();
        int bits = benchmark.left.bits();
        for (int i = 0; i < benchmark.left.rows(); i++) {
            for (int j = 0; j < benchmark.right.rows(); j++) {
                int differing = benchmark.left.differing(i, benchmark.right, j);
                if (1 - (double) differing / bits >= threshold) {
                    pairs.add(new Pair(i, j, differing));
                }
            }
        }
        return pairs;
    }

    private static List<Pair> listed(SimilarPairs pairs) {
        List<Pair> listed = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            listed.add(new Pair(pairs.left(i), pairs.right(i), pairs.differing(i)));
        }
        return listed;
    }
}
