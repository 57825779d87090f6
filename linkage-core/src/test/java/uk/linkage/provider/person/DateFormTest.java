package uk.linkage.provider.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.linkage.provider.person.DateForm.COMPACT;
import static uk.linkage.provider.person.DateForm.DAY_MONTH_YEAR;
import static uk.linkage.provider.person.DateForm.ISO;
import static uk.linkage.provider.person.DateForm.MONTH_DAY_YEAR;
import static uk.linkage.provider.person.DateForm.SPREADSHEET_SERIAL;
import static uk.linkage.provider.person.DateForm.YEAR;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormTest {
    private static final BirthRange RANGE = BirthRange.since1895(LocalDate.of(2026, 6, 15));

    @ParameterizedTest
    @CsvSource({
        "ISO, 1980-12-31",
        "ISO, ' 1980-12-31 '",
        "COMPACT, 19801231",
        "DAY_MONTH_YEAR, 31/12/1980",
        "DAY_MONTH_YEAR, 31-12-1980",
        "DAY_MONTH_YEAR, 31.12.1980",
        "DAY_MONTH_YEAR, 31 12 1980",
        "MONTH_DAY_YEAR, 12/31/1980",
        "MONTH_DAY_YEAR, 12-31-1980",
        "DAY_NAMED_MONTH_YEAR, 31-DEC-1980",
        "DAY_NAMED_MONTH_YEAR, 31 December 1980",
        "DAY_NAMED_MONTH_YEAR, 31/dec/1980",
        "YEAR_MONTH_DAY, 1980/12/31",
        "YEAR_MONTH_DAY, 1980.12.31",
        "ISO_DATE_TIME, 1980-12-31T00:00:00",
        "ISO_DATE_TIME, 1980-12-31T23:59:59.999Z",
        "ISO_DATE_TIME, 1980-12-31 00:00",
        "ISO_DATE_TIME, 1980-12-31 00:00:00.000 +01:00",
        "SPREADSHEET_SERIAL, 29586",
        "SPREADSHEET_SERIAL, 29586.0"
    })
    void aFormReadsTheDatesWrittenInIt(DateForm form, String text) {
        assertThat(BirthDate.parse(text, form, RANGE).map(BirthDate::reveal)).contains("1980-12-31");
    }

    @Test
    void daysAndMonthsMayHaveOneDigitWhereTheyAreSeparated() {
        assertThat(BirthDate.parse("1/2/1980", DAY_MONTH_YEAR, RANGE)
                        .orElseThrow()
                        .reveal())
                .isEqualTo("1980-02-01");
    }

    @Test
    void aYearAloneIsAPartialDate() {
        assertThat(BirthDate.parse("1980", YEAR, RANGE).orElseThrow().reveal()).isEqualTo("1980-XX-XX");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO, 1862-05-??, 1862-05-XX",
        "ISO, 1862-00-00, 1862-XX-XX",
        "COMPACT, 18620500, 1862-05-XX",
        "COMPACT, 18620512.0, 1862-05-12",
        "DAY_NAMED_MONTH_YEAR, XX-XXX-1862, 1862-XX-XX",
        "DAY_NAMED_MONTH_YEAR, 00-MAY-1862, 1862-05-XX",
        "ISO_DATE_TIME, 1862-05, 1862-05-XX",
        "ISO_DATE_TIME, 1862-05-12, 1862-05-12",
        "ISO_DATE_TIME, 1862-05-00, 1862-05-XX",
        "ISO, 1862-05-12T00:00:00, 1862-05-12",
        "MONTH_DAY_YEAR, 05/??/1862, 1862-05-XX",
        "YEAR, 05/1862, 1862-05-XX",
        "YEAR, 1862.0, 1862-XX-XX"
    })
    void aFormReadsPartialDatesTooAndWhatMeansOneThingOnly(DateForm form, String text, String canonical) {
        BirthRange old = new BirthRange(LocalDate.of(1000, 1, 1), LocalDate.of(2026, 1, 1));
        assertThat(BirthDate.parse(text, form, old).map(BirthDate::reveal)).contains(canonical);
    }

    @Test
    void aNumberOfFourDigitsIsADayAndNoYearWhereDaysAreNumbers() {
        assertThat(BirthDate.parse("1862", SPREADSHEET_SERIAL, RANGE).map(BirthDate::reveal))
                .contains("1905-02-04");
    }

    @Test
    void aDateWithAnUnknownDayTellsWhichFormItIs() {
        assertThat(DateForm.matchingInPart("??/05/1862")).containsExactly(DAY_MONTH_YEAR);
        assertThat(DateForm.matchingInPart("05/00/1862")).containsExactly(MONTH_DAY_YEAR);
        assertThat(DateForm.matchingInPart("1862-05-00")).containsExactly(ISO);
        assertThat(DateForm.matchingInPart("00/00/1862")).containsExactly(DAY_MONTH_YEAR, MONTH_DAY_YEAR);
        assertThat(DateForm.matchingInPart("12/05/1862")).isEmpty();
        assertThat(DateForm.matchingInPart("1862")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1862", "1862-05", "05/1862", "May 1862", "c. 1862"})
    void somePartialDatesMeanTheSameInAnyForm(String text) {
        assertThat(DateForm.isPartialInAny(text)).isTrue();
    }

    @Test
    void separatorsAreTheSameThroughout() {
        assertThat(DateForm.matching("31/12-1980")).isEmpty();
    }

    @Test
    void aWordThatIsNoMonthIsNoPartialDate() {
        assertThat(DateForm.matching("31-FOO-1980")).isEmpty();
        assertThat(DateForm.matching("31-JANU-1980")).isNotEmpty();
        assertThat(DateForm.matching("31-JANX-1980")).isEmpty();
    }

    @Test
    void aDayAfterTheTwelfthTellsWhichFormItIs() {
        assertThat(DateForm.matching("13/04/1980")).containsExactly(DAY_MONTH_YEAR);
        assertThat(DateForm.matching("04/13/1980")).containsExactly(MONTH_DAY_YEAR);
        assertThat(DateForm.matching("03/04/1980")).containsExactly(DAY_MONTH_YEAR, MONTH_DAY_YEAR);
    }

    @Test
    void onlyRealDatesMatch() {
        assertThat(DateForm.matching("29/02/1980")).containsExactly(DAY_MONTH_YEAR);
        assertThat(DateForm.matching("1980-02-29")).containsExactly(ISO);
        assertThat(DateForm.matching("19800229")).containsExactly(COMPACT);
        assertThat(DateForm.matching("1980")).containsExactly(YEAR, SPREADSHEET_SERIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/12/80", "29/02/1981", "00/00/1980", "soon", "1980-12", "123456"})
    void whatIsNoDateMatchesNothing(String text) {
        assertThat(DateForm.matching(text)).isEmpty();
    }

    @Test
    void theAnswerCannotBeChanged() {
        Set<DateForm> forms = DateForm.matching("1980");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(forms::clear);
    }

    @ParameterizedTest
    @EnumSource
    void everyFormIsFoundByItsLabel(DateForm form) {
        assertThat(DateForm.ofLabel(form.label())).contains(form);
        assertThat(DateForm.ofLabel(form.label().toLowerCase(Locale.ROOT))).contains(form);
    }

    @ParameterizedTest
    @CsvSource({
        "dd-mm-yyyy, DAY_MONTH_YEAR",
        "DD.MM.YYYY, DAY_MONTH_YEAR",
        "mm-dd-yyyy, MONTH_DAY_YEAR",
        "yyyy-mm-dd, ISO",
        "YYYY.MM.DD, YEAR_MONTH_DAY",
        "DD MMM YYYY, DAY_NAMED_MONTH_YEAR",
        "DD-MON-YYYY, DAY_NAMED_MONTH_YEAR",
        "YYYY-MM-DD HH:MM:SS, ISO_DATE_TIME",
        "serial, SPREADSHEET_SERIAL"
    })
    void labelsAreReadAsPeopleWriteThem(String label, DateForm form) {
        assertThat(DateForm.ofLabel(label)).contains(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DD/MM/YY", "DDMMYYYY", "European"})
    void anUnknownLabelIsNoForm(String label) {
        assertThat(DateForm.ofLabel(label)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 1900-01-02", "59, 1900-02-28", "61, 1900-03-01", "25569, 1970-01-01", "36526, 2000-01-01"})
    void spreadsheetsCountADayThatNeverWas(String serial, String date) {
        assertThat(BirthDate.parse(serial, SPREADSHEET_SERIAL, RANGE)
                        .orElseThrow()
                        .reveal())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "60", "29586.5", "-1", "123456"})
    void whatIsNoDayOfASpreadsheetIsNoDate(String serial) {
        assertThat(BirthDate.read(serial, SPREADSHEET_SERIAL, RANGE))
                .isEqualTo(new Reading.Faulty<>("is not a date as SERIAL"));
    }

    @Test
    void everyDayOfTheRangeReadsBackInTheFormItIsWrittenIn() {
        long seed = 20260104;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            LocalDate day = RANGE.earliest().plusDays(2_000 + random.nextInt(46_000));
            assertThat(read(day, "dd/MM/yyyy", DAY_MONTH_YEAR))
                    .as("seed %d, %d", seed, i)
                    .isEqualTo(day.toString());
            assertThat(read(day, "yyyyMMdd", COMPACT))
                    .as("seed %d, %d", seed, i)
                    .isEqualTo(day.toString());
        }
    }

    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Abroad.inTurkish(() -> {
            assertThat(BirthDate.parse("1-apri-1980", DateForm.DAY_NAMED_MONTH_YEAR, RANGE))
                    .isPresent();
            assertThat(DateForm.ofLabel("serial")).contains(SPREADSHEET_SERIAL);
        });
    }

    private static String read(LocalDate day, String pattern, DateForm form) {
        String written = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day);
        return BirthDate.parse(written, form, RANGE).orElseThrow().reveal();
    }
}
