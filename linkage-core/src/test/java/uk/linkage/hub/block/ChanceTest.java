package uk.linkage.hub.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTest {

    /** 2,000 rows on either side make a million pairs for every 1,000 records of both together. */
    @Test
    void deviationsAreThoseOfTheNormalDistribution() {
        assertThat(Chance.deviations(1.349898, 2000, 2000)).isCloseTo(3, within(0.01));
        assertThat(Chance.deviations(0.0316712, 2000, 2000)).isCloseTo(4, within(0.01));
        assertThat(Chance.deviations(0.000286652, 2000, 2000)).isCloseTo(5, within(0.01));
    }

    @Test
    void largerTablesAskForNearerPairsAndTinyOnesForNoMoreThanNearlyAnything() {
        assertThat(Chance.deviations(1, 100_000, 100_000)).isGreaterThan(Chance.deviations(1, 1000, 1000));
        assertThat(Chance.deviations(1, 1, 1)).isEqualTo(2.5);
    }
}
