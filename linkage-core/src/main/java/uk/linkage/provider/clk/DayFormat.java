package uk.linkage.provider.clk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.linkage.provider.person.Reading;

/**
 * Days in a format of C's {@code strptime}, as Python reads them: a number may lack its leading zero, a blank stands for
 * any run of blanks, case does not count, two-digit years from 69 are of the 1900s, an absent year is 1900 and an absent
 * month or day the first.
 *
 * <pre>{@code
 * Reading<String> day = DayFormat.of("%d/%m/%Y").orElseThrow().read("1/2/1980");      // 19800201
 * }</pre>
 *
 * <p>Known: {@code %Y %y %m %b %B %d}, {@code %H %M %S}, which are checked and left out, and {@code %%}.
 */
final class DayFormat {
    private static final int FIRST_YEAR = 1000;
    private static final Pattern PIECES = Pattern.compile(
            "%(?<directive>.)|%|(?<blanks>[\\s\\x1c-\\x1f]+)|(?<text>[^%\\s\\x1c-\\x1f]+)",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);
    private static final Set<String> DAY_PARTS = Set.of("Y", "m", "d");
    private static final Map<String, String> SAME_PART = Map.of("y", "Y", "b", "m", "B", "m");
    private static final Map<String, String> DIRECTIVES = Map.of(
            "Y", "(?<Y>\\p{Nd}{4})",
            "y", "(?<y>\\p{Nd}{2})",
            "m", "(?<m>1[0-2]|0[1-9]|[1-9])",
            "b", "(?<b>" + names(3) + ")",
            "B", "(?<B>" + names(9) + ")",
            "d", "(?<d>3[01]|[12]\\p{Nd}|0[1-9]|[1-9]| [1-9])",
            "H", "(?<H>2[0-3]|[01]\\p{Nd}|\\p{Nd})",
            "M", "(?<M>[0-5]\\p{Nd}|\\p{Nd})",
            "S", "(?<S>[0-5]\\p{Nd}|\\p{Nd})",
            "%", "%");

    private final String text;
    private final Pattern pattern;
    private final List<String> groups;

    private DayFormat(String text, Pattern pattern, List<String> groups) {
        this.text = text;
        this.pattern = pattern;
        this.groups = groups;
    }

    /** The format, where it holds only what is known, and year, month and each other part at most once. */
    static Optional<DayFormat> of(String format) {
        StringBuilder pattern = new StringBuilder();
        List<String> groups = new ArrayList<>();
        for (Matcher piece = PIECES.matcher(format); piece.find(); ) {
            Optional<String> expression = expression(piece);
            if (expression.isEmpty()) {
                return Optional.empty();
            }
            pattern.append(expression.get());
            Optional.ofNullable(piece.group("directive")).ifPresent(groups::add);
        }
        return areSound(groups)
                ? Optional.of(new DayFormat(format, compiled(pattern.toString()), groups))
                : Optional.empty();
    }

    private static Optional<String> expression(Matcher piece) {
        if (piece.group("blanks") != null) {
            return Optional.of("[\\s\\x1c-\\x1f]+");
        }
        return piece.group("text") != null
                ? Optional.of(Pattern.quote(piece.group("text")))
                : Optional.ofNullable(DIRECTIVES.get(piece.group().substring(1)));
    }

    /** Some part of a day is told, and no part twice. */
    private static boolean areSound(List<String> directives) {
        List<String> parts = directives.stream()
                .filter(directive -> !directive.equals("%"))
                .map(directive -> SAME_PART.getOrDefault(directive, directive))
                .toList();
        return parts.stream().anyMatch(DAY_PARTS::contains)
                && parts.stream().distinct().count() == parts.size();
    }

    /** The day as YYYYMMDD. */
    Reading<String> read(String value) {
        Matcher found = pattern.matcher(value);
        Optional<LocalDate> day = found.lookingAt() && found.end() == value.length() ? day(found) : Optional.empty();
        if (day.isEmpty()) {
            return new Reading.Faulty<>("is not a date as " + text);
        }
        return day.get().getYear() < FIRST_YEAR
                ? new Reading.Faulty<>("is a date before the year 1000, which has no text of eight digits everywhere")
                : new Reading.Present<>(day.get().format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    private Optional<LocalDate> day(Matcher found) {
        try {
            return Optional.of(LocalDate.of(
                    number(found, "Y").orElse(twoDigitYear(found).orElse(1900)),
                    number(found, "m").orElse(month(found).orElse(1)),
                    number(found, "d").orElse(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> twoDigitYear(Matcher found) {
        return number(found, "y").map(year -> year + (year <= 68 ? 2000 : 1900));
    }

    private Optional<Integer> month(Matcher found) {
        Function<Month, String> start = month -> month.name().substring(0, 3);
        return group(found, "b")
                .or(() -> group(found, "B"))
                .map(name -> Arrays.stream(Month.values())
                        .filter(month -> start.apply(month).equalsIgnoreCase(name.substring(0, 3)))
                        .findFirst()
                        .orElseThrow()
                        .getValue());
    }

    private Optional<Integer> number(Matcher found, String name) {
        return group(found, name).map(digits -> Integer.valueOf(digits.strip()));
    }

    private Optional<String> group(Matcher found, String name) {
        return groups.contains(name) ? Optional.of(found.group(name)) : Optional.empty();
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(
                pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String names(int letters) {
        return Arrays.stream(Month.values())
                .map(month ->
                        month.name().substring(0, Math.min(letters, month.name().length())))
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.joining("|"));
    }
}
