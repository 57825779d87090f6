package uk.linkage.hub.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.linkage.file.CsvRows;
import uk.linkage.file.CsvTable;
import uk.linkage.file.MalformedFileException;

/** Rows of a file whose first column is a handle, as people may have filled it in. */
record HandleRows(List<String> header, List<List<String>> rows) {
    private static final String HANDLE = "handle";

    static HandleRows read(Path file) throws IOException {
        try (CsvRows csv = CsvRows.open(file)) {
            if (!csv.header().get(0).equals(HANDLE)) {
                throw new MalformedFileException(file, 1, "the first column must be handle");
            }
            List<List<String>> rows = new ArrayList<>();
            for (Optional<CsvRows.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                rows.add(row.get().fields());
            }
            return new HandleRows(csv.header(), rows);
        }
    }

    HandleRows without(Set<String> handles) {
        return new HandleRows(
                header,
                rows.stream()
                        .filter(row -> !handles.contains(row.get(0).strip()))
                        .toList());
    }

    /** How many pairs a pattern has, told anew. */
    HandleRows recounted() {
        int pattern = header.indexOf("pattern");
        int pairs = header.indexOf("pairs");
        if (pattern < 0 || pairs < 0) {
            return this;
        }
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.get(pattern), 1, Integer::sum));
        return new HandleRows(
                header,
                rows.stream()
                        .map(row ->
                                with(row, pairs, counts.get(row.get(pattern)).toString()))
                        .toList());
    }

    private static List<String> with(List<String> row, int column, String cell) {
        List<String> changed = new ArrayList<>(row);
        changed.set(column, cell);
        return changed;
    }

    void write(Path file) throws IOException {
        CsvTable.write(file, header, rows.stream());
    }

    @Override
    public String toString() {
        return "HandleRows[" + rows.size() + "]";
    }
}
