package uk.linkage.hub.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import uk.linkage.file.CsvRows;
import uk.linkage.file.CsvTable;
import uk.linkage.file.MalformedFileException;

/**
 * Whose records the handles of a run stand for; never leaves the hub. Prints counts only.
 *
 * <p>File: {@code handle,pattern,left_provider,left_id,right_provider,right_id}, sorted by handle. Reading refuses another header, a
 * handle that is none or comes twice, and a pattern that is no number.
 */
public final class ReviewKey {
    /** The name of the file in the folder of a run. */
    public static final String FILE = "review-key.csv";

    private static final List<String> HEADER =
            List.of("handle", "pattern", "left_provider", "left_id", "right_provider", "right_id");

    private final SortedMap<String, Entry> entries;
    private final Set<String> withdrawn;

    ReviewKey(Map<String, Entry> entries) {
        this(entries, Set.of());
    }

    private ReviewKey(Map<String, Entry> entries, Set<String> withdrawn) {
        this.entries = new TreeMap<>(entries);
        this.withdrawn = withdrawn;
    }

    /**
     * What a handle stands for.
     *
     * @param pattern the number of its pattern in the run, from 1
     * @param records the pair
     */
    public record Entry(int pattern, NamedPair records) {}

    /**
     * Reads a key.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static ReviewKey read(Path file) throws IOException {
        try (CsvRows rows = CsvRows.open(file)) {
            if (!rows.header().equals(HEADER)) {
                throw new MalformedFileException(file, 1, "the header must be " + String.join(",", HEADER));
            }
            Map<String, Entry> entries = new TreeMap<>();
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                add(rows, row.get(), entries);
            }
            return new ReviewKey(entries);
        }
    }

    private static void add(CsvRows rows, CsvRows.Row row, Map<String, Entry> entries) throws IOException {
        List<String> fields = row.fields();
        if (!Handles.isHandle(fields.get(0))) {
            throw rows.fault(row, "handle is not R and 16 characters of Crockford base32");
        }
        if (!fields.get(1).matches("[1-9][0-9]{0,8}")) {
            throw rows.fault(row, "pattern is not a whole number from 1");
        }
        NamedPair records = new NamedPair(
                new NamedRecord(fields.get(2), fields.get(3)), new NamedRecord(fields.get(4), fields.get(5)));
        if (entries.put(fields.get(0), new Entry(Integer.parseInt(fields.get(1)), records)) != null) {
            throw rows.fault(row, "handle was given before");
        }
    }

    void write(Path file) throws IOException {
        CsvTable.write(file, HEADER, entries.entrySet().stream().map(e -> {
            List<String> row = new ArrayList<>(
                    List.of(e.getKey(), Integer.toString(e.getValue().pattern())));
            row.addAll(e.getValue().records().row());
            return row;
        }));
    }

    /** What a handle stands for; nothing where it is not of this run. */
    Optional<Entry> find(String handle) {
        return Optional.ofNullable(entries.get(handle));
    }

    /** The same, knowing that these handles stood for pairs that were withdrawn. */
    ReviewKey knowing(Set<String> handles) {
        return new ReviewKey(entries, Set.copyOf(handles));
    }

    /** Whether a handle stood for a pair that was withdrawn since. */
    boolean isWithdrawn(String handle) {
        return withdrawn.contains(handle);
    }

    /** The handles of pairs with such a record. */
    Set<String> handlesOf(Predicate<NamedRecord> record) {
        Set<String> handles = new TreeSet<>();
        entries.forEach((handle, entry) -> {
            if (entry.records().has(record)) {
                handles.add(handle);
            }
        });
        return handles;
    }

    /** Without these. */
    ReviewKey without(Set<String> handles) {
        Map<String, Entry> others = new TreeMap<>(entries);
        others.keySet().removeAll(handles);
        return new ReviewKey(others, withdrawn);
    }

    /** All of them. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public String toString() {
        return "ReviewKey[pairs=" + entries.size() + "]";
    }
}
