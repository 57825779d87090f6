package uk.linkage.provider.tokenise;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.provider.person.BirthDate;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;

/** The text of one part of a match key; none where a field is missing or incomplete. */
final class KeyTexts {
    private KeyTexts() {}

    static Optional<String> of(Part part, Function<String, Optional<PersonValue>> person) {
        return switch (part.form()) {
            case WHOLE -> value(part, person).filter(KeyTexts::isWhole).map(PersonValue::reveal);
            case INITIAL -> name(part, person).map(PersonName::initial);
            case SOUNDEX -> name(part, person).flatMap(PersonName::phonetic);
            case CANONICAL -> name(part, person).map(PersonName::canonical);
            case SORTED_LETTERS -> sortedLetters(part, person);
        };
    }

    private static Optional<String> sortedLetters(Part part, Function<String, Optional<PersonValue>> person) {
        StringBuilder letters = new StringBuilder();
        for (String field : part.fields()) {
            Optional<PersonValue> value = person.apply(field);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            letters.append(((PersonName) value.get()).joined());
        }
        int[] sorted = letters.codePoints().toArray();
        Arrays.sort(sorted);
        return Optional.of(new String(sorted, 0, sorted.length));
    }

    private static Optional<PersonName> name(Part part, Function<String, Optional<PersonValue>> person) {
        return value(part, person).map(PersonName.class::cast);
    }

    private static Optional<PersonValue> value(Part part, Function<String, Optional<PersonValue>> person) {
        return person.apply(part.fields().get(0));
    }

    /** A partial date is shared by too many people to be a key. */
    static boolean isWhole(PersonValue value) {
        return !(value instanceof BirthDate date) || date.isComplete();
    }
}
