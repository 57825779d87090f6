package uk.linkage.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.person.PersonValue;

/**
 * The truth of an audit: which row of a register each person is. A person number decides where the list and the person have one;
 * else all fields that the list holds must be equal. Rows that cannot be told apart so are nobody's.
 */
final class Owners {
    private final List<Integer> fields;
    private final List<Integer> numbers;
    private final Map<List<Optional<PersonValue>>, Integer> rows = new HashMap<>();

    Owners(Agreement agreement, List<Person> register) {
        this.fields = IntStream.range(0, agreement.fields().size())
                .filter(f ->
                        register.stream().anyMatch(person -> person.value(f).isPresent()))
                .boxed()
                .toList();
        this.numbers = fields.stream()
                .filter(f -> agreement.fields().get(f).kind().isNumber())
                .toList();
        for (int row = 0; row < register.size(); row++) {
            rows.merge(known(register.get(row)), row, (one, other) -> Scene.NOBODY);
        }
    }

    int[] of(List<Person> people) {
        return people.stream()
                .mapToInt(person -> rows.getOrDefault(known(person), Scene.NOBODY))
                .toArray();
    }

    private List<Optional<PersonValue>> known(Person person) {
        List<Optional<PersonValue>> number = values(person, numbers);
        return number.stream().anyMatch(Optional::isPresent) ? number : values(person, fields);
    }

    private static List<Optional<PersonValue>> values(Person person, List<Integer> of) {
        return of.stream().map(person::value).toList();
    }
}
