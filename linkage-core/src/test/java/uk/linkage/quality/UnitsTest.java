package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitsTest {
    /**
     * Two people of three pairs, one found whole and one not at all, and two of one pair that is found: 5 of 8. The squares of x - p n are
     * 1.125^2, 1.875^2 and twice .375^2, 5.0625 in all, so that the variance is 4/3 5.0625 / 64, where that of eight independent trials
     * is .625 x .375 / 7.
     */
    @Test
    void theDesignEffectIsThatOfARatioWorkedOutByHand() {
        Units units = units(new int[][] {{3, 3}, {3, 0}, {1, 1}, {1, 1}});
        assertThat(units.designEffect()).isCloseTo(4 / 3.0 * 5.0625 / 64 / (0.625 * 0.375 / 7), within(1e-12));
        assertThat(units.designEffect()).isCloseTo(3.15, within(1e-12));
    }

    @Test
    void whereEachUnitIsOneTrialTheIntervalIsWilsons() {
        Units units = new Units();
        for (int unit = 0; unit < 100; unit++) {
            units.add(1, unit < 97 ? 1 : 0);
        }
        assertThat(units.designEffect()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aUnitNeverCountsForMoreThanOneTrial() {
        assertThat(units(new int[][] {{3, 3}, {3, 3}, {1, 1}}).designEffect()).isEqualTo(7 / 3.0);
        assertThat(units(new int[][] {{3, 0}, {1, 0}}).designEffect()).isEqualTo(2);
        assertThat(units(new int[][] {{6, 3}}).designEffect()).isEqualTo(6);
        assertThat(units(new int[][] {{2, 1}, {2, 1}, {2, 1}}).designEffect()).isEqualTo(2);
        assertThat(new Units().designEffect()).isEqualTo(1);
    }

    @Test
    void aUnitThatGrowsIsTakenOutAndPutBack() {
        Units units = units(new int[][] {{3, 0}, {3, 0}, {1, 1}, {1, 1}, {0, 0}});
        units.remove(3, 0);
        units.add(3, 3);
        assertThat(units.designEffect()).isEqualTo(3.15, within(1e-12));
    }

    @Test
    void trialsThatComeOneByOneArePutTogether() {
        RunningUnit running = new RunningUnit();
        int[][] units = {{3, 3}, {3, 0}, {1, 1}, {1, 1}};
        for (int unit = 0; unit < units.length; unit++) {
            for (int trial = 0; trial < units[unit][0]; trial++) {
                running.add(unit, trial < units[unit][1]);
            }
        }
        assertThat(running.designEffect()).isEqualTo(3.15, within(1e-12));
        assertThat(running.designEffect()).as("asked again").isEqualTo(3.15, within(1e-12));
    }

    /** 400 people of one pair or of three, of which one person in ten is lost with all of them: how often the true share is in the interval. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSaysAndThatOfPairsDoesNot() {
        Random random = new Random(1);
        double truth = 0.9;
        int held = 0;
        int heldByPairs = 0;
        for (int sample = 0; sample < 4000; sample++) {
            Units units = new Units();
            long trials = 0;
            long successes = 0;
            for (int person = 0; person < 400; person++) {
                int pairs = random.nextBoolean() ? 1 : 3;
                int found = random.nextDouble() < 0.1 ? 0 : pairs;
                units.add(pairs, found);
                trials += pairs;
                successes += found;
            }
            held += holds(Wilson.interval(successes, trials, trials / units.designEffect()), truth) ? 1 : 0;
            heldByPairs += holds(Wilson.interval(successes, trials), truth) ? 1 : 0;
        }
        assertThat(held / 4000.0).isBetween(0.94, 0.965);
        assertThat(heldByPairs / 4000.0).isLessThan(0.91);
    }

    private static boolean holds(Estimate.Measured interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    private static Units units(int[][] all) {
        Units units = new Units();
        for (int[] unit : all) {
            units.add(unit[0], unit[1]);
        }
        return units;
    }
}
