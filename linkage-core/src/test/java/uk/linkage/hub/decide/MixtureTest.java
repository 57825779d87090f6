package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.decide.Mixture.Kind;

class MixtureTest {
    private static final EveryState STATES = EveryState.of(8, 1);
    private static final Patterns PATTERNS = STATES.patterns();
    private static final int SURNAME = 1;

    /** Households, as it were, and namesakes: all comparisons go together. */
    private static final List<Kind> PLANTED = List.of(
            new Kind(0.6, new double[][] {{0, 0.1, 0.1, 0.8}, {0, 0.85, 0.05, 0.05, 0.05}, {0, 0.9, 0.05, 0.05}}),
            new Kind(0.4, new double[][] {{0, 0.7, 0.2, 0.1}, {0, 0.1, 0.1, 0.2, 0.6}, {0, 0.05, 0.15, 0.8}}));

    private static final List<Kind> ROUGHLY = List.of(
            new Kind(0.5, new double[][] {{0, 0.3, 0.3, 0.4}, {0, 0.4, 0.2, 0.2, 0.2}, {0, 0.4, 0.3, 0.3}}),
            new Kind(0.5, new double[][] {{0, 0.4, 0.3, 0.3}, {0, 0.2, 0.2, 0.2, 0.4}, {0, 0.3, 0.3, 0.4}}));

    @Test
    void theChancesOfAllStatesWithNothingMissingSumToOne() {
        double[] chances = new Mixture(EveryState.COMPARISONS, PLANTED).of(PATTERNS);
        assertThat(Arrays.stream(STATES.whole())
                        .mapToDouble(state -> chances[state])
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aMissingLevelSaysNothing() {
        double[] chances = new Mixture(EveryState.COMPARISONS, PLANTED).of(PATTERNS);
        for (int state = 0; state < PATTERNS.states(); state++) {
            byte[] levels = PATTERNS.levels(state);
            double all = Arrays.stream(STATES.whole())
                    .filter(whole -> agree(levels, PATTERNS.levels(whole)))
                    .mapToDouble(whole -> chances[whole])
                    .sum();
            assertThat(chances[state]).as(Arrays.toString(levels)).isCloseTo(all, within(1e-12));
        }
    }

    private static boolean agree(byte[] levels, byte[] whole) {
        return IntStream.range(0, levels.length).allMatch(c -> levels[c] == 0 || levels[c] == whole[c]);
    }

    @Test
    void aPlantedMixtureOfTwoKindsIsRecovered() {
        for (long seed = 0; seed < 5; seed++) {
            double[] planted = new Mixture(EveryState.COMPARISONS, PLANTED).of(PATTERNS);
            double[] drawn = draw(planted, 30_000, new Random(seed));
            Mixture two = learnt(ROUGHLY, drawn, 300);
            Mixture one = learnt(ROUGHLY.subList(0, 1), drawn, 300);
            assertThat(farthest(two.of(PATTERNS), planted)).as("seed %d", seed).isLessThan(0.01);
            assertThat(farthest(one.of(PATTERNS), planted))
                    .as("seed %d, as if comparisons were independent", seed)
                    .isGreaterThan(0.1);
        }
    }

    @Test
    void theLikelihoodFallsInNoStep() {
        for (long seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            double[] pairs = IntStream.range(0, PATTERNS.states())
                    .mapToDouble(state -> random.nextInt(50))
                    .toArray();
            Mixture mixture = new Mixture(EveryState.COMPARISONS, ROUGHLY);
            double before = Double.NEGATIVE_INFINITY;
            for (int step = 0; step < 100; step++) {
                double now = logLikelihood(mixture, pairs);
                assertThat(now).as("seed %d, step %d", seed, step).isGreaterThanOrEqualTo(before - 1e-3);
                before = now;
                mixture.learn(PATTERNS, pairs, 1e-6);
            }
        }
    }

    @Test
    void whatItBeginsWithCountsAsSoManyPairs() {
        int same = state(1, 1, 1);
        double[] pairs = new double[PATTERNS.states()];
        pairs[same] = 30;
        Mixture mixture = new Mixture(EveryState.COMPARISONS, PLANTED.subList(1, 2));
        mixture.learn(PATTERNS, pairs, 10);
        assertThat(mixture.chance(SURNAME, 1)).isCloseTo((30 + 10 * 0.1) / 40, within(1e-9));
        assertThat(mixture.chance(SURNAME, 4)).isCloseTo(10 * 0.6 / 40, within(1e-9));
    }

    @Test
    void pairsOfWhichAllIsMissingTeachNothing() {
        double[] pairs = new double[PATTERNS.states()];
        pairs[state(0, 0, 0)] = 1000;
        Mixture mixture = new Mixture(EveryState.COMPARISONS, PLANTED);
        double[] before = mixture.of(PATTERNS);
        mixture.learn(PATTERNS, pairs, 10);
        assertThat(mixture.of(PATTERNS)).containsExactly(before, within(1e-12));
    }

    @Test
    void theLastLevelIsKeptBelowInAllKindsAlike() {
        Mixture mixture = new Mixture(EveryState.COMPARISONS, PLANTED);
        double[] before = chances(mixture);
        mixture.keepLastBelow(SURNAME, 0.1);
        double[] kept = chances(mixture);
        assertThat(before[4]).isGreaterThan(0.2);
        assertThat(kept[4]).isCloseTo(0.1, within(1e-9));
        assertThat(Arrays.stream(kept).sum()).isCloseTo(1, within(1e-9));
        for (int level = 1; level < 4; level++) {
            assertThat(kept[level]).as("level %d", level).isGreaterThan(before[level]);
        }
        mixture.keepLastBelow(SURNAME, 0.2);
        assertThat(chances(mixture)).containsExactly(kept);
    }

    private static double[] chances(Mixture mixture) {
        return IntStream.rangeClosed(0, 4)
                .mapToDouble(level -> mixture.chance(SURNAME, level))
                .toArray();
    }

    private static Mixture learnt(List<Kind> kinds, double[] pairs, int steps) {
        Mixture mixture = new Mixture(EveryState.COMPARISONS, kinds);
        for (int step = 0; step < steps; step++) {
            mixture.learn(PATTERNS, pairs, 1);
        }
        return mixture;
    }

    /** So many pairs, of one in four of which the postcode is missing. */
    private static double[] draw(double[] chances, int pairs, Random random) {
        double[] drawn = new double[chances.length];
        for (int pair = 0; pair < pairs; pair++) {
            double rest = random.nextDouble();
            int[] whole = STATES.whole();
            int i = 0;
            while (i < whole.length - 1 && rest > chances[whole[i]]) {
                rest -= chances[whole[i++]];
            }
            byte[] levels = PATTERNS.levels(whole[i]);
            drawn[state(levels[0], levels[1], random.nextInt(4) == 0 ? 0 : levels[2])]++;
        }
        return drawn;
    }

    private static int state(int... levels) {
        return IntStream.range(0, PATTERNS.states())
                .filter(state ->
                        IntStream.range(0, levels.length).allMatch(c -> PATTERNS.levels(state)[c] == levels[c]))
                .findFirst()
                .orElseThrow();
    }

    private static double farthest(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(state -> Math.abs(one[state] - other[state]))
                .max()
                .orElseThrow();
    }

    private static double logLikelihood(Mixture mixture, double[] pairs) {
        double[] chances = mixture.of(PATTERNS);
        return IntStream.range(0, pairs.length)
                .mapToDouble(state -> pairs[state] * Math.log(chances[state]))
                .sum();
    }
}
