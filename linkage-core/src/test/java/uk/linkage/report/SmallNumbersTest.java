package uk.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallNumbersTest {
    @Test
    void oneToSevenAreHiddenAndOthersRoundedToTheNearestFive() {
        assertThat(SmallNumbers.text(0)).isEqualTo("0");
        for (long count = 1; count <= 7; count++) {
            assertThat(SmallNumbers.text(count)).isEqualTo("*");
        }
        assertThat(SmallNumbers.text(8)).isEqualTo("10");
        assertThat(SmallNumbers.text(12)).isEqualTo("10");
        assertThat(SmallNumbers.text(13)).isEqualTo("15");
        assertThat(SmallNumbers.text(1_234_568)).isEqualTo("1,234,570");
    }

    @Test
    void aShareIsOfTheRoundedCountsAndHiddenWithThem() {
        assertThat(SmallNumbers.share(52, 101).toString()).isEqualTo("50.0 %");
        assertThat(SmallNumbers.share(7, 100).toString()).isEqualTo("*");
        assertThat(SmallNumbers.share(0, 7).toString()).isEqualTo("*");
        assertThat(SmallNumbers.share(0, 0).toString()).isEqualTo("*");
        assertThat(SmallNumbers.share(99, 98).toString()).isEqualTo("100.0 %");
    }
}
