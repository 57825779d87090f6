package uk.linkage.provider.person;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The months in English, whole or cut to three letters or more, whatever the language of the machine. */
final class MonthName {
    private static final List<String> NAMES = List.of(
            "JANUARY",
            "FEBRUARY",
            "MARCH",
            "APRIL",
            "MAY",
            "JUNE",
            "JULY",
            "AUGUST",
            "SEPTEMBER",
            "OCTOBER",
            "NOVEMBER",
            "DECEMBER");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,2}");

    private MonthName() {}

    /** The number of the month that the text names or gives; one in digits may be no month at all. */
    static OptionalInt number(String text) {
        return DIGITS.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : named(text);
    }

    private static OptionalInt named(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        if (name.length() < 3) return OptionalInt.empty();
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).startsWith(name)) return OptionalInt.of(i + 1);
        }
        return OptionalInt.empty();
    }
}
