package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private static final int ROWS = 200;

    @Test
    void theSameEdgesCoincideWholly() {
        Edges edges = random(1);
        assertThat(edges.leak(edges, 0.01)).isEqualTo(1);
    }

    @Test
    void unrelatedEdgesCoincideByChance() {
        assertThat(random(1).leak(random(2), 0.1)).isCloseTo(0.1, within(0.02));
    }

    @Test
    void anIncreasingFunctionOfTheScoresChangesNothing() {
        SplittableRandom random = new SplittableRandom(3);
        var both = Edges.of(ROWS, 2, (left, right, scores) -> {
            scores[0] = random.nextDouble();
            scores[1] = Math.exp(scores[0]);
        });
        assertThat(both.get(0).leak(both.get(1), 0.05)).isCloseTo(1, within(1e-9));
    }

    @Test
    void wherePairsTieEachCountsForItsChanceOfBeingTaken() {
        Edges tied = Edges.of(ROWS, 1, (left, right, scores) -> scores[0] = 7).get(0);
        assertThat(tied.leak(tied, 0.1)).isCloseTo(0.1, within(1e-9));
        assertThat(tied.leak(random(1), 0.1)).isCloseTo(0.1, within(1e-9));
    }

    private static Edges random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Edges.of(ROWS, 1, (left, right, scores) -> scores[0] = random.nextDouble())
                .get(0);
    }
}
