package uk.linkage.provider.normalise;

import java.util.Optional;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.provider.person.Reading;

/**
 * What a row holds of a field. Never prints the value.
 *
 * @param value none where it is missing or at fault; of a date at fault the parts that make sense
 * @param fault the rule it breaks, if it does
 */
record Found(Optional<PersonValue> value, Optional<String> fault) {
    /** Nothing, since the extract does not hold the field. */
    static final Found NOT_HELD = new Found(Optional.empty(), Optional.empty());

    static Found of(Reading<? extends PersonValue> reading) {
        return new Found(reading.value().map(value -> value), fault(reading));
    }

    private static Optional<String> fault(Reading<?> reading) {
        if (reading instanceof Reading.Faulty<?> faulty) {
            return Optional.of(faulty.rule());
        }
        return reading instanceof Reading.Partial<?> partial ? Optional.of(partial.rule()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Found[…]";
    }
}
