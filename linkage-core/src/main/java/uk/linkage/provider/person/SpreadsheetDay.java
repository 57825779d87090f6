package uk.linkage.provider.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The day numbers of spreadsheets: 1 is 1 January 1900, and 60 is 29 February 1900, a day that never was, kept
 * by every spreadsheet since the first one counted it. The day numbers from 1904 of old Macintosh files look
 * the same and cannot be told apart.
 */
final class SpreadsheetDay {
    private static final int NEVER_WAS = 60;
    private static final LocalDate BEFORE_FIRST = LocalDate.of(1899, 12, 31);

    private SpreadsheetDay() {}

    static Optional<BirthDate> date(int number) {
        if (number < 1 || number == NEVER_WAS) return Optional.empty();
        LocalDate date = BEFORE_FIRST.plusDays(number < NEVER_WAS ? number : number - 1);
        return BirthDate.of(
                OptionalInt.of(date.getYear()),
                OptionalInt.of(date.getMonthValue()),
                OptionalInt.of(date.getDayOfMonth()));
    }
}
