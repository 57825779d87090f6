package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;

/** The last day of what an agreement was made for. */
class DestroyByTest {
    private static final LocalDate DAY = LocalDate.of(2031, 12, 31);

    @Test
    void aMonthBeforeAndEverAfterThereIsAWarning() {
        DestroyBy destroyBy = new DestroyBy(DAY);
        assertThat(destroyBy.warning("it", DAY.minusDays(31))).isEmpty();
        assertThat(destroyBy.warning("it", DAY.minusDays(30)))
                .contains("it is to be destroyed by 2031-12-31, in 30 days");
        assertThat(destroyBy.warning("it", DAY)).contains("it is to be destroyed by 2031-12-31, in 0 days");
        assertThat(destroyBy.warning("it", DAY.plusDays(1)))
                .contains("it was to be destroyed by 2031-12-31, 1 day ago");
    }

    @Test
    void nothingIsMadeUnderAnAgreementWhoseDayHasPassed() {
        Agreement agreement = Vectors.agreement();
        DestroyBy.requireAhead(agreement, DAY);
        assertThatThrownBy(() -> DestroyBy.requireAhead(agreement, DAY.plusDays(1)))
                .isInstanceOf(InvalidAgreement.class)
                .hasMessageContaining("destroy_by: 2031-12-31 has passed");
    }
}
