package uk.linkage.provider.person;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.linkage.provider.person.DateForm.Part;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;

/**
 * Dates written without a day, or without day and month, which mean one thing only: 1862, 1862-05, 05/1862, May 1862.
 *
 * <p>An estimate (c. 1862, about 1862, 1862?, 1860s, 18??, 1862/63) is missing: its year is a guess, and two guesses that differ
 * are no sign of two people.
 */
final class PartialDate {
    private static final String YEAR = "(?<y>[0-9]{4})";
    private static final String BETWEEN = "[-/. ]";
    private static final List<Pattern> WRITTEN = List.of(
            pattern(YEAR + "(?<m>){0}(\\.0+)?" + BETWEEN + "*"),
            pattern(YEAR + "[-/.](?<m>[0-9]{2}|" + Part.UNKNOWN + "{2})" + BETWEEN + "?"),
            pattern(Part.MONTH + BETWEEN + YEAR),
            pattern("(?<m>[A-Z]{3,9})[-/., ]+" + YEAR));
    private static final Pattern ESTIMATE = pattern(
            "((C|CA|CIRCA|ABT|ABOUT|APPROX|EST|BEF|BEFORE|AFT|AFTER|~|<|>)[. ]*[0-9].*)"
                    + "|(.*[0-9] ?\\?)|([0-9]{3}0'?S)|([0-9]{2,3}[?X*_-]{1,2})|([0-9]{4}[-/]([0-9]{4}|1[3-9]|[2-9][0-9]))");

    private PartialDate() {}

    /** Whether the text is written so, be it a date or not. */
    static boolean isWritten(String text) {
        return ESTIMATE.matcher(text).matches() || written(text).isPresent();
    }

    /** The partial date; missing where it is an estimate; else the rule. */
    static Reading<BirthDate> read(String text, BirthRange range, String rule) {
        if (ESTIMATE.matcher(text).matches()) return new Missing<>("estimate");
        Optional<KnownParts> parts = written(text);
        return parts.isPresent() ? parts.get().read(range, rule) : new Faulty<>(rule);
    }

    private static Optional<KnownParts> written(String text) {
        return WRITTEN.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .map(PartialDate::parts)
                .findFirst();
    }

    private static KnownParts parts(Matcher written) {
        return new KnownParts(
                DateForm.part(written.group("y")), DateForm.part(written.group("m")), OptionalInt.empty());
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }
}
