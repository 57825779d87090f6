package uk.linkage.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.agreement.FieldKind;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;
import uk.linkage.quality.Edges;

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

    /** Which pairs they are. */
    Edges.Among among() {
        List<Optional<List<String>>> households =
                people.stream().map(this::household).toList();
        return (left, right) ->
                households.get(left).isPresent() && households.get(left).equals(households.get(right));
    }

    /**
     * The least that could leak: how many components two people have wholly in common, which any code that finds pairs with
     * one component wrong must show, and nothing else.
     */
    Edges ideal() {
        int[][] forms = agreement.components().stream().map(this::forms).toArray(int[][]::new);
        return Edges.of(people.size(), 1, (left, right, scores) -> {
                    scores[0] = 0;
                    for (int[] form : forms) {
                        scores[0] += form[left] == form[right] ? 1 : 0;
                    }
                })
                .get(0);
    }

    /** A number for each form that a component takes; a component with nothing in it is like no other. */
    private int[] forms(Component component) {
        Map<Object, Integer> numbers = new HashMap<>();
        return people.stream()
                .mapToInt(person -> {
                    List<PersonValue> values = values(component, person);
                    return numbers.computeIfAbsent(values.isEmpty() ? new Object() : values, v -> numbers.size());
                })
                .toArray();
    }

    private List<PersonValue> values(Component component, Person person) {
        return component.features().stream()
                .map(feature -> person.value(agreement.fieldIndex(feature.field())))
                .flatMap(Optional::stream)
                .toList();
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
