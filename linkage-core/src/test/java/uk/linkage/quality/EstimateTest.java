package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {
    /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998, table I. */
    @Test
    void theIntervalIsWilsonsAsPublished() {
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0.0000, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
    }

    @Test
    void atBothEndsTheIntervalEndsThereExactly() {
        assertThat(measured(Estimate.proportion(0, 7, "-")).low()).isZero();
        assertThat(measured(Estimate.proportion(7, 7, "-")).high()).isEqualTo(1);
        assertThat(measured(Estimate.proportion(7, 7, "-")).low()).isLessThan(1);
    }

    @Test
    void theIntervalHoldsTheValueAndStaysWithinZeroAndOne() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            long trials = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            long successes = (long) (trials * random.nextDouble());
            Estimate.Measured share = measured(Estimate.proportion(successes, trials, "-"));
            assertThat(0 <= share.low() && share.low() <= share.value() && share.value() <= share.high())
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(share.high()).as("seed %d", seed).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void withoutTrialsItIsUndefinedAndSaysWhy() {
        assertThat(Estimate.proportion(0, 0, "nothing was linked"))
                .isEqualTo(new Estimate.Undefined("nothing was linked"))
                .hasToString("undefined (nothing was linked)");
    }

    @Test
    void itReadsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Estimate.proportion(97, 100, "-")).hasToString("0.9700 (0.9155 to 0.9897)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> Estimate.proportion(3, 2, "-")).hasMessage("successes (3) must be between 0 and 2");
        assertThatThrownBy(() -> Estimate.proportion(-1, 2, "-")).hasMessage("successes (-1) must be between 0 and 2");
    }

    static Estimate.Measured measured(Estimate estimate) {
        assertThat(estimate).isInstanceOf(Estimate.Measured.class);
        return (Estimate.Measured) estimate;
    }

    private static void assertInterval(long successes, long trials, double low, double high) {
        Estimate.Measured share = measured(Estimate.proportion(successes, trials, "-"));
        assertThat(share.value()).isEqualTo((double) successes / trials);
        assertThat(share.low()).isCloseTo(low, within(0.00005));
        assertThat(share.high()).isCloseTo(high, within(0.00005));
    }
}
