package uk.linkage.provider.person;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.linkage.provider.person.Reading.Faulty;

/**
 * A written form of a date that an extract may declare.
 *
 * <p>Promises that a text is read by the form it is declared in and by no other: 03/04/1980 is two days, and
 * nothing here guesses which. {@link #matching} tells the forms that fit, so that a caller can find the one
 * that fits a whole column, or say that it must be told.
 *
 * <pre>{@code
 * DateForm.matching("31/12/1980");     // [DAY_MONTH_YEAR]
 * DateForm.matching("03/04/1980");     // [DAY_MONTH_YEAR, MONTH_DAY_YEAR]
 * DateForm.ofLabel("dd-mm-yyyy");      // Optional[DAY_MONTH_YEAR]
 * }</pre>
 *
 * <p>Slash, hyphen, full stop and space are alike but the same throughout, except that hyphens after the year
 * are {@link #ISO}. Days and months may have one digit where they are separated. Years have four digits.
 *
 * <p>A part that is written as zeros or as ??, XX, ** or __ is unknown. What {@link PartialDate} reads (1862, 1862-05,
 * 05/1862) is read whatever the form, but for day numbers; and {@link #ISO} with a time of day or without it.
 */
public enum DateForm {
    /** 1980-12-31. */
    ISO("YYYY-MM-DD", Part.YEAR + "-" + Part.MONTH + "-" + Part.DAY),
    /** 19801231. */
    COMPACT(
            "YYYYMMDD",
            Part.YEAR + "(?<m>[0-9]{2}|" + Part.UNKNOWN + "{2})(?<d>[0-9]{2}|" + Part.UNKNOWN + "{2})(\\.0+)?"),
    /** 31/12/1980, as in the United Kingdom. */
    DAY_MONTH_YEAR("DD/MM/YYYY", Part.DAY + Part.SEPARATOR + Part.MONTH + Part.SAME + Part.YEAR),
    /** 12/31/1980, as in the United States. */
    MONTH_DAY_YEAR("MM/DD/YYYY", Part.MONTH + Part.SEPARATOR + Part.DAY + Part.SAME + Part.YEAR),
    /** 31-DEC-1980 or 31 December 1980. */
    DAY_NAMED_MONTH_YEAR("DD-MMM-YYYY", Part.DAY + Part.SEPARATOR + Part.NAME + Part.SAME + Part.YEAR),
    /** 1980/12/31. */
    YEAR_MONTH_DAY("YYYY/MM/DD", Part.YEAR + "(?<s>[/. ])" + Part.MONTH + Part.SAME + Part.DAY),
    /** 1980: a partial date. A column of years also fits {@link #SPREADSHEET_SERIAL}. */
    YEAR("YYYY", Part.YEAR + "(?<m>){0}(?<d>){0}(\\.0+)?"),
    /** 1980-12-31T00:00:00Z or 1980-12-31 00:00: the time is ignored, and with it the zone. */
    ISO_DATE_TIME("YYYY-MM-DDTHH:MM:SS", Part.YEAR + "-" + Part.MONTH + "-" + Part.DAY + Part.TIME),
    /** 29586: days as spreadsheets count them from 1 January 1900, which is 1; a fraction of zero is ignored. */
    SPREADSHEET_SERIAL("SERIAL", "(?<n>[0-9]{1,5})(\\.0+)?") {
        @Override
        Reading<BirthDate> read(String text, BirthRange range) {
            Matcher written = matcher(text);
            Optional<BirthDate> date = written.matches() ? whole(written) : Optional.empty();
            return date.isPresent() ? date.get().within(range) : new Faulty<>(notADate());
        }

        @Override
        Optional<BirthDate> whole(Matcher written) {
            return SpreadsheetDay.date(Integer.parseInt(written.group("n")));
        }
    };

    private static final Pattern UNKNOWN = Pattern.compile("0+|" + Part.UNKNOWN + "+", Pattern.CASE_INSENSITIVE);
    private static final int NO_MONTH = 13;

    private final String label;
    private final Pattern pattern;

