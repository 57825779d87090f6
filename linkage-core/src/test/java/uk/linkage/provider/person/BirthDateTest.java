package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;

class BirthDateTest {
    private static final BirthRange RANGE = BirthRange.since1895(LocalDate.of(2026, 6, 15));

    @Test
    void aWholeDateGivesOutItsParts() {
        BirthDate date = date("31/12/1980");
        assertThat(date.year()).hasValue(1980);
        assertThat(date.month()).hasValue(12);
        assertThat(date.day()).hasValue(31);
        assertThat(date.isComplete()).isTrue();
        assertThat(date.reveal()).isEqualTo("1980-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/01/1900", "1/1/1900", "01-01-1800"})
    void knownPlaceholdersAreMissing(String text) {
        assertThat(read(text)).isEqualTo(new Missing<>("placeholder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/1894", "02/01/1800", "01/01/0001"})
    void aDateBeforeTheRangeIsAFault(String text) {
        assertThat(read(text)).isEqualTo(new Faulty<>("is before 1895-01-01"));
    }

    @Test
    void aDateAfterTheRangeIsInTheFuture() {
        assertThat(read("16/06/2026")).isEqualTo(new Faulty<>("is in the future"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/01/1895", "15/06/2026", "02/01/1900"})
    void bothEndsOfTheRangeAreWithin(String text) {
        assertThat(read(text).value()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "32/01/1980",
                "30/02/1980",
                "29/02/1981",
                "12/13/1980",
                "00/01/1980",
                "01/00/1980",
                "1980-12-31",
                "soon"
            })
    void whatIsNoDateInTheFormIsAFaultThatNamesTheForm(String text) {
        assertThat(read(text)).isEqualTo(new Faulty<>("is not a date as DD/MM/YYYY"));
    }

    @ParameterizedTest
    @CsvSource({
        "31/12/80, DAY_MONTH_YEAR",
        "80-12-31, ISO",
        "801231, COMPACT",
        "31-DEC-80, DAY_NAMED_MONTH_YEAR",
        "80, YEAR"
    })
    void aTwoDigitYearIsRefused(String text, DateForm form) {
        assertThat(BirthDate.read(text, form, RANGE)).isEqualTo(new Faulty<>("has a two-digit year"));
    }

    @Test
    void anEmptyCellIsMissingAndNullIsNoCell() {
        assertThat(read(" ")).isEqualTo(new Missing<>("empty"));
        assertThat(read("unknown")).isEqualTo(new Missing<>("placeholder"));
        assertThatNullPointerException().isThrownBy(() -> read(null));
    }

    @ParameterizedTest
    @CsvSource({
        "01/01/1980, true",
        "01/07/1980, true",
        "15/03/1980, true",
        "15/07/1980, true",
        "01/02/1980, false",
        "02/01/1980, false",
        "14/03/1980, false"
    })
    void daysThatEstimatesFallOnAreKeptAndSaidToBeSo(String text, boolean low) {
        assertThat(date(text).isLowInformation()).isEqualTo(low);
    }

    @ParameterizedTest
    @CsvSource({
        "1980, 12, 31, 1980-12-31",
        "1980, DEC, 31, 1980-12-31",
        "1980, december, 31, 1980-12-31",
        "1980.0, 5.0, 1.0, 1980-05-01",
        "1980, 12, '', 1980-12-XX",
        "1980, '', '', 1980-XX-XX",
        "'', 2, 29, XXXX-02-29",
        "1980, unknown, 31, 1980-XX-31",
        "'', '', 31, XXXX-XX-31"
    })
    void aDateMayComeInThreeCellsAndInPart(String year, String month, String day, String canonical) {
        BirthDate date = BirthDate.ofParts(year, month, day, RANGE).value().orElseThrow();
        assertThat(date.reveal()).isEqualTo(canonical);
        assertThat(date.isComplete()).isEqualTo(!canonical.contains("X"));
    }

    @ParameterizedTest
    @CsvSource({
        "1980, 12, 32",
        "1980, 2, 30",
        "1981, 2, 29",
        "'', 2, 30",
        "'', '', 32",
        "1980, 13, ''",
        "1980, 0, 1",
        "1980, 1, 0",
        "1980, Smarch, 1",
        "198O, 1, 1",
        "1980, 1, first"
    })
    void aFaultInOnePartIsAFaultOfTheWhole(String year, String month, String day) {
        assertThat(BirthDate.ofParts(year, month, day, RANGE))
                .isEqualTo(new Faulty<>("is not a date as year, month and day"));
    }

    @Test
    void partsAreRefusedAsWholeDatesAre() {
        assertThat(BirthDate.ofParts("80", "12", "31", RANGE)).isEqualTo(new Faulty<>("has a two-digit year"));
        assertThat(BirthDate.ofParts("1900", "1", "1", RANGE)).isEqualTo(new Missing<>("placeholder"));
        assertThat(BirthDate.ofParts("1894", "", "", RANGE)).isEqualTo(new Faulty<>("is before 1895-01-01"));
        assertThat(BirthDate.ofParts("2027", "", "", RANGE)).isEqualTo(new Faulty<>("is in the future"));
        assertThat(BirthDate.ofParts("2026", "7", "", RANGE)).isEqualTo(new Faulty<>("is in the future"));
    }

    @Test
    void aPartialDateIsOutOfRangeOnlyIfTheWholeOfItIs() {
        assertThat(BirthDate.ofParts("2026", "", "", RANGE).value()).isPresent();
        assertThat(BirthDate.ofParts("2026", "6", "", RANGE).value()).isPresent();
        assertThat(BirthDate.ofParts("1900", "", "", RANGE).value()).isPresent();
    }

    @Test
    void threeEmptyCellsAreMissing() {
        assertThat(BirthDate.ofParts("", " ", "", RANGE)).isEqualTo(new Missing<>("empty"));
        assertThat(BirthDate.ofParts("", "unknown", "", RANGE)).isEqualTo(new Missing<>("placeholder"));
    }

    @Test
    void anAbsentPartIsAbsent() {
        BirthDate date = BirthDate.ofParts("1980", "", "15", RANGE).value().orElseThrow();
        assertThat(date.month()).isEqualTo(OptionalInt.empty());
        assertThat(date.isLowInformation()).isTrue();
        assertThat(date).isNotEqualTo(date("15/01/1980"));
    }

    @Test
    void theSameDayIsTheSameDateInEveryForm() {
        assertThat(BirthDate.parse("1980-12-31", DateForm.ISO, RANGE)).contains(date("31/12/1980"));
    }

    @Test
    void aRangeEndsAfterItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BirthRange(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)))
                .withMessage("earliest (2026-01-02) must not be after latest (2026-01-01)");
    }

    @Test
    void theTextLeavesOnlyByNamedMethods() {
        assertThat(date("31/12/1980")).hasToString("BirthDate[…]");
    }

    private static Reading<BirthDate> read(String text) {
        return BirthDate.read(text, DateForm.DAY_MONTH_YEAR, RANGE);
    }

    private static BirthDate date(String text) {
        return read(text).value().orElseThrow();
    }
}
