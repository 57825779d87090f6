package uk.linkage.hub.crosswalk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.linkage.file.CsvRows;
import uk.linkage.file.CsvTable;
import uk.linkage.file.MalformedFileException;

/**
 * {@code retired.csv}: the study ids that this run and those before it gave up, so that none of them ever names anybody again. {@code
 * withdrawn.csv} is a file of the same form.
 *
 * <p>File: one column {@code study_id}, sorted. Reading refuses another header, a repeated id and one that is none.
 */
public final class RetiredIds {
    /** The name of the file in the folder of a run. */
    public static final String FILE = "retired.csv";

    private static final List<String> HEADER = List.of("study_id");

    private RetiredIds() {}

    /**
     * Reads the ids.
     *
     * @throws MalformedFileException where the file breaks a rule
     */
    public static Set<String> read(Path file) throws IOException {
        try (CsvRows rows = CsvRows.open(file)) {
            if (!rows.header().equals(HEADER)) {
                throw new MalformedFileException(file, 1, "the header must be study_id");
            }
            Set<String> ids = new TreeSet<>();
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                add(rows, row.get(), ids);
            }
            return ids;
        }
    }

    /** Writes ids, each once. */
    public static void write(Path file, Set<String> ids) throws IOException {
        CsvTable.write(file, HEADER, ids.stream().sorted().map(List::of));
    }

    private static void add(CsvRows rows, CsvRows.Row row, Set<String> ids) throws IOException {
        String id = row.fields().get(0);
        if (!StudyIds.isStudyId(id)) {
            throw rows.fault(row, "study_id is not S and 16 characters of Crockford base32");
        }
        if (!ids.add(id)) {
            throw rows.fault(row, "study_id was given before");
        }
    }
}
