package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.compare.Patterns;

class StateSpreadTest {
    private static final EveryState STATES = EveryState.of(8, 1);
    private static final Patterns PATTERNS = STATES.patterns();
    private static final StateSpread SPREAD = new StateSpread(EveryState.COMPARISONS, PATTERNS);
    private static final double[] MIXTURE =
            new Mixture(EveryState.COMPARISONS, Kinds.ofTwoPeople(EveryState.COMPARISONS)).of(PATTERNS);

    @Test
    void withoutPairsItIsTheMixture() {
        assertThat(SPREAD.of(new double[PATTERNS.states()], MIXTURE)).containsExactly(MIXTURE, within(1e-12));
    }

    @Test
    void chancesOfStatesOfWhichTheSameIsMissingSumToOne() {
        Random random = new Random(1);
        double[] pairs = IntStream.range(0, PATTERNS.states())
                .mapToDouble(state -> random.nextInt(1000))
                .toArray();
        double[] spread = SPREAD.of(pairs, MIXTURE);
        for (int missing = 0; missing < 8; missing++) {
            int sort = missing;
            assertThat(IntStream.range(0, spread.length)
                            .filter(state -> missing(state) == sort)
                            .mapToDouble(state -> spread[state])
                            .sum())
                    .as("missing %d", missing)
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void ofManyPairsItIsAsTheyAreSeenAndOfFewNearTheMixture() {
        int state = STATES.whole()[5];
        double[] pairs = new double[PATTERNS.states()];
        pairs[state] = 1;
        assertThat(SPREAD.of(pairs, MIXTURE)[state]).isCloseTo(MIXTURE[state], within(0.01));
        pairs[state] = 1e6;
        assertThat(SPREAD.of(pairs, MIXTURE)[state]).isCloseTo(1, within(1e-3));
    }

    @Test
    void whatIsMissingSpeaksNeitherWay() {
        double[] pairs = new double[PATTERNS.states()];
        Arrays.stream(STATES.whole()).forEach(state -> pairs[state] = 1e6 * MIXTURE[state]);
        double[] spread = SPREAD.of(pairs, MIXTURE);
        for (int state = 0; state < spread.length; state++) {
            assertThat(spread[state]).as("state %d", state).isCloseTo(MIXTURE[state], within(1e-9));
        }
    }

    @Test
    void namesThatAreTheSameAndSoNotSwappedLackNothing() {
        Comparison first = EveryState.COMPARISONS.get(0);
        Comparison swapped = new Comparison("swapped", Role.SWAP, first.levels(), first.m(), first.u());
        StateSpread spread = new StateSpread(
                List.of(swapped, EveryState.COMPARISONS.get(1), EveryState.COMPARISONS.get(2)), PATTERNS);
        double[] pairs = new double[PATTERNS.states()];
        int[] notMissing = IntStream.range(0, PATTERNS.states())
                .filter(state -> (missing(state) & 0b011) == 0)
                .toArray();
        Arrays.stream(notMissing).forEach(state -> pairs[state] = 1000);
        double[] chances = spread.of(pairs, new double[PATTERNS.states()]);
        assertThat(Arrays.stream(notMissing)
                        .mapToDouble(state -> chances[state])
                        .sum())
                .as("with and without a level of it together")
                .isCloseTo(1, within(0.01));
        assertThat(notMissing).hasSize(4 * 4 * 3);
    }

    @Test
    void nothingIsImpossible() {
        double[] pairs = new double[PATTERNS.states()];
        pairs[0] = 1e9;
        assertThat(Arrays.stream(SPREAD.of(pairs, new double[PATTERNS.states()])))
                .allMatch(chance -> chance > 0);
    }

    private static int missing(int state) {
        byte[] levels = PATTERNS.levels(state);
        return (levels[0] == 0 ? 4 : 0) + (levels[1] == 0 ? 2 : 0) + (levels[2] == 0 ? 1 : 0);
    }
}
