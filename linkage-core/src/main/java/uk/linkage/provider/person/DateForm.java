package uk.linkage.provider.person;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
 */
public enum DateForm {
    /** 1980-12-31. */
    ISO("YYYY-MM-DD", Part.YEAR + "-" + Part.MONTH + "-" + Part.DAY),
    /** 19801231. */
    COMPACT("YYYYMMDD", Part.YEAR + "(?<m>[0-9]{2})(?<d>[0-9]{2})"),
    /** 31/12/1980, as in the United Kingdom. */
    DAY_MONTH_YEAR("DD/MM/YYYY", Part.DAY + Part.SEPARATOR + Part.MONTH + Part.SAME + Part.YEAR),
    /** 12/31/1980, as in the United States. */
    MONTH_DAY_YEAR("MM/DD/YYYY", Part.MONTH + Part.SEPARATOR + Part.DAY + Part.SAME + Part.YEAR),
    /** 31-DEC-1980 or 31 December 1980. */
    DAY_NAMED_MONTH_YEAR("DD-MMM-YYYY", Part.DAY + Part.SEPARATOR + Part.NAME + Part.SAME + Part.YEAR),
    /** 1980/12/31. */
    YEAR_MONTH_DAY("YYYY/MM/DD", Part.YEAR + "(?<s>[/. ])" + Part.MONTH + Part.SAME + Part.DAY),
    /** 1980: a partial date. A column of years also fits {@link #SPREADSHEET_SERIAL}. */
    YEAR("YYYY", Part.YEAR + "(?<m>){0}(?<d>){0}"),
    /** 1980-12-31T00:00:00Z or 1980-12-31 00:00: the time is ignored, and with it the zone. */
    ISO_DATE_TIME("YYYY-MM-DDTHH:MM:SS", Part.YEAR + "-" + Part.MONTH + "-" + Part.DAY + Part.TIME),
    /** 29586: days as spreadsheets count them from 1 January 1900, which is 1; a fraction of zero is ignored. */
    SPREADSHEET_SERIAL("SERIAL", "(?<n>[0-9]{1,5})(\\.0+)?") {
        @Override
        Optional<BirthDate> date(Matcher written) {
            return SpreadsheetDay.date(Integer.parseInt(written.group("n")));
        }

        @Override
        boolean hasShortYear(Matcher written) {
            return false;
        }
    };

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
        String written = Cell.of(text).text();
        Set<DateForm> forms = EnumSet.noneOf(DateForm.class);
        Stream.of(values()).filter(form -> form.fits(written)).forEach(forms::add);
        return Collections.unmodifiableSet(forms);
    }

    Reading<BirthDate> read(String text, BirthRange range) {
        Matcher written = pattern.matcher(text);
        if (!written.matches()) return new Faulty<>(notADate());
        if (hasShortYear(written)) return new Faulty<>(DateParts.TWO_DIGIT_YEAR);
        Optional<BirthDate> date = date(written);
        return date.isPresent() ? date.get().within(range) : new Faulty<>(notADate());
    }

    Optional<BirthDate> date(Matcher written) {
        OptionalInt year = OptionalInt.of(Integer.parseInt(written.group("y")));
        return BirthDate.of(year, part(written.group("m")), part(written.group("d")));
    }

    boolean hasShortYear(Matcher written) {
        return written.group("y").length() < 4;
    }

    private boolean fits(String text) {
        Matcher written = pattern.matcher(text);
        return written.matches() && !hasShortYear(written) && date(written).isPresent();
    }

    private String notADate() {
        return "is not a date as " + label;
    }

    private static Stream<DateForm> labelled(String label) {
        return Stream.of(values()).filter(form -> form.label.equals(label));
    }

    /** A day or month in digits, or a month by name: 0, which is none, where there is no month of that name. */
    private static OptionalInt part(String written) {
        return written == null
                ? OptionalInt.empty()
                : OptionalInt.of(MonthName.number(written).orElse(0));
    }

    /** The pieces that the patterns are made of; a year of two digits is recognised, to be refused by name. */
    private static final class Part {
        static final String YEAR = "(?<y>[0-9]{4}|[0-9]{2})";
        static final String MONTH = "(?<m>[0-9]{1,2})";
        static final String NAME = "(?<m>[A-Z]{3,9})";
        static final String DAY = "(?<d>[0-9]{1,2})";
        static final String SEPARATOR = "(?<s>[-/. ])";
        static final String SAME = "\\k<s>";
        static final String TIME = "[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?( ?(Z|[+-][0-9]{2}(:?[0-9]{2})?))?";
    }
}
