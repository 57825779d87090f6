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
    private KeyTexts() {}

    /** @param values those of the part's fields, none missing */
    static Optional<String> of(KeyForm form, List<PersonValue> values) {
        PersonValue value = values.get(0);
        return switch (form) {
            case WHOLE -> isWhole(value) ? Optional.of(value.reveal()) : Optional.empty();
            case INITIAL -> Optional.of(((PersonName) value).initial());
            case SOUNDEX -> ((PersonName) value).phonetic();
            case CANONICAL -> Optional.of(((PersonName) value).canonical());
            case SORTED_LETTERS -> Optional.of(sortedLetters(values));
            case DAY_MONTH -> dayMonth((BirthDate) value);
            case DAY_YEAR -> parts(((BirthDate) value).year(), ((BirthDate) value).day());
            case MONTH_YEAR -> parts(((BirthDate) value).year(), ((BirthDate) value).month());
            case YEAR -> year((BirthDate) value);
            case SECTOR -> Optional.of(((Postcode) value).sector());
            case DISTRICT -> Optional.of(((Postcode) value).district());
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
        return date.year().stream().mapToObj(Integer::toString).findFirst();
    }

    private static Optional<String> parts(OptionalInt year, OptionalInt other) {
        return year.isPresent() && other.isPresent()
                ? Optional.of(year.getAsInt() + "-" + other.getAsInt())
                : Optional.empty();
    }

    private static String sortedLetters(List<PersonValue> names) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            letters.append(((PersonName) names.get(i)).joined());
        }
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
