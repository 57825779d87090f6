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
import uk.linkage.provider.person.Reading.Partial;
import uk.linkage.provider.person.Reading.Present;

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
    @ValueSource(strings = {"1980-12-31", "12/31-1980", "soon"})
    void whatIsNoDateInTheFormIsAFaultThatNamesTheForm(String text) {
        assertThat(read(text)).isEqualTo(new Faulty<>("is not a date as DD/MM/YYYY"));
    }

    @ParameterizedTest
    @CsvSource({
        "32/01/1980, 1980-01-XX",
        "30/02/1980, 1980-02-XX",
        "29/02/1981, 1981-02-XX",
        "12/13/1980, 1980-XX-XX",
        "45/13/1980, 1980-XX-XX",
        "32/00/1980, 1980-XX-XX"
    })
    void ofWhatIsNoDateOnlyAsAWholeTheRestIsKeptAndTheFaultTold(String text, String left) {
        assertThat(read(text).value().map(BirthDate::reveal)).contains(left);
        assertThat(read(text)).isEqualTo(new Partial<>(date(read(text)), "is not a date as DD/MM/YYYY"));
    }

    @Test
    void whatIsLeftOfADateKeepsToTheRangeAsWell() {
        assertThat(read("30/02/1880")).isEqualTo(new Faulty<>("is not a date as DD/MM/YYYY"));
    }

    @ParameterizedTest
    @CsvSource({
        "00/05/1980, 1980-05-XX",
        "??/05/1980, 1980-05-XX",
        "xx/xx/1980, 1980-XX-XX",
        "0/0/1980, 1980-XX-XX",
        "01/00/1980, 1980-XX-01",
        "31/12/????, XXXX-12-31",
        "31/12/0000, XXXX-12-31",
        "1980, 1980-XX-XX",
        "1980.0, 1980-XX-XX",
        "05/1980, 1980-05-XX",
        "5-1980, 1980-05-XX",
        "1980-05, 1980-05-XX",
        "1980/05, 1980-05-XX",
        "May 1980, 1980-05-XX",
        "may-1980, 1980-05-XX"
    })
    void anUnknownPartIsNoFault(String text, String canonical) {
        assertThat(read(text)).isInstanceOf(Present.class);
        assertThat(date(text).reveal()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00/00/0000", "??/??/????", "--/--/----"})
    void aDateOfWhichNothingIsKnownIsMissing(String text) {
        assertThat(read(text)).isEqualTo(new Missing<>("placeholder"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c. 1980",
                "c1980",
                "ca 1980",
                "circa 1980",
                "about 1980",
                "abt. 1980",
                "1980?",
                "1980s",
                "19??",
                "1980/81",
                "1980-1985"
            })
    void anEstimateIsMissingAndNoFault(String text) {
        assertThat(read(text)).isEqualTo(new Missing<>("estimate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Smarch 1980", "1980-5", "198", "19800", "05/80"})
    void whatLooksLikeAPartialDateAndIsNoneIsAFault(String text) {
        assertThat(read(text)).isNotInstanceOf(Present.class).isNotInstanceOf(Missing.class);
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
        "1980, 12, 32, 1980-12-XX",
        "1980, 2, 30, 1980-02-XX",
        "1981, 2, 29, 1981-02-XX",
        "'', 2, 30, XXXX-02-XX",
        "1980, 13, '', 1980-XX-XX",
        "1980, Smarch, 1, 1980-XX-01",
        "198O, 1, 1, XXXX-01-01",
        "1980, 1, first, 1980-01-XX"
    })
    void aPartAtFaultIsUnknownAndTold(String year, String month, String day, String left) {
        Reading<BirthDate> reading = BirthDate.ofParts(year, month, day, RANGE);
        assertThat(reading).isEqualTo(new Partial<>(date(reading), "is not a date as year, month and day"));
        assertThat(date(reading).reveal()).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"'', '', 32", "'', 13, ''", "198O, '', ''"})
    void aFaultOfWhichNothingIsLeftIsAFault(String year, String month, String day) {
        assertThat(BirthDate.ofParts(year, month, day, RANGE))
                .isEqualTo(new Faulty<>("is not a date as year, month and day"));
    }

    @ParameterizedTest
    @CsvSource({
        "1980, 0, 1, 1980-XX-01",
        "1980, 1, 00, 1980-01-XX",
        "0000, 1, 2, XXXX-01-02",
        "1980, XX, ??, 1980-XX-XX"
    })
    void zerosAndSignsForDigitsAreUnknown(String year, String month, String day, String canonical) {
        Reading<BirthDate> reading = BirthDate.ofParts(year, month, day, RANGE);
        assertThat(reading).isInstanceOf(Present.class);
        assertThat(date(reading).reveal()).isEqualTo(canonical);
    }

    @Test
    void partsAreRefusedAsWholeDatesAre() {
        assertThat(BirthDate.ofParts("80", "", "", RANGE)).isEqualTo(new Faulty<>("has a two-digit year"));
        assertThat(BirthDate.ofParts("1900", "1", "1", RANGE)).isEqualTo(new Missing<>("placeholder"));
        assertThat(BirthDate.ofParts("1894", "", "", RANGE)).isEqualTo(new Faulty<>("is before 1895-01-01"));
        assertThat(BirthDate.ofParts("2027", "", "", RANGE)).isEqualTo(new Faulty<>("is in the future"));
        assertThat(BirthDate.ofParts("2026", "7", "", RANGE)).isEqualTo(new Faulty<>("is in the future"));
    }

    @Test
    void aYearOfTwoDigitsIsUnknownBesideAMonthAndADay() {
        Reading<BirthDate> reading = BirthDate.ofParts("80", "12", "31", RANGE);
        assertThat(reading).isEqualTo(new Partial<>(date(reading), "has a two-digit year"));
        assertThat(date(reading).reveal()).isEqualTo("XXXX-12-31");
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
        return date(read(text));
    }

    private static BirthDate date(Reading<BirthDate> reading) {
        return reading.value().orElseThrow();
    }
}
