package uk.linkage.benchmarks;

import static uk.linkage.agreement.FieldKind.BIRTH_DATE;
import static uk.linkage.agreement.FieldKind.CHI_NUMBER;
import static uk.linkage.agreement.FieldKind.CODE;
import static uk.linkage.agreement.FieldKind.FORENAME;
import static uk.linkage.agreement.FieldKind.IDENTIFIER;
import static uk.linkage.agreement.FieldKind.NHS_NUMBER;
import static uk.linkage.agreement.FieldKind.POSTCODE;
import static uk.linkage.agreement.FieldKind.SURNAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonName;
import uk.linkage.provider.person.PersonValue;

/**
 * The exact keys of the {@link Baseline}: every number of a person; forename, surname and birth; forename, birth and
 * postcode; initial, surname, birth and postcode. A part that a set does not have is left out of a key, and a key of fewer
 * than three parts is no key. Forename, surname and postcode are one where there is no birth.
 */
final class ExactKeys {
    private static final int FEWEST_PARTS = 3;

    private final Clear clear;
    private final List<Key> keys = new ArrayList<>();

    private ExactKeys(Clear clear) {
        this.clear = clear;
    }

    /** What is the same for records that agree; none for a record that lacks a part. */
    interface Key {
        Optional<String> of(Person person);
    }

    static List<Key> of(Clear clear) {
        ExactKeys keys = new ExactKeys(clear);
        clear.fields(NHS_NUMBER, CHI_NUMBER, IDENTIFIER).forEach(field -> keys.keys.add(p -> text(p, field)));
        Optional<Key> forename = keys.whole(clear.fields(FORENAME));
        Optional<Key> surname = keys.whole(clear.fields(SURNAME));
        Optional<Key> birth = keys.whole(clear.fields(BIRTH_DATE));
        Optional<Key> postcode = keys.whole(clear.fields(POSTCODE, CODE));
        keys.add(List.of(forename, surname, birth));
        keys.add(List.of(forename, birth, postcode));
        keys.add(List.of(keys.initial(), surname, birth, postcode));
        if (birth.isEmpty()) {
            keys.add(List.of(forename, surname, postcode));
        }
        return keys.keys;
    }

    private void add(List<Optional<Key>> parts) {
        List<Key> there = parts.stream().flatMap(Optional::stream).toList();
        if (there.size() >= FEWEST_PARTS) {
            keys.add(person -> together(there, person));
        }
    }

    private static Optional<String> together(List<Key> parts, Person person) {
        StringBuilder text = new StringBuilder();
        for (Key part : parts) {
            Optional<String> one = part.of(person);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            text.append(one.get()).append('|');
        }
        return Optional.of(text.toString());
    }

    private Optional<Key> whole(List<Integer> fields) {
        return fields.stream().findFirst().map(field -> person -> text(person, field));
    }

    private Optional<Key> initial() {
        return clear.fields(FORENAME).stream()
                .findFirst()
                .map(field -> person -> person.value(field).map(name -> ((PersonName) name).initial()));
    }

    private static Optional<String> text(Person person, int field) {
        return person.value(field).map(PersonValue::reveal);
    }
}
