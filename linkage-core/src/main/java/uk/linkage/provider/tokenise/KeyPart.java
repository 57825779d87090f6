package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.KeyForm;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.secret.Message;

/**
 * One part of match keys: its form and text as bytes, read once for a person however many keys have it. One thread.
 */
final class KeyPart {
    private final KeyForm form;
    private final int[] fields;
    private final Optional<NumberOutputs> outputs;
    private final FieldKind kind;
    private final Message message = new Message();
    private final int label;
    private boolean there;

    /** @param outputs for parts of the form {@code oprf} */
    KeyPart(Agreement agreement, Part part, Optional<NumberOutputs> outputs) {
        this.form = part.form();
        this.outputs = outputs;
        this.kind = agreement.field(part.fields().get(0)).kind();
        this.label = message.add(form.label()).length();
        this.fields = part.fields().stream().mapToInt(agreement::fieldIndex).toArray();
    }

    /** Takes the form and text of a person. */
    void read(Person person) {
        message.cut(label);
        Optional<String> text = fields.length == 1 ? text(person.value(fields[0])) : textOfAll(person);
        there = text.isPresent();
        if (there) {
            message.add(text.get());
        }
    }

    /** Adds what was read to a message; false where the person has none. */
    boolean addTo(Message key) {
        if (there) {
            key.append(message);
        }
        return there;
    }

    private Optional<String> text(Optional<PersonValue> value) {
        if (value.isPresent() && form == KeyForm.OPRF) {
            return outputs.orElseThrow().of(kind, value.get().reveal());
        }
        return value.isPresent() ? KeyTexts.of(form, value.get()) : Optional.empty();
    }

    private Optional<String> textOfAll(Person person) {
        List<PersonValue> values = new ArrayList<>(fields.length);
        for (int field : fields) {
            Optional<PersonValue> value = person.value(field);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return KeyTexts.of(form, values);
    }
}
