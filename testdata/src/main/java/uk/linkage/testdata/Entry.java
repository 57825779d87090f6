package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What one provider keyed in of one person, before that provider's way of writing it down.
 *
 * <p>Texts are in capitals; one that is missing is empty, as its cell will be. What differs from the truth is told by {@code slips}. Prints as {@code Entry[…]}.
 */
record Entry(
        String forename,
        String surname,
        Optional<Sex> sex,
        Optional<LocalDate> born,
        String postcode,
        String addressLine,
        String town,
        String nhsNumber,
        Set<Slip> slips) {
    Entry {
        var noted = EnumSet.noneOf(Slip.class);
        noted.addAll(slips);
        slips = Collections.unmodifiableSet(noted);
    }

    /** The entry without a mistake. */
    static Entry of(Resident resident) {
        Person person = resident.person();
        Address home = resident.home();
        return new Entry(
                person.forename(),
                resident.surname(),
                Optional.of(person.sex()),
                Optional.of(person.born()),
                home.postcode(),
                home.line(),
                home.town(),
                resident.nhsNumber().orElse(""),
                Set.of());
    }

    @Override
    public String toString() {
        return "Entry[…]";
    }
}
