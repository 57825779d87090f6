package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import uk.linkage.agreement.Tokens;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.PlainText;

/** The texts whose tokens stand for a value, as {@code docs/format.md} defines them. */
final class TokenTexts {
    private static final String PAD = "_";

    private TokenTexts() {}

    static List<String> of(PersonValue value, Tokens tokens) {
        return switch (tokens) {
            case WHOLE -> List.of(value.reveal());
            case BIGRAMS -> bigrams(joined(value));
            case DATE_PARTS -> dateParts((BirthDate) value);
            case NUMBERS -> words(value).stream().filter(TokenTexts::isNumber).toList();
            case LETTERS ->
                bigrams(words(value).stream().filter(word -> !isNumber(word)).collect(Collectors.joining()));
        };
    }

    private static String joined(PersonValue value) {
        if (value instanceof PersonName name) {
            return name.joined();
        }
        return value instanceof PlainText text ? text.joined() : value.reveal().replace(" ", "");
    }

    private static List<String> words(PersonValue value) {
        return value instanceof PlainText text ? text.words() : List.of(value.reveal());
    }

    private static boolean isNumber(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    static List<String> bigrams(String text) {
        List<String> bigrams = new ArrayList<>(text.length() + 1);
        if (!text.isEmpty()) {
            int[] padded = (PAD + text + PAD).codePoints().toArray();
            for (int i = 0; i + 2 <= padded.length; i++) {
                bigrams.add(new String(padded, i, 2));
            }
        }
        return bigrams;
    }

    static List<String> dateParts(BirthDate date) {
        List<String> parts = new ArrayList<>(6);
        add(parts, "Y", date.year());
        add(parts, "M", date.month());
        add(parts, "D", date.day());
        add(parts, "YM", date.year(), date.month());
        add(parts, "MD", date.month(), date.day());
        add(parts, "YD", date.year(), date.day());
        return parts;
    }

    private static void add(List<String> parts, String name, OptionalInt... numbers) {
        StringBuilder text = new StringBuilder(name);
        for (OptionalInt number : numbers) {
            if (number.isEmpty()) {
                return;
            }
            text.append('-').append(number.getAsInt());
        }
        parts.add(text.toString());
    }
}
