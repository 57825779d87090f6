package uk.linkage.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.person.Person;

/**
 * Pairs of people of one surname and postcode: nearly all of them live together. Whatever code finds true pairs must show
 * these as near, so they are the part of a leak that no hardening takes away.
 */
record Households(Agreement agreement, List<Person> people) {

    /** How many such pairs there are. */
    long pairs() {
        Map<List<String>, Long> sizes = new HashMap<>();
        people.forEach(person -> household(person).ifPresent(h -> sizes.merge(h, 1L, Long::sum)));
        return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    private Optional<List<String>> household(Person person) {
        return text(person, FieldKind.SURNAME)
                .flatMap(surname -> text(person, FieldKind.POSTCODE).map(postcode -> List.of(surname, postcode)));
    }

    private Optional<String> text(Person person, FieldKind kind) {
        return agreement.fields().stream()
                .filter(field -> field.kind() == kind)
                .findFirst()
                .flatMap(field -> person.value(agreement.fieldIndex(field.name())))
                .map(value -> value.reveal());
    }
}