    DateForm(String label, String pattern) {
        this.label = label;
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** The form as people write it, such as DD/MM/YYYY. */
    public String label() {
        return label;
    }

    /** The form that people write so, in either case, with any of the separators the form allows. */
    public static Optional<DateForm> ofLabel(String label) {
        String upper =
                label.strip().toUpperCase(Locale.ROOT).replace("MON", "MMM").replace("DD HH", "DDTHH");
        Stream<String> spellings = Stream.of(upper, upper.replaceAll("[-. ]", "/"), upper.replaceAll("[/. ]", "-"));
        return spellings.flatMap(DateForm::labelled).findFirst();
    }

    /** The forms in which the text is a real calendar date, in declared order; unmodifiable. */
    public static Set<DateForm> matching(String text) {
        return forms(text, form -> form::isWhole);
    }

    /** The forms in which the text is a date with an unknown day, such as 1862-05-??, in declared order; unmodifiable. */
    public static Set<DateForm> matchingInPart(String text) {
        return forms(text, form -> form::isPartial);
    }

    /** Whether the text is a partial or estimated date whatever the form, such as 1862-05, May 1862 or c. 1862. */
    public static boolean isPartialInAny(String text) {
        return PartialDate.isWritten(Cell.of(text).text());
    }

    private static Set<DateForm> forms(String text, Function<DateForm, Predicate<Matcher>> fits) {
        String written = Cell.of(text).text();
        Set<DateForm> forms = EnumSet.noneOf(DateForm.class);
        for (DateForm form : values()) {
            Matcher matcher = form.matcher(written);
            if (matcher.matches() && fits.apply(form).test(matcher)) forms.add(form);
        }
        return Collections.unmodifiableSet(forms);
    }

    Reading<BirthDate> read(String text, BirthRange range) {
        Matcher written = matcher(text);
        if (!written.matches()) return readOtherwise(text, range);
        if (hasShortYear(written)) return new Faulty<>(DateParts.TWO_DIGIT_YEAR);
        return parts(written).read(range, notADate());
    }

    /** A day with and without a time of day means the same; else the date is partial or none. */
    private Reading<BirthDate> readOtherwise(String text, BirthRange range) {
        boolean isTimed = this == ISO && ISO_DATE_TIME.matcher(text).matches();
        boolean isUntimed = this == ISO_DATE_TIME && ISO.matcher(text).matches();
        if (isTimed || isUntimed) return (isTimed ? ISO_DATE_TIME : ISO).read(text, range);
        return PartialDate.read(text, range, notADate());
    }

    /** The date that is written, if there is one without an unknown part. */
    Optional<BirthDate> whole(Matcher written) {
        return hasShortYear(written)
                ? Optional.empty()
                : parts(written).date().filter(date -> date.isComplete() || this == YEAR);
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    String notADate() {
        return "is not a date as " + label;
    }

    private boolean isWhole(Matcher written) {
        return whole(written).isPresent();
    }

    private boolean isPartial(Matcher written) {
        if (this == YEAR || this == SPREADSHEET_SERIAL || hasShortYear(written)) return false;
        return parts(written)
                .date()
                .filter(date -> date.day().isEmpty() && date.year().isPresent())
                .isPresent();
    }

    private static KnownParts parts(Matcher written) {
        return new KnownParts(part(written.group("y")), part(written.group("m")), part(written.group("d")));
    }

    private static boolean hasShortYear(Matcher written) {
        return written.group("y").length() < 4;
    }

    private static Stream<DateForm> labelled(String label) {
        return Stream.of(values()).filter(form -> form.label.equals(label));
    }

    /** Whether a part is written as zeros or as signs that stand for digits. */
    static boolean saysUnknown(String part) {
        return UNKNOWN.matcher(part).matches();
    }

    /** A part in digits, or a month by name: one that is none where there is no month of that name; none if unknown. */
    static OptionalInt part(String written) {
        if (written == null || saysUnknown(written)) return OptionalInt.empty();
        if (written.length() == 4 && Character.isDigit(written.charAt(0))) {
            return OptionalInt.of(Integer.parseInt(written));
        }
        return OptionalInt.of(MonthName.number(written).orElse(NO_MONTH));
    }

    /** The pieces that the patterns are made of; a year of two digits is recognised, to be refused by name. */
    static final class Part {
        static final String UNKNOWN = "[?X*_]";
        static final String YEAR = "(?<y>[0-9]{4}|[0-9]{2}|" + UNKNOWN + "{4})";
        static final String MONTH = "(?<m>[0-9]{1,2}|" + UNKNOWN + "{1,2})";
        static final String NAME = "(?<m>[A-Z]{3,9}|" + UNKNOWN + "{1,3})";
        static final String DAY = "(?<d>[0-9]{1,2}|" + UNKNOWN + "{1,2})";
        static final String SEPARATOR = "(?<s>[-/. ])";
        static final String SAME = "\\k<s>";
        static final String TIME = "[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?( ?(Z|[+-][0-9]{2}(:?[0-9]{2})?))?";

        private Part() {}
    }
}
