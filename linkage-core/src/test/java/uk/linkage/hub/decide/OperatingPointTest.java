package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.Decide;
import uk.linkage.agreement.DifferentNumbers;
import uk.linkage.hub.decide.OperatingPoint.Likely;

class OperatingPointTest {
    private static final Decide AGREED = new Decide(0.5, 0.25, 0.99, 1, DifferentNumbers.EVIDENCE);

    @Test
    void theAgreedThresholdStaysWhereAllLinksTogetherAreGoodEnough() {
        OperatingPoint point = OperatingPoint.of(links(1000, 0.999, 5, 0.6), List.of(), AGREED);
        assertThat(point.link()).isEqualTo(0.5);
        assertThat(point.expectedPrecision()).isEqualTo((999 + 3.0) / 1005, within(1e-12));
    }

    @Test
    void doubtfulLinksGoFirstWhereTheyAreTooMany() {
        OperatingPoint point = OperatingPoint.of(links(1000, 0.999, 500, 0.6), List.of(), AGREED);
        assertThat(point.link()).isEqualTo(0.999);
        assertThat(point.expectedPrecision()).isEqualTo(0.999, within(1e-12));
    }

    @Test
    void pairsOfOneProbabilityStandOrFallTogether() {
        OperatingPoint point = OperatingPoint.of(links(1000, 0.999, 30, 0.6), List.of(), AGREED);
        assertThat(point.link()).isEqualTo(0.999);
    }

    @Test
    void whatAPairIsWorthAmongItsRivalsCounts() {
        OperatingPoint point = OperatingPoint.of(Collections.nCopies(100, new Likely(0.9999, 0.7)), List.of(), AGREED);
        assertThat(point.link()).isEqualTo(1);
        assertThat(point.expectedPrecision()).isNaN();
    }

    @Test
    void oneInTwentyIsWorthAReview() {
        List<Likely> others = links(20, 0.3, 40, 0.06);
        assertThat(OperatingPoint.of(List.of(), others, AGREED).review()).isEqualTo(0.06);
        List<Likely> fewer = links(20, 0.3, 40, 0.04);
        assertThat(OperatingPoint.of(List.of(), fewer, AGREED).review()).isEqualTo(0.3);
    }

    @Test
    void withoutPairsTheAgreementDecides() {
        OperatingPoint point = OperatingPoint.of(List.of(), List.of(), AGREED);
        assertThat(point.in(AGREED)).isEqualTo(AGREED);
        assertThat(point.review()).isEqualTo(AGREED.link());
    }

    private static List<Likely> links(int sure, double p, int doubtful, double q) {
        return Stream.concat(
                        Collections.nCopies(sure, new Likely(p, p)).stream(),
                        Collections.nCopies(doubtful, new Likely(q, q)).stream())
                .toList();
    }
}
