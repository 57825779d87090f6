package uk.linkage.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.linkage.file.CsvRows;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.resolve.Links;

/** Reads a {@link Truth} from its file, once. */
final class TruthReader {
    private static final List<String> PEOPLE_HEADER = List.of("provider", "local_id", "person");

    private final Path file;
    private final List<String> providers;
    private final List<Map<String, Integer>> numberOf = new ArrayList<>();
    private long rowCount;

    TruthReader(Path file, List<String> providers) {
        this.file = file;
        this.providers = providers;
        providers.forEach(provider -> numberOf.add(new HashMap<>()));
    }

    Truth read(Progress progress) throws IOException {
        try (CsvRows rows = CsvRows.open(file, progress)) {
            if (rows.header().size() == 2) {
                return pairs(rows);
            }
            if (rows.header().equals(PEOPLE_HEADER)) {
                return people(rows);
            }
            throw new MalformedFileException(
                    file, 1, "a truth has two columns of local ids, or the columns provider,local_id,person");
        }
    }

    private Truth people(CsvRows rows) throws IOException {
        Map<String, Integer> persons = new HashMap<>();
        for (Optional<CsvRows.Row> row = next(rows); row.isPresent(); row = next(rows)) {
            List<String> fields = row.get().fields();
            int person = persons.computeIfAbsent(fields.get(2), name -> persons.size());
            if (known(rows, row.get()).putIfAbsent(fields.get(1), person) != null) {
                throw rows.fault(row.get(), "this record was given before");
            }
        }
        return new Truth(providers, numberOf, persons, rowCount);
    }

    private Map<String, Integer> known(CsvRows rows, CsvRows.Row row) throws IOException {
        int provider = providers.indexOf(row.fields().get(0));
        if (provider < 0) {
            throw rows.fault(row, "provider is none of " + String.join(", ", providers));
        }
        return numberOf.get(provider);
    }

    private Truth pairs(CsvRows rows) throws IOException {
        if (providers.size() != 2) {
            throw new MalformedFileException(
                    file,
                    1,
                    "two columns of local ids need two providers, there are " + providers.size()
                            + "; give the columns provider,local_id,person");
        }
        List<Integer> providerOf = new ArrayList<>();
        Links.Builder links = Links.builder();
        Set<Long> seen = new HashSet<>();
        for (Optional<CsvRows.Row> row = next(rows); row.isPresent(); row = next(rows)) {
            int left = number(0, row.get().fields().get(0), providerOf);
            int right = number(1, row.get().fields().get(1), providerOf);
            if (!seen.add((long) left << Integer.SIZE | right)) {
                throw rows.fault(row.get(), "this pair was given before");
            }
            links.add(left, right, 1);
        }
        return connected(providerOf, links.build());
    }

    private int number(int provider, String localId, List<Integer> providerOf) {
        return numberOf.get(provider).computeIfAbsent(localId, id -> {
            providerOf.add(provider);
            return providerOf.size() - 1;
        });
    }

    /** Records connected by pairs are one person. */
    private Truth connected(List<Integer> providerOf, Links links) {
        int[] providersOf = providerOf.stream().mapToInt(Integer::intValue).toArray();
        Clusters people = Clusters.of(providersOf, new boolean[2], links);
        numberOf.forEach(numbers -> numbers.replaceAll((localId, number) -> people.clusterOf(number)));
        return new Truth(providers, numberOf, people.count(), rowCount);
    }

    private Optional<CsvRows.Row> next(CsvRows rows) throws IOException {
        Optional<CsvRows.Row> row = rows.next();
        if (row.isPresent()) {
            rowCount++;
            refuseEmpty(rows, row.get());
        }
        return row;
    }

    private static void refuseEmpty(CsvRows rows, CsvRows.Row row) throws IOException {
        int empty = row.fields().indexOf("");
        if (empty >= 0) {
            throw rows.fault(row, "column " + (empty + 1) + " is empty");
        }
    }
}
