package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.hub.block.TokenColumn;
import uk.linkage.hub.compare.Comparer;

class CompareBenchmarkTest {

    @Test
    void everyPairHasTheLevelsThatItsDistancesAndTokensSay() throws IOException {
        CompareBenchmark benchmark = new CompareBenchmark();
        benchmark.people = 400;
        benchmark.prepare();
        assertThat(benchmark.pairs.size()).isGreaterThan(100);
        Comparer comparer = benchmark.rehearsed.comparer();
        for (int pair = 0; pair < benchmark.pairs.size(); pair++) {
            int left = benchmark.pairs.left(pair);
            int right = benchmark.pairs.right(pair);
            double[] distances = comparer.componentDistances(left, right);
            assertThat(benchmark.compare())
                    .as("pair %d", pair)
                    .isEqualTo(plain(benchmark.rehearsed, left, right, distances));
        }
    }

    @Test
    void theDistancesOfAPairsComponentsAddUpToThoseOfItsViews() throws IOException {
        CompareBenchmark benchmark = new CompareBenchmark();
        benchmark.people = 400;
        benchmark.prepare();
        Agreement agreement = benchmark.rehearsed.agreement();
        Comparer comparer = benchmark.rehearsed.comparer();
        for (int pair = 0; pair < benchmark.pairs.size(); pair++) {
            int left = benchmark.pairs.left(pair);
            int right = benchmark.pairs.right(pair);
            double[] distances = comparer.componentDistances(left, right);
            for (int view = 0; view < agreement.views().size(); view++) {
                int differing = benchmark
                        .rehearsed
                        .hospital()
                        .view(view)
                        .differing(left, benchmark.rehearsed.gp().view(view), right);
                if (differing < agreement.codeBits() / 4) {
                    double whole = agreement
                            .hardening()
                            .filterDistance(differing, agreement.filter().bits());
                    assertThat(sum(agreement, view, distances))
                            .as("pair %d, view %d", pair, view)
                            .isBetween(whole - 15, whole + 15);
                }
            }
        }
    }

    private static double sum(Agreement agreement, int view, double[] distances) {
        double sum = 0;
        for (int c = 0; c < distances.length; c++) {
            String name = agreement.components().get(c).name();
            sum += agreement.views().get(view).components().contains(name) ? distances[c] : 0;
        }
        return sum;
    }

    private static byte[] plain(Rehearsed rehearsed, int left, int right, double[] distances) {
        List<Component> components = rehearsed.agreement().components();
        byte[] levels = new byte[rehearsed.comparisons().size()];
        for (int c = 0; c < components.size(); c++) {
            int presence = rehearsed.hospital().presence(left) & rehearsed.gp().presence(right);
            boolean both = rehearsed.agreement().comparable(components.get(c), presence);
            levels[c] = (byte) (both ? level(components.get(c), distances[c]) : 0);
        }
        int next = components.size();
        for (int key = 0; key < rehearsed.agreement().keys().size(); key++) {
            MatchKey matchKey = rehearsed.agreement().keys().get(key);
            if (matchKey.identifier()) {
                levels[next++] = identifier(
                        rehearsed.hospital().key(key), left, rehearsed.gp().key(key), right);
            }
        }
        return levels;
    }

    private static long level(Component component, double distance) {
        return 1
                + component.levels().stream()
                        .filter(level -> distance > level.upTo())
                        .count();
    }

    private static byte identifier(TokenColumn lefts, int left, TokenColumn rights, int right) {
        if (!lefts.has(left) || !rights.has(right)) {
            return 0;
        }
        return (byte) (lefts.equal(left, rights, right) ? 1 : 2);
    }
}
