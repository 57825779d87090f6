package uk.linkage.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.linkage.ScoredPairs;
import uk.linkage.file.CsvRows;

/** Who is who, by provider and local id, from a truth file of either form: pairs of ids, or a person a record. */
final class Labels {
    private final Map<String, Map<String, Set<String>>> namesOf = new HashMap<>();

    private Labels(List<String> providers) {
        providers.forEach(provider -> namesOf.put(provider, new HashMap<>()));
    }

    /** Two local ids, the first of one provider and the second of another, or of the same. */
    record Ids(String left, String right) {
        @Override
        public String toString() {
            return "Ids[…]";
        }
    }

    /** Reads a truth file; pairs are of the first two providers. */
    static Labels read(Path file, List<String> providers) throws IOException {
        Labels labels = new Labels(providers);
        try (CsvRows rows = CsvRows.open(file)) {
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (rows.header().size() == 2) {
                    labels.pair(row.get(), providers);
                } else {
                    labels.record(row.get().fields());
                }
            }
        }
        return labels;
    }

    private void pair(CsvRows.Row row, List<String> providers) {
        String name = Long.toString(row.line());
        add(providers.get(0), row.fields().get(0), name);
        add(providers.get(1), row.fields().get(1), name);
    }

    private void record(List<String> row) {
        add(row.get(0), row.get(1), row.get(2));
    }

    private void add(String provider, String localId, String name) {
        namesOf.get(provider).computeIfAbsent(localId, id -> new HashSet<>(1)).add(name);
    }

    /** Whether a pair is of one person. */
    boolean same(ScoredPairs pairs, int pair) {
        return same(pairs.leftProvider(), pairs.left(pair), pairs.rightProvider(), pairs.right(pair));
    }

    /** Whether two records are of one person. */
    boolean same(String leftProvider, String left, String rightProvider, String right) {
        Set<String> names = namesOf.get(leftProvider).getOrDefault(left, Set.of());
        Set<String> others = namesOf.get(rightProvider).getOrDefault(right, Set.of());
        return names.stream().anyMatch(others::contains);
    }

    /** How many pairs of two providers' records, or of one's, are of one person. */
    long pairs(String left, String right) {
        return truePairs(left, right).size();
    }

    /** All pairs of two providers' records that are of one person; within one provider each of them once. */
    List<Ids> truePairs(String left, String right) {
        Map<String, List<String>> lefts = new HashMap<>();
        namesOf.get(left)
                .forEach((id, names) -> names.forEach(name ->
                        lefts.computeIfAbsent(name, n -> new ArrayList<>()).add(id)));
        List<Ids> pairs = new ArrayList<>();
        namesOf.get(right)
                .forEach((id, names) -> names.forEach(name -> lefts.getOrDefault(name, List.of()).stream()
                        .filter(other -> !left.equals(right) || other.compareTo(id) < 0)
                        .forEach(other -> pairs.add(new Ids(other, id)))));
        return pairs;
    }
}
