package uk.linkage.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.linkage.ScoredPairs;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Row;

/** Who is who, by provider and local id, from a truth file of either form: pairs of ids, or a person a record. */
final class Labels {
    private final Map<String, Map<String, Set<String>>> namesOf = new HashMap<>();

    private Labels(List<String> providers) {
        providers.forEach(provider -> namesOf.put(provider, new HashMap<>()));
    }

    /** Reads a truth file; pairs are of the first two providers. */
    static Labels read(Path file, List<String> providers) throws IOException {
        Labels labels = new Labels(providers);
        ExtractSource truth = ExtractSource.of(file);
        try (Stream<Row> rows = truth.rows()) {
            rows.forEach(truth.header().size() == 2 ? row -> labels.pair(row, providers) : labels::record);
        }
        return labels;
    }

    private void pair(Row row, List<String> providers) {
        String name = Long.toString(row.line());
        add(providers.get(0), row.cell(0), name);
        add(providers.get(1), row.cell(1), name);
    }

    private void record(Row row) {
        add(row.cell(0), row.cell(1), row.cell(2));
    }

    private void add(String provider, String localId, String name) {
        namesOf.get(provider).computeIfAbsent(localId, id -> new HashSet<>(1)).add(name);
    }

    /** Whether a pair is of one person. */
    boolean same(ScoredPairs pairs, int pair) {
        Set<String> left = namesOf.get(pairs.leftProvider()).getOrDefault(pairs.left(pair), Set.of());
        Set<String> right = namesOf.get(pairs.rightProvider()).getOrDefault(pairs.right(pair), Set.of());
        return left.stream().anyMatch(right::contains);
    }

    /** How many pairs of two providers' records are of one person. */
    long pairs(String left, String right) {
        Map<String, Long> records = new HashMap<>();
        namesOf.get(left).values().forEach(names -> names.forEach(name -> records.merge(name, 1L, Long::sum)));
        return namesOf.get(right).values().stream()
                .flatMap(Set::stream)
                .mapToLong(name -> records.getOrDefault(name, 0L))
                .sum();
    }
}
