package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.decide.FittedModel;
import uk.linkage.hub.decide.MatchModel;

/** Expectation maximisation ends where the model is what its own probabilities make of the pairs. */
class FitBenchmarkTest {
    private static final FitBenchmark BENCHMARK = new FitBenchmark();

    private static FittedModel fitted;

    @BeforeAll
    static void fit() throws IOException {
        BENCHMARK.people = 1000;
        BENCHMARK.prepare();
        fitted = BENCHMARK.fit();
    }

    @Test
    void thePriorIsTheMeanProbabilityOfPairsThatNoBetterOneRulesOut() {
        MatchModel model = fitted.model();
        List<Integer> winners = winners();
        double mean = winners.stream()
                .mapToDouble(pair -> probability(pair))
                .average()
                .orElseThrow();
        assertThat(winners).hasSizeGreaterThan(200);
        assertThat(model.prior()).isCloseTo(mean, within(0.01));
    }

    @Test
    void aLevelIsAsLikelyAsItsShareOfTheProbability() {
        MatchModel model = fitted.model();
        List<Integer> winners = winners();
        for (int c = 0; c < model.comparisons().size(); c++) {
            if (model.comparisons().get(c).role() == Role.SWAP) {
                continue; // records of one person differ in both names too seldom to tell
            }
            double[] shares = new double[model.comparisons().get(c).levels().size()];
            for (int pair : winners) {
                add(shares, c, model, pair, probability(pair));
            }
            double all = IntStream.range(1, shares.length)
                    .mapToDouble(level -> shares[level])
                    .sum();
            for (int level = 1; level < shares.length; level++) {
                assertThat(model.m(c, level))
                        .as("comparison %d, level %d", c, level)
                        .isCloseTo(shares[level] / all, within(0.05));
            }
        }
    }

    private static List<Integer> winners() {
        BitSet lefts = new BitSet();
        BitSet rights = new BitSet();
        return IntStream.range(0, BENCHMARK.pairs.size())
                .boxed()
                .sorted((a, b) -> Double.compare(rank(b), rank(a)))
                .filter(pair -> {
                    boolean free = !lefts.get(BENCHMARK.pairs.left(pair)) && !rights.get(BENCHMARK.pairs.right(pair));
                    lefts.set(BENCHMARK.pairs.left(pair), lefts.get(BENCHMARK.pairs.left(pair)) || free);
                    rights.set(BENCHMARK.pairs.right(pair), rights.get(BENCHMARK.pairs.right(pair)) || free);
                    return free;
                })
                .toList();
    }

    private static double rank(int pair) {
        return fitted.rank()[BENCHMARK.patterns.of(pair)];
    }

    private static double probability(int pair) {
        return MatchModel.probability(fitted.logOdds()[BENCHMARK.patterns.of(pair)]);
    }

    /** Adds a pair to the levels of the states it can come of, as likely as each is among pairs of one person. */
    private static void add(double[] shares, int comparison, MatchModel model, int pair, double probability) {
        int pattern = BENCHMARK.patterns.of(pair);
        int[] states = BENCHMARK.patterns.states(pattern);
        double[] chances = BENCHMARK.patterns.chances(pattern).clone();
        for (int i = 0; i < states.length; i++) {
            chances[i] *= samePerson(model, BENCHMARK.patterns.levels(states[i]));
        }
        double all = Arrays.stream(chances).sum();
        for (int i = 0; i < states.length; i++) {
            shares[BENCHMARK.patterns.levels(states[i])[comparison]] += probability * chances[i] / all;
        }
    }

    private static double samePerson(MatchModel model, byte[] levels) {
        return IntStream.range(0, levels.length)
                .filter(c -> levels[c] > 0)
                .mapToDouble(c -> model.m(c, levels[c]))
                .reduce(1, (a, b) -> a * b);
    }
}
