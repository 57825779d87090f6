package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.FieldKind;
import uk.linkage.benchmarks.sets.LabelledSet;
import uk.linkage.provider.person.Person;
import uk.linkage.testdata.Extract;

/**
 * A labelled set in the clear, as nobody who links has it: the people of every provider, read by the library's own rules.
 *
 * @param agreement which fields there are
 * @param set where they come from
 * @param people those of each provider, in the order of its rows
 */
record Clear(Agreement agreement, LabelledSet set, List<List<Person>> people) {

    static Clear of(LabelledSet set, Agreement agreement) throws IOException {
        List<List<Person>> people = new ArrayList<>();
        for (Extract extract : set.extracts()) {
            people.add(Population.people(extract, set.mapping(), agreement));
        }
        return new Clear(agreement, set, people);
    }

    /** The fields of these kinds, in the agreement's order. */
    List<Integer> fields(FieldKind... kinds) {
        Set<FieldKind> wanted = Set.of(kinds);
        List<Integer> fields = new ArrayList<>();
        for (int field = 0; field < agreement.fields().size(); field++) {
            if (wanted.contains(agreement.fields().get(field).kind())) {
                fields.add(field);
            }
        }
        return fields;
    }

    /**
     * By provider, the local ids of those who have an NHS Number that is one.
     *
     * @return nothing where the set has no such field
     */
    Optional<Map<String, Set<String>>> numbered() {
        List<Integer> fields = fields(FieldKind.NHS_NUMBER);
        return fields.isEmpty() ? Optional.empty() : Optional.of(having(fields.get(0)));
    }

    private Map<String, Set<String>> having(int field) {
        Map<String, Set<String>> having = new HashMap<>();
        for (int provider = 0; provider < people.size(); provider++) {
            Set<String> ids = new HashSet<>();
            people.get(provider).stream()
                    .filter(person -> person.value(field).isPresent())
                    .forEach(person -> ids.add(person.localId()));
            having.put(set.providers().get(provider), ids);
        }
        return having;
    }

    @Override
    public String toString() {
        return "Clear[" + set.name() + "]";
    }
}
