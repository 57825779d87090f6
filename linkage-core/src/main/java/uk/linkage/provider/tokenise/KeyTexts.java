package uk.linkage.provider.tokenise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import uk.linkage.agreement.KeyForm;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.Postcode;

/** The text of one part of a match key, as {@code docs/format.md} defines it; none where a value is incomplete. */
final class KeyTexts {
    private static final int LETTERS = 26;

    private KeyTexts() {}

    /** @param values those of the part's fields, none missing */
    static Optional<String> of(KeyForm form, List<PersonValue> values) {
        return form == KeyForm.SORTED_LETTERS ? Optional.of(sortedLetters(values)) : of(form, values.get(0));
    }

    /** Of a part of one field. */
    static Optional<String> of(KeyForm form, PersonValue value) {
        return switch (form) {
            case WHOLE -> isWhole(value) ? Optional.of(value.reveal()) : Optional.empty();
            case INITIAL -> Optional.of(((PersonName) value).initial());
            case SOUNDEX -> ((PersonName) value).phonetic();
            case CANONICAL -> Optional.of(((PersonName) value).canonical());
            case SORTED_LETTERS -> Optional.of(sortedLetters(List.of(value)));
            case DAY_MONTH -> dayMonth((BirthDate) value);
            case DAY_YEAR -> parts(((BirthDate) value).year(), ((BirthDate) value).day());
            case MONTH_YEAR -> parts(((BirthDate) value).year(), ((BirthDate) value).month());
            case YEAR -> year((BirthDate) value);
            case SECTOR -> Optional.of(((Postcode) value).sector());
            case DISTRICT -> Optional.of(((Postcode) value).district());
            case OPRF -> throw new IllegalArgumentException("the output for a number is looked up");
        };
    }

    private static Optional<String> dayMonth(BirthDate date) {
        if (date.day().isEmpty() || date.month().isEmpty()) {
            return Optional.empty();
        }
        int day = date.day().getAsInt();
        int month = date.month().getAsInt();
        return Optional.of(Math.min(day, month) + "-" + Math.max(day, month));
    }

    private static Optional<String> year(BirthDate date) {
        return date.year().isPresent()
                ? Optional.of(Integer.toString(date.year().getAsInt()))
                : Optional.empty();
    }

    private static Optional<String> parts(OptionalInt year, OptionalInt other) {
        return year.isPresent() && other.isPresent()
                ? Optional.of(year.getAsInt() + "-" + other.getAsInt())
                : Optional.empty();
    }

    private static String sortedLetters(List<PersonValue> names) {
        StringBuilder letters = new StringBuilder(64);
        for (int i = 0; i < names.size(); i++) {
            letters.append(((PersonName) names.get(i)).joined());
        }
        return areLatin(letters) ? counted(letters) : sorted(letters);
    }

    private static boolean areLatin(StringBuilder letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) < 'A' || letters.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    /** Sorted by counting how often each of A to Z occurs. */
    private static String counted(StringBuilder letters) {
        int[] counts = new int[LETTERS];
        for (int i = 0; i < letters.length(); i++) {
            counts[letters.charAt(i) - 'A']++;
        }
        int at = 0;
        for (int letter = 0; letter < LETTERS; letter++) {
            for (int n = 0; n < counts[letter]; n++) {
                letters.setCharAt(at++, (char) ('A' + letter));
            }
        }
        return letters.toString();
    }

    private static String sorted(StringBuilder letters) {
        int[] sorted = new int[letters.length()];
        int count = 0;
        for (int i = 0; i < letters.length(); i += Character.charCount(sorted[count++])) {
            sorted[count] = letters.codePointAt(i);
        }
        Arrays.sort(sorted, 0, count);
        return new String(sorted, 0, count);
    }

    /** A partial date is shared by too many people to be a key. */
    static boolean isWhole(PersonValue value) {
        return !(value instanceof BirthDate date) || date.isComplete();
    }
}
