package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import uk.linkage.agreement.CodeHierarchy;
import uk.linkage.agreement.DateNeighbourhood;
import uk.linkage.agreement.Grams;
import uk.linkage.agreement.MarkovBigrams;
import uk.linkage.agreement.NumberNeighbourhood;
import uk.linkage.agreement.Phonetic;
import uk.linkage.agreement.PlainTokens;
import uk.linkage.agreement.Tokens;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.PlainText;
import uk.linkage.provider.person.Postcode;

/** The texts whose tokens stand for a value, as section 9 of {@code docs/format.md} defines them. */
final class TokenTexts {
    private TokenTexts() {}

    static List<String> of(PersonValue value, Tokens tokens) {
        if (tokens instanceof PlainTokens plain) {
            return plain(value, plain);
        }
        if (tokens instanceof Grams grams) {
            return GramTexts.of(joined(value), grams);
        }
        if (tokens instanceof DateNeighbourhood neighbourhood) {
            return NeighbourTexts.of((BirthDate) value, neighbourhood);
        }
        if (tokens instanceof NumberNeighbourhood neighbourhood) {
            return NeighbourTexts.of(value.reveal(), neighbourhood);
        }
        if (tokens instanceof CodeHierarchy hierarchy) {
            return beginnings(value.reveal(), hierarchy.cuts());
        }
        return ofName((PersonName) value, tokens);
    }

    /** Whether the texts are the padded pairs of one text, {@link #paired}. */
    static boolean arePairs(Tokens tokens) {
        return tokens == PlainTokens.LETTERS || tokens.equals(Tokens.BIGRAMS);
    }

    /** The text whose padded pairs are the texts of a value. */
    static String paired(PersonValue value, Tokens tokens) {
        return tokens == PlainTokens.LETTERS ? letters(value) : joined(value);
    }

    private static List<String> ofName(PersonName name, Tokens tokens) {
        if (tokens instanceof Phonetic phonetic) {
            return SoundTexts.of(name, phonetic.algorithm());
        }
        if (tokens instanceof MarkovBigrams markov) {
            return Transitions.chained(GramTexts.pairs(name.joined()), markov.chain());
        }
        throw new IllegalArgumentException("no texts are defined for tokens of the kind " + tokens.kind());
    }

    private static List<String> plain(PersonValue value, PlainTokens tokens) {
        return switch (tokens) {
            case WHOLE -> List.of(value.reveal());
            case DATE_PARTS -> dateParts((BirthDate) value);
            case NUMBERS -> numbers(value);
            case LETTERS -> GramTexts.pairs(letters(value));
            case POSTCODE_PARTS -> postcodeParts((Postcode) value);
            case NICKNAME -> List.of(((PersonName) value).canonical());
        };
    }

    private static String joined(PersonValue value) {
        if (value instanceof PersonName name) {
            return name.joined();
        }
        return value instanceof PlainText text ? text.joined() : value.reveal().replace(" ", "");
    }

    private static String[] words(PersonValue value) {
        return value instanceof PlainText text ? text.reveal().split(" ") : new String[] {value.reveal()};
    }

    private static List<String> numbers(PersonValue value) {
        List<String> numbers = new ArrayList<>(2);
        for (String word : words(value)) {
            if (isNumber(word)) {
                numbers.add(word);
            }
        }
        return numbers;
    }

    private static String letters(PersonValue value) {
        StringBuilder letters = new StringBuilder(value.reveal().length());
        for (String word : words(value)) {
            letters.append(isNumber(word) ? "" : word);
        }
        return letters.toString();
    }

    private static boolean isNumber(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    private static List<String> postcodeParts(Postcode postcode) {
        return List.of(
                "A-" + postcode.area(), "D-" + postcode.district(), "S-" + postcode.sector(), "U-" + postcode.reveal());
    }

    /** The first so many characters for each cut that leaves some, and all of them. */
    private static List<String> beginnings(String code, List<Integer> cuts) {
        int characters = code.codePointCount(0, code.length());
        List<String> beginnings = new ArrayList<>();
        cuts.stream()
                .filter(cut -> cut < characters)
                .forEach(cut -> beginnings.add(code.substring(0, code.offsetByCodePoints(0, cut))));
        beginnings.add(code);
        return beginnings;
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
        if (Arrays.stream(numbers).allMatch(OptionalInt::isPresent)) {
            parts.add(part(
                    name, Arrays.stream(numbers).mapToInt(OptionalInt::getAsInt).toArray()));
        }
    }

    /** The text of one part of a date: {@code YM-1980-12}. */
    static String part(String name, int... numbers) {
        StringBuilder text = new StringBuilder(name);
        for (int number : numbers) {
            text.append('-').append(number);
        }
        return text.toString();
    }
}
