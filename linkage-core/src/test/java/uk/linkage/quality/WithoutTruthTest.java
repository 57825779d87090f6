package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.quality.Estimate.Measured;
import uk.linkage.quality.Estimate.Undefined;
import uk.linkage.quality.WithoutTruth.Expected;

class WithoutTruthTest {
    @Test
    void whatIsExpectedGivesPrecisionRecallAndF1() {
        WithoutTruth quality = WithoutTruth.of(new Expected(1000, 2, 3, 4, 6, 8));
        assertThat(value(quality.precision())).isEqualTo(0.9975, within(1e-9));
        assertThat(value(quality.recall())).isEqualTo(997.5 / 1007.5, within(1e-9));
        assertThat(value(quality.f1())).isEqualTo(2 * 997.5 / (1000 + 1007.5), within(1e-9));
        assertThat(quality.reasons()).isEmpty();
    }

    @Test
    void theIntervalReachesAsFarAsTheModelHasBeenSeenToErr() {
        Measured precision =
                (Measured) WithoutTruth.of(new Expected(1000, 2, 3, 4, 6, 8)).precision();
        assertThat(precision.low()).isEqualTo(1 - 3.5 * 0.003 - 0.004, within(1e-9));
        assertThat(precision.high()).isEqualTo(1 - 0.25 * 0.002, within(1e-9));
    }

    @Test
    void nothingIsClaimedWhereStrangersContradictTheModel() {
        WithoutTruth quality = WithoutTruth.of(new Expected(1000, 2, 60, 4, 6, 8));
        assertThat(List.of(quality.precision(), quality.recall(), quality.f1())).allMatch(Undefined.class::isInstance);
        assertThat(quality.reasons())
                .containsExactly("false links are put at 2 by the model and at 60 by pairs of different people");
    }

    @Test
    void precisionStandsWhereOnlyWhatWasMissedIsInDoubt() {
        WithoutTruth quality = WithoutTruth.of(new Expected(1000, 2, 3, 4, 6, 100));
        assertThat(quality.precision()).isInstanceOf(Measured.class);
        assertThat(List.of(quality.recall(), quality.f1())).allMatch(Undefined.class::isInstance);
        assertThat(quality.reasons()).hasSize(1);
    }

    @Test
    void anIntervalThatSaysLittleIsNotTold() {
        WithoutTruth quality = WithoutTruth.of(new Expected(1000, 2, 3, 80, 20, 20));
        assertThat(quality.recall()).isInstanceOf(Undefined.class);
        assertThat(quality.reasons().get(0)).startsWith("the interval of recall, ");
    }

    private static double value(Estimate estimate) {
        return ((Measured) estimate).value();
    }
}
