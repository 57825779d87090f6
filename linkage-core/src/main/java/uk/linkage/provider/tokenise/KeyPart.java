package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.KeyForm;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.Recent;

/**
 * One part of match keys: its form and text as bytes, read once for a person however many keys have it. What a name stands
 * for or sounds like is remembered, for names repeat; the other forms are quickly told. One thread.
 */
final class KeyPart {
    private static final int PLACES = 1 << 11;

    private final KeyForm form;
    private final int[] fields;
    private final List<PersonValue> values = new ArrayList<>();
    private final Recent<PersonValue, Optional<String>> recent;
    private final Message message = new Message();
    private boolean there;

    KeyPart(Agreement agreement, Part part) {
        this.form = part.form();
        this.fields = part.fields().stream().mapToInt(agreement::fieldIndex).toArray();
        this.recent = new Recent<>(PLACES, value -> KeyTexts.of(form, List.of(value)));
    }

    /** Takes the form and text of a person. */
    void read(Person person) {
        message.clear();
        Optional<String> text = hasAll(person) ? text() : Optional.empty();
        there = text.isPresent();
        if (there) {
            message.add(form.label()).add(text.get());
        }
    }

    /** Adds what was read to a message; false where the person has none. */
    boolean addTo(Message key) {
        if (there) {
            key.append(message);
        }
        return there;
    }

    private boolean hasAll(Person person) {
        values.clear();
        for (int field : fields) {
            Optional<PersonValue> value = person.value(field);
            if (value.isEmpty()) {
                return false;
            }
            values.add(value.get());
        }
        return true;
    }

    private Optional<String> text() {
        boolean repeats = form == KeyForm.CANONICAL || form == KeyForm.SOUNDEX;
        return repeats ? recent.get(values.get(0)) : KeyTexts.of(form, values);
    }
}
