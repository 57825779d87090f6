package uk.linkage.provider.person;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Present;

/**
 * A date of birth, whole or in part.
 *
 * <p>Promises at least one of year, month and day; that those present make a real date; and that it is neither
 * a known placeholder nor outside the range asked for.
 *
 * <pre>{@code
 * BirthRange range = BirthRange.since1895(extractedOn);
 * BirthDate.read("31/12/1980", DateForm.DAY_MONTH_YEAR, range);   // Present[…]
 * BirthDate.ofParts("1980", "DEC", "", range);                    // Present[…], no day
 * }</pre>
 *
 * <p>The form is always given, never guessed: {@link DateForm#matching} tells which forms fit. Two-digit years
 * are refused. 1 January of 1900 and of 1800 are what systems write when they know nothing, and are missing.
 * A year alone is out of range only if the whole of it is. Of 31 February the year and the month are kept, of a
 * month 13 the year alone, and the fault is told.
 *
 * <p>Source: ISO 8601-2 for the canonical text, where X stands for a digit that is not known: 1980-12-XX.
 */
public final class BirthDate extends PersonValue {
    private static final Set<String> PLACEHOLDERS = Set.of("1900-01-01", "1800-01-01");

    private final OptionalInt year;
    private final OptionalInt month;
    private final OptionalInt day;

    private BirthDate(OptionalInt year, OptionalInt month, OptionalInt day) {
        super(text(year, month, day));
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** Reads a cell written in the form given: the date, missing, or the rule it breaks. */
    public static Reading<BirthDate> read(String text, DateForm form, BirthRange range) {
        Optional<KnownParts> digits = DateDigits.of(text, form);
        return digits.isPresent()
                ? digits.get().read(range, form.notADate())
                : Cell.of(text).read(cell -> form.read(cell.text(), range));
    }

    /** The date, if the text is one in the form given. */
    public static Optional<BirthDate> parse(String text, DateForm form, BirthRange range) {
        return read(text, form, range).value();
    }

    /**
     * Reads a date that comes in three cells, any of which may be empty: digits, and for the month also its
     * name (DEC, December).
     */
    public static Reading<BirthDate> ofParts(String year, String month, String day, BirthRange range) {
        return new DateParts(DateParts.year(year), DateParts.month(month), DateParts.day(day)).together(range);
    }

    /** The year of birth, if known. */
    public OptionalInt year() {
        return year;
    }

    /** The month of birth from 1 to 12, if known. */
    public OptionalInt month() {
        return month;
    }

    /** The day of the month, if known. */
    public OptionalInt day() {
        return day;
    }

    /** Whether year, month and day are all known. */
    public boolean isComplete() {
        return year.isPresent() && month.isPresent() && day.isPresent();
    }

    /** Whether it looks like an estimate: 1 January, 1 July or the 15th of a month. Such a date is kept. */
    public boolean isLowInformation() {
        boolean halfYear = is(day, 1) && (is(month, 1) || is(month, 7));
        return halfYear || is(day, 15);
    }

    /** The date made of these parts, if there is such a date; of one part at least. */
    static Optional<BirthDate> of(OptionalInt year, OptionalInt month, OptionalInt day) {
        boolean monthExists = month.isEmpty() || month.getAsInt() >= 1 && month.getAsInt() <= 12;
        boolean exists = monthExists && (day.isEmpty() || isDayOf(year, month, day.getAsInt()));
        return exists ? Optional.of(new BirthDate(year, month, day)) : Optional.empty();
    }

    /** This date, if it is no placeholder and somewhere within the range. */
    Reading<BirthDate> within(BirthRange range) {
        if (PLACEHOLDERS.contains(reveal())) return new Missing<>(Missing.PLACEHOLDER);
        if (year.isEmpty()) return new Present<>(this);
        if (last().isBefore(range.earliest())) return new Faulty<>("is before " + range.earliest());
        return first().isAfter(range.latest()) ? new Faulty<>("is in the future") : new Present<>(this);
    }

    private LocalDate first() {
        return LocalDate.of(year.getAsInt(), month.orElse(1), day.orElse(1));
    }

    private LocalDate last() {
        YearMonth known = YearMonth.of(year.getAsInt(), month.orElse(12));
        return known.atDay(day.orElse(known.lengthOfMonth()));
    }

    private static boolean isDayOf(OptionalInt year, OptionalInt month, int day) {
        int longest = month.isEmpty() ? 31 : Month.of(month.getAsInt()).length(isLeap(year));
        return day >= 1 && day <= longest;
    }

    private static boolean isLeap(OptionalInt year) {
        return year.isEmpty() || Year.isLeap(year.getAsInt());
    }

    private static boolean is(OptionalInt part, int value) {
        return part.equals(OptionalInt.of(value));
    }

    private static String text(OptionalInt year, OptionalInt month, OptionalInt day) {
        StringBuilder text = new StringBuilder(10);
        append(text, year, 1000);
        append(text.append('-'), month, 10);
        append(text.append('-'), day, 10);
        return text.toString();
    }

    /** @param first what the first digit counts */
    private static void append(StringBuilder text, OptionalInt part, int first) {
        for (int power = first; power > 0; power /= 10) {
            text.append(part.isPresent() ? (char) ('0' + part.getAsInt() / power % 10) : 'X');
        }
    }
}
