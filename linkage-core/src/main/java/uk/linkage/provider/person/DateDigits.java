package uk.linkage.provider.person;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Dates of eight digits and two separators, 31/12/1980 and 1980-12-31, taken apart without the patterns of {@link DateForm}:
 * nearly all of an extract are such. Whatever is written otherwise, or has a part of zeros, is left to the patterns, and
 * what is read here they would read alike.
 */
final class DateDigits {
    private static final String SEPARATORS = "-/. ";

    private DateDigits() {}

    /** The parts, where the text is written so and the form is one of three. */
    static Optional<KnownParts> of(String text, DateForm form) {
        return text.length() != 10
                ? Optional.empty()
                : switch (form) {
                    case ISO ->
                        text.charAt(4) == '-' && text.charAt(7) == '-' ? parts(text, 0, 5, 8) : Optional.empty();
                    case DAY_MONTH_YEAR -> isSeparated(text) ? parts(text, 6, 3, 0) : Optional.empty();
                    case MONTH_DAY_YEAR -> isSeparated(text) ? parts(text, 6, 0, 3) : Optional.empty();
                    default -> Optional.empty();
                };
    }

    private static boolean isSeparated(String text) {
        return text.charAt(2) == text.charAt(5) && SEPARATORS.indexOf(text.charAt(2)) >= 0;
    }

    private static Optional<KnownParts> parts(String text, int yearAt, int monthAt, int dayAt) {
        int year = number(text, yearAt, 4);
        int month = number(text, monthAt, 2);
        int day = number(text, dayAt, 2);
        return year <= 0 || month <= 0 || day <= 0
                ? Optional.empty()
                : Optional.of(new KnownParts(OptionalInt.of(year), OptionalInt.of(month), OptionalInt.of(day)));
    }

    /** Below 0 where a character is no digit. */
    private static int number(String text, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = 10 * number + digit;
        }
        return number;
    }
}
