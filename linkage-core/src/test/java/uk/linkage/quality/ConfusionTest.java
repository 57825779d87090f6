package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static uk.linkage.quality.EstimateTest.measured;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    @Test
    void precisionRecallAndF1AreAsDefined() {
        Confusion pairs = new Confusion(90, 10, 30);
        assertThat(measured(pairs.precision()).value()).isEqualTo(0.9);
        assertThat(measured(pairs.recall()).value()).isEqualTo(0.75);
        assertThat(measured(pairs.f1()).value()).isCloseTo(2 * 0.9 * 0.75 / (0.9 + 0.75), within(1e-15));
    }

    @Test
    void withoutAnythingLinkedPrecisionAloneIsUndefined() {
        Confusion pairs = new Confusion(0, 0, 5);
        assertThat(pairs.precision()).isEqualTo(new Estimate.Undefined("nothing was linked"));
        assertThat(measured(pairs.recall()).value()).isZero();
        assertThat(measured(pairs.f1()).value()).isZero();
    }

    @Test
    void withoutAnythingToLinkRecallAloneIsUndefined() {
        Confusion pairs = new Confusion(0, 5, 0);
        assertThat(measured(pairs.precision()).value()).isZero();
        assertThat(pairs.recall()).isInstanceOf(Estimate.Undefined.class);
        assertThat(measured(pairs.f1()).value()).isZero();
    }

    @Test
    void withoutEitherAllAreUndefined() {
        Confusion pairs = new Confusion(0, 0, 0);
        assertThat(pairs.precision()).isInstanceOf(Estimate.Undefined.class);
        assertThat(pairs.recall()).isInstanceOf(Estimate.Undefined.class);
        assertThat(pairs.f1()).isInstanceOf(Estimate.Undefined.class);
    }

    @Test
    void theIntervalOfF1HoldsTheTruthNineteenTimesInTwenty() {
        Random random = new Random(20260101);
        for (double star : new double[] {0.5, 0.9, 0.97}) {
            double truth = 2 * star / (1 + star);
            int held = 0;
            for (int trial = 0; trial < 4000; trial++) {
                Estimate.Measured f1 = measured(drawn(random, star, 300).f1());
                held += f1.low() <= truth && truth <= f1.high() ? 1 : 0;
            }
            assertThat(held / 4000.0).as("F* %s", star).isBetween(0.935, 0.97);
        }
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatThrownBy(() -> new Confusion(1, -1, 0)).hasMessageContaining("must not be negative");
    }

    private static Confusion drawn(Random random, double star, int named) {
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < named; i++) {
            double at = random.nextDouble();
            right += at < star ? 1 : 0;
            wrong += at >= star && random.nextBoolean() ? 1 : 0;
        }
        return new Confusion(right, wrong, named - right - wrong);
    }
}
