package uk.linkage.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the value of a field becomes tokens of a filter. The byte-exact rules are in {@code docs/format.md}. */
public enum Tokens {
    /** The whole value, one token. */
    WHOLE("whole"),
    /** Pairs of neighbouring characters of the value without spaces, padded with {@code _} at both ends. */
    BIGRAMS("bigrams"),
    /** Year, month, day and their three pairs: six tokens for a whole date (Schnell and Borgs 2018). */
    DATE_PARTS("date-parts"),
    /** The words that begin with a digit, one token each: house numbers. */
    NUMBERS("numbers"),
    /** Padded pairs of the words that do not begin with a digit, put together: street names. */
    LETTERS("letters");

    private final String label;

    Tokens(String label) {
        this.label = label;
    }

    /** The name in the agreement file. */
    public String label() {
        return label;
    }

    /** The tokens of that name. */
    public static Optional<Tokens> ofLabel(String label) {
        return Arrays.stream(values()).filter(t -> t.label.equals(label)).findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(Tokens::label).collect(Collectors.joining(", "));
    }
}
