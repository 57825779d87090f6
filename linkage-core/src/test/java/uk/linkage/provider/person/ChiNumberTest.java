package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;

/** On the numbers that Public Health Scotland publishes as examples. */
class ChiNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"0101011237", "010101 1237", "010101-1237", "0101011237.0"})
    void aValidNumberIsRead(String text) {
        assertThat(ChiNumber.parse(text).orElseThrow().reveal()).isEqualTo("0101011237");
    }

    @ParameterizedTest
    @CsvSource({
        "0101201234, is refused: Invalid checksum",
        "3201201234, is refused: Invalid date",
        "0113201234, is refused: Invalid date",
        "2902191230, is refused: Invalid date",
        "3000201234, is refused: Invalid date",
        "12345678, is refused: Too few characters",
        "12345678900, is refused: Too many characters",
        "010120123?, is refused: Invalid character(s) present",
        "010101I237, is refused: Invalid character(s) present",
        "101011237, has nine digits: a leading zero may be lost",
        "1111111111, is one digit repeated"
    })
    void eachFaultHasTheReasonOfPublicHealthScotlandOrItsOwn(String text, String rule) {
        assertThat(ChiNumber.read(text)).isEqualTo(new Faulty<>(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2902201231", "2902001230"})
    void theLeapDayOfALeapYearInEitherCenturyIsADate(String text) {
        assertThat(ChiNumber.read(text)).isEqualTo(new Faulty<>("is refused: Invalid checksum"));
    }

    @Test
    void anEmptyCellIsMissingAndNullIsNoCell() {
        assertThat(ChiNumber.read("")).isEqualTo(new Missing<>("empty"));
        assertThatNullPointerException().isThrownBy(() -> ChiNumber.read(null));
    }

    @Test
    void theNinthDigitIsTheSex() {
        assertThat(ChiNumber.parse("0101011237").orElseThrow().sex()).isEqualTo(Sex.MALE);
        assertThat(ChiNumber.parse("0101336489").orElseThrow().sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void theFirstSixDigitsAreTheDateOfBirth() {
        assertThat(ChiNumber.parse("0101336489").orElseThrow().birthDayMonthYear())
                .isEqualTo("010133");
    }

    @Test
    void aChiNumberIsNotAnNhsNumberOfTheSameDigits() {
        Object chi = ChiNumber.parse("0101011237").orElseThrow();
        Object nhs = NhsNumber.parse("0101011237").orElseThrow();
        assertThat(chi).isNotEqualTo(nhs).hasToString("ChiNumber[…]");
    }
}
