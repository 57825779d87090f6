package uk.linkage.provider.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.tokenise.NumberOutputs;

/** Takes from a person a number whose output nobody asked for: it counts as missing, as a value at fault does. One thread. */
final class AskedFor {
    private final Agreement agreement;
    private final List<Field> fields;
    private final Optional<NumberOutputs> outputs;
    private final Rejects rejects;

    AskedFor(Agreement agreement, Optional<NumberOutputs> outputs, Rejects rejects) {
        this.agreement = agreement;
        this.fields = agreement.oprfFields();
        this.outputs = outputs;
        this.rejects = rejects;
    }

    Person person(Person person, Row row) {
        Person left = person;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            int place = agreement.fieldIndex(field.name());
            if (left.value(place).isPresent()
                    && !isKnown(field, left.value(place).get())) {
                rejects.value(row.line(), field.name(), "has no output in the table of numbers");
                left = without(left, place);
            }
        }
        return left;
    }

    private boolean isKnown(Field field, PersonValue number) {
        return outputs.isPresent()
                && outputs.get().of(field.kind(), number.reveal()).isPresent();
    }

    private static Person without(Person person, int place) {
        List<Optional<PersonValue>> values = new ArrayList<>(person.values());
        values.set(place, Optional.empty());
        return new Person(person.localId(), values);
    }
}
