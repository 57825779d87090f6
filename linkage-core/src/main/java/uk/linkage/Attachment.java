package uk.linkage;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import uk.linkage.file.WholeFile;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.provider.extract.Columns;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.extract.Synonyms;

/**
 * Puts study ids in the place of identities in a provider's payload, so that researchers can join payloads of several
 * providers without knowing anybody. The id column is replaced, and columns whose names are those of identities (NHS
 * Number, names, date of birth, postcode, address and the like) are left out unless they are asked for by name.
 *
 * <pre>{@code
 * Attachment.Counts counts = new Attachment(payload, "hospital_no", Set.of("sex")).write(crosswalk, target);
 * }</pre>
 */
public final class Attachment {
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    private static final String STUDY_ID = "study_id";

    private final ExtractSource payload;
    private final int id;
    private final List<Integer> kept = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    /**
     * @param payload the provider's own data, one column of which is the local id
     * @param idColumn that column
     * @param keep columns to keep although their names are those of identities
     * @throws ExtractFault where a column is not there
     */
    public Attachment(ExtractSource payload, String idColumn, Set<String> keep) {
        this(payload, index(payload, idColumn), keep);
    }

    private Attachment(ExtractSource payload, int id, Set<String> keep) {
        this.payload = payload;
        this.id = id;
        keep.forEach(column -> index(payload, column));
        for (int column = 0; column < payload.header().size(); column++) {
            String name = payload.header().get(column);
            if (column != id && Synonyms.field(name).isPresent() && !keep.contains(name)) {
                dropped.add(name);
            } else if (column != id) {
                kept.add(column);
            }
        }
    }

    /**
     * For an extract that was sealed by the numbers of its rows: the payload is that extract, row for row.
     *
     * @throws ExtractFault where a column to keep is not there
     */
    public static Attachment byRowNumber(ExtractSource payload, Set<String> keep) {
        return new Attachment(payload, Columns.NUMBERED, keep);
    }

    /**
     * What became of the payload.
     *
     * @param rows rows written
     * @param unknown rows left out because their local id is not in the crosswalk
     */
    public record Counts(long rows, long unknown) {}

    /** Columns left out because of their names. */
    public List<String> dropped() {
        return List.copyOf(dropped);
    }

    /**
     * Writes the payload under study ids.
     *
     * @throws ExtractFault where a row is ragged, or has no id and the crosswalk none of numbered rows
     * @throws IOException where a file cannot be read or written
     */
    public Counts write(Crosswalk crosswalk, Path target) throws IOException {
        requireNumbered(crosswalk);
        long[] counts = new long[2];
        WholeFile.write(target, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            print(text, STUDY_ID, payload.header());
            try (Stream<Row> rows = payload.rows()) {
                rows.forEach(row -> counts[attach(row, crosswalk.studyIds(), text) ? 0 : 1]++);
            }
            text.flush();
        });
        return new Counts(counts[0], counts[1]);
    }

    private boolean attach(Row row, Map<String, String> studyIds, Writer text) {
        if (row.cells().size() != payload.header().size()) {
            throw new ExtractFault(
                    payload.name() + ": line " + row.line(),
                    "has " + row.cells().size() + " values, the header has "
                            + payload.header().size(),
                    "");
        }
        String studyId = studyIds.get(id == Columns.NUMBERED ? row.numberAsId() : row.cell(id));
        if (studyId != null) {
            print(text, studyId, row.cells());
        }
        return studyId != null;
    }

    private void requireNumbered(Crosswalk crosswalk) {
        if (id == Columns.NUMBERED
                && crosswalk.studyIds().keySet().stream().noneMatch(name -> name.startsWith("row-"))) {
            throw new ExtractFault(payload.name(), "was not sealed by row numbers", "say --id COLUMN");
        }
    }

    private void print(Writer text, String studyId, List<String> cells) {
        List<String> values = new ArrayList<>(List.of(studyId));
        kept.forEach(column -> values.add(cells.get(column)));
        try {
            CSV.printRecord(text, values.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int index(ExtractSource payload, String column) {
        int index = payload.header().indexOf(column);
        if (index < 0) {
            throw new ExtractFault(
                    payload.name() + ": line 1",
                    "has no column " + column,
                    "the columns are " + String.join(", ", payload.header()));
        }
        return index;
    }
}
