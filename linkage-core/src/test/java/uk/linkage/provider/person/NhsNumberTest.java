package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.NhsNumber.Range;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;

class NhsNumberTest {
    private static final NhsNumber NUMBER = NhsNumber.parse("9990000018").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9990000018",
                "999 000 0018",
                "999-000-0018",
                "999\u00A0000\u00A00018",
                "999–000–0018",
                " 9990000018\t",
                "\uFEFF9990000018"
            })
    void spacesAndHyphensMakeNoDifference(String text) {
        assertThat(NhsNumber.parse(text)).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000018.0", "9990000018.00", "999 000 0018.0"})
    void theDecimalZeroOfASpreadsheetIsRepaired(String text) {
        assertThat(NhsNumber.parse(text)).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000019", "9999999998", "9991234560"})
    void aWrongCheckDigitIsAFault(String text) {
        assertFault(text, "fails its check digit");
    }

    @Test
    void aNumberWhoseCheckWouldBeTenDoesNotExist() {
        for (int digit = 0; digit <= 9; digit++)
            assertThat(NhsNumber.parse("999000000" + digit)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
    void aRepeatedDigitPassesTheArithmeticAndIsRefused(char digit) {
        String repeated = Character.toString(digit).repeat(10);
        assertThat(TenDigits.passesModulus11(repeated)).isTrue();
        assertFault(repeated, "is one digit repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"990000018", "990 000 018", "990000018.0"})
    void nineDigitsHaveLostALeadingZero(String text) {
        assertFault(text, "has nine digits: a leading zero may be lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.99E+09", "9.99000E+09", "9.990000018E9", "1,23457e+09", "1E+10"})
    void scientificNotationIsToldFromLetters(String text) {
        assertFault(text, "is in scientific notation: digits may be lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD 123", "NBXX/12/3", "LK12345678", "9990O00018"})
    void anOldStyleNumberIsKeptApart(String text) {
        assertFault(text, "has letters: perhaps an old-style number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99900+0018", "999/000/0018", "see notes", "9990000018.5"})
    void otherCharactersAreAFault(String text) {
        assertFault(text, "has characters other than digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "99900000", "99900000181"})
    void anyOtherLengthIsAFault(String text) {
        assertFault(text, "does not have ten digits");
    }

    @Test
    void anEmptyCellIsMissingAndNullIsNoCell() {
        assertThat(NhsNumber.read(" ")).isEqualTo(new Missing<>("empty"));
        assertThat(NhsNumber.read("NULL")).isEqualTo(new Missing<>("placeholder"));
        assertThatNullPointerException().isThrownBy(() -> NhsNumber.read(null));
    }

    @Test
    void onlyTheNeverIssuedBlockIsATestNumber() {
        assertThat(NUMBER.isTest()).isTrue();
        assertThat(NUMBER.range()).isEqualTo(Range.TEST);
        assertThat(NhsNumber.parse("943 476 5919").orElseThrow().isTest()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, UNKNOWN",
        "9, UNKNOWN",
        "10, SCOTLAND_CHI",
        "311, SCOTLAND_CHI",
        "312, UNKNOWN",
        "320, NORTHERN_IRELAND",
        "399, NORTHERN_IRELAND",
        "400, ENGLAND_WALES_MAN_400",
        "499, ENGLAND_WALES_MAN_400",
        "500, UNKNOWN",
        "600, ENGLAND_WALES_MAN_600",
        "799, ENGLAND_WALES_MAN_600",
        "800, IRELAND",
        "859, IRELAND",
        "860, UNKNOWN",
        "900, TEST",
        "999, TEST"
    })
    void theFirstThreeDigitsLabelTheRange(int prefix, Range range) {
        assertThat(Range.ofPrefix(prefix)).isEqualTo(range);
    }

    @Test
    void theTextLeavesOnlyByMethodsThatSaySo() {
        assertThat(NUMBER.reveal()).isEqualTo("9990000018");
        assertThat(NUMBER.revealSpaced()).isEqualTo("999 000 0018");
        assertThat(List.of(NUMBER)).hasToString("[NhsNumber[…]]");
    }

    private static void assertFault(String text, String rule) {
        assertThat(NhsNumber.read(text)).isEqualTo(new Faulty<>(rule));
    }
}
