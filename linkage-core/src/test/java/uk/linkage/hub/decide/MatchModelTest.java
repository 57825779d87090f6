package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Decide;
import uk.linkage.agreement.DifferentNumbers;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;

class MatchModelTest {
    private static final MatchModel MODEL = new MatchModel(
            List.of(
                    new Comparison(
                            "name",
                            Role.SURNAME,
                            List.of("missing", "same", "near", "different"),
                            List.of(0.8, 0.1, 0.1),
                            List.of(0.1, 0.4, 0.5)),
                    new Comparison(
                            "number",
                            Role.NUMBER,
                            List.of("missing", "same", "different"),
                            List.of(0.99, 0.01),
                            List.of(0.001, 0.999))),
            new double[][] {{0, 0.8, 0.1, 0.1}, {0, 0.96, 0.04}},
            new double[][] {{0, 0.1, 0.1, 0.8}, {0, 0.03, 0.97}},
            0.2);

    @Test
    void aLevelWeighsTheLogarithmOfMOverU() {
        assertThat(MODEL.weight(0, 1)).isCloseTo(3, within(1e-12));
        assertThat(MODEL.weight(0, 2)).isCloseTo(0, within(1e-12));
        assertThat(MODEL.weight(0, 3)).isCloseTo(-3, within(1e-12));
        assertThat(MODEL.weight(1, 1)).isCloseTo(5, within(1e-12));
    }

    @Test
    void aMissingLevelWeighsNothing() {
        assertThat(MODEL.weight(0, Comparison.MISSING)).isZero();
        assertThat(MODEL.weight(new byte[] {0, 0})).isZero();
    }

    @Test
    void aPairWeighsTheSum() {
        assertThat(MODEL.weight(new byte[] {1, 1})).isCloseTo(8, within(1e-12));
        assertThat(MODEL.weight(new byte[] {3, 1})).isCloseTo(2, within(1e-12));
    }

    @Test
    void thePriorCountsAsItsLogOdds() {
        assertThat(logOdds(0, 0)).isCloseTo(-2, within(1e-12));
        assertThat(MatchModel.probability(logOdds(0, 0))).isCloseTo(0.2, within(1e-12));
        assertThat(MatchModel.probability(logOdds(1, 1))).isCloseTo(64 / 65.0, within(1e-12));
    }

    @Test
    void probabilitiesAndLogOddsGoThereAndBack() {
        for (double probability = 0.001; probability < 1; probability += 0.001) {
            assertThat(MatchModel.probability(MatchModel.logOdds(probability))).isCloseTo(probability, within(1e-12));
        }
        assertThat(MatchModel.probability(5000)).isEqualTo(1);
        assertThat(MatchModel.probability(-5000)).isZero();
    }

    @Test
    void thresholdsDecideAndBelongToTheBetter() {
        Decide thresholds = new Decide(0.8, 0.5, 0.999, 3, DifferentNumbers.VETO);
        assertThat(Decision.of(0.8, thresholds)).isEqualTo(Decision.MATCH);
        assertThat(Decision.of(0.79, thresholds)).isEqualTo(Decision.POTENTIAL_MATCH);
        assertThat(Decision.of(0.5, thresholds)).isEqualTo(Decision.POTENTIAL_MATCH);
        assertThat(Decision.of(0.49, thresholds)).isEqualTo(Decision.NO_MATCH);
    }

    @Test
    void aLinkMustBeLikelyAmongItsRivalsAndLeadThem() {
        Decide thresholds = new Decide(0.8, 0.5, 0.999, 3, DifferentNumbers.VETO);
        assertThat(Decision.of(0.99, 0.8, 3, thresholds)).isEqualTo(Decision.MATCH);
        assertThat(Decision.of(0.99, 0.79, 30, thresholds)).isEqualTo(Decision.MANY_MATCH);
        assertThat(Decision.of(0.99, 0.9, 2.9, thresholds)).isEqualTo(Decision.MANY_MATCH);
        assertThat(Decision.of(0.7, 0.1, 30, thresholds)).isEqualTo(Decision.POTENTIAL_MATCH);
        assertThat(Decision.of(0.4, 0.4, 30, thresholds)).isEqualTo(Decision.NO_MATCH);
    }

    private static double logOdds(int first, int second) {
        return MODEL.weight(new byte[] {(byte) first, (byte) second}) + MatchModel.logOdds(MODEL.prior());
    }
}
