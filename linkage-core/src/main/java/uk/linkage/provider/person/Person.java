package uk.linkage.provider.person;

import java.util.List;
import java.util.Optional;

/**
 * A person as one provider knows them: a local id and a value, or none, for each field of the agreement. Never prints.
 *
 * @param localId the provider's own row reference
 * @param values in the order of the agreement's fields
 */
public record Person(String localId, List<Optional<PersonValue>> values) {
    /** Copies the list. */
    public Person {
        values = List.copyOf(values);
    }

    /** The value of field number {@code field}. */
    public Optional<PersonValue> value(int field) {
        return values.get(field);
    }

    @Override
    public String toString() {
        return "Person[…]";
    }
}
