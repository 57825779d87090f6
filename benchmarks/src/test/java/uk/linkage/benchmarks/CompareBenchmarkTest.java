package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.hub.block.TokenColumn;
import uk.linkage.hub.compare.ComponentDistances;

class CompareBenchmarkTest {

    @Test
    void whatIsSeenOfAPairGoesWithItsDistancesAndTokens() throws IOException {
        CompareBenchmark benchmark = new CompareBenchmark();
        benchmark.people = 400;
        benchmark.prepare();
        assertThat(benchmark.pairs.size()).isGreaterThan(100);
        Rehearsed rehearsed = benchmark.rehearsed;
        int views = rehearsed.agreement().views().size();
        TreeMap<Integer, Integer> bins = new TreeMap<>();
        for (int pair = 0; pair < benchmark.pairs.size(); pair++) {
            int left = benchmark.pairs.left(pair);
            int right = benchmark.pairs.right(pair);
            byte[] seen = benchmark.compare();
            for (int view = 0; view < views; view++) {
                int differing = rehearsed
                        .hospital()
                        .view(view)
                        .differing(left, rehearsed.gp().view(view), right);
                Integer before = bins.put(differing, (int) seen[view]);
                assertThat(before == null || before == seen[view]).isTrue();
            }
            assertThat(Arrays.copyOfRange(seen, seen.length - identifiers(rehearsed), seen.length))
                    .as("pair %d", pair)
                    .isEqualTo(identifiers(rehearsed, left, right));
        }
        assertThat(new ArrayList<>(bins.values())).isSorted();
        assertThat(bins.get(0)).isZero();
        assertThat(new HashSet<>(bins.values())).hasSizeGreaterThan(8);
    }

    @Test
    void theDistancesOfAPairsComponentsAddUpToThoseOfItsViews() throws IOException {
        CompareBenchmark benchmark = new CompareBenchmark();
        benchmark.people = 400;
        benchmark.prepare();
        Agreement agreement = benchmark.rehearsed.agreement();
        ComponentDistances components =
                new ComponentDistances(agreement, benchmark.rehearsed.hospital(), benchmark.rehearsed.gp());
        for (int pair = 0; pair < benchmark.pairs.size(); pair++) {
            int left = benchmark.pairs.left(pair);
            int right = benchmark.pairs.right(pair);
            double[] distances = components.of(left, right);
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

    private static int identifiers(Rehearsed rehearsed) {
        return (int) rehearsed.agreement().keys().stream()
                .filter(MatchKey::identifier)
                .count();
    }

    private static byte[] identifiers(Rehearsed rehearsed, int left, int right) {
        byte[] levels = new byte[identifiers(rehearsed)];
        for (int key = 0, next = 0; key < rehearsed.agreement().keys().size(); key++) {
            if (rehearsed.agreement().keys().get(key).identifier()) {
                levels[next++] = identifier(
                        rehearsed.hospital().key(key), left, rehearsed.gp().key(key), right);
            }
        }
        return levels;
    }

    private static byte identifier(TokenColumn lefts, int left, TokenColumn rights, int right) {
        if (!lefts.has(left) || !rights.has(right)) {
            return 0;
        }
        return (byte) (lefts.equal(left, rights, right) ? 1 : 2);
    }
}
