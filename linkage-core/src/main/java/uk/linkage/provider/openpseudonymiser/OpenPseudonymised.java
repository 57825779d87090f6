package uk.linkage.provider.openpseudonymiser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.linkage.file.CsvTable;
import uk.linkage.file.Progress;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Row;
import uk.linkage.provider.extract.Synonyms;

/**
 * An extract as OpenPseudonymiser gives it out: a column {@code Digest} first, made of named columns, which are left out; all other
 * columns as they are. A worker: one thread.
 *
 * <pre>{@code
 * new OpenPseudonymised(extract, Map.of("NHSNumber", "nhs_number"), Optional.of("NHSNumber"), salt).write(target, progress);
 * }</pre>
 *
 * <p>One thing differs by intent. Of a row that lacks a value that program makes a digest all the same, one that all such rows share, so
 * that strangers are joined by it; here the digest is empty, and such rows are counted.
 */
public final class OpenPseudonymised {
    private static final String DIGEST = "Digest";

    private final ExtractSource extract;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Optional<String> number;
    private final OpenDigest digest;
    private final List<Integer> kept;
    private long rows;
    private long withoutDigest;
    private long leftOut;

    /**
     * @param values names of values, as all who make such digests must have them, to columns of this extract
     * @param number the name of the value that is an NHS Number, of which only the digits count
     * @throws ExtractFault where a column is not there, or one that stays is called Digest
     */
    public OpenPseudonymised(
            ExtractSource extract, Map<String, String> values, Optional<String> number, OpenSalt salt) {
        this.extract = extract;
        values.forEach((name, column) -> columns.put(name, index(column)));
        this.number = number;
        this.digest = new OpenDigest(salt);
        this.kept = IntStream.range(0, extract.header().size())
                .filter(column -> !columns.containsValue(column))
                .boxed()
                .toList();
        requireNoDigest();
    }

    /** Columns that stay although their names are those of identities, references to rows aside. */
    public List<String> keptIdentities() {
        return kept.stream()
                .map(extract.header()::get)
                .filter(name -> Synonyms.field(name)
                        .filter(field -> !field.equals(Synonyms.LOCAL_ID))
                        .isPresent())
                .toList();
    }

    /**
     * Writes the file, whole or not at all, telling of rows.
     *
     * @return how many rows were written
     * @throws IOException where it cannot be written
     */
    public long write(Path target, Progress progress) throws IOException {
        List<String> header = new ArrayList<>(List.of(DIGEST));
        kept.forEach(column -> header.add(extract.header().get(column)));
        try (Stream<Row> all = extract.telling(progress, "digesting").rows()) {
            CsvTable.write(target, header, all.filter(this::isWhole).map(this::line));
        }
        return rows;
    }

    /** Rows written. */
    public long rows() {
        return rows;
    }

    /** Of them rows that lack a value, and have no digest. */
    public long withoutDigest() {
        return withoutDigest;
    }

    /** Rows left out since they have more or fewer values than the header. */
    public long leftOut() {
        return leftOut;
    }

    private boolean isWhole(Row row) {
        boolean whole = row.cells().size() == extract.header().size();
        leftOut += whole ? 0 : 1;
        return whole;
    }

    private List<String> line(Row row) {
        List<String> cells = new ArrayList<>(List.of(digest(row)));
        kept.forEach(column -> cells.add(row.cell(column)));
        rows++;
        return cells;
    }

    private String digest(Row row) {
        Map<String, String> values = new HashMap<>();
        columns.forEach((name, column) -> values.put(name, value(name, row.cell(column))));
        if (values.values().stream()
                .anyMatch(value -> OpenDigest.withoutBlanks(value).isEmpty())) {
            withoutDigest++;
            return "";
        }
        return digest.of(values);
    }

    private String value(String name, String text) {
        return number.filter(name::equals).isPresent() ? OpenDigest.digits(text) : text;
    }

    private int index(String column) {
        return IntStream.range(0, extract.header().size())
                .filter(i -> extract.header().get(i).equalsIgnoreCase(column.strip()))
                .findFirst()
                .orElseThrow(() -> new ExtractFault(
                        extract.name() + ": line 1",
                        "has no column " + column,
                        "the columns are " + String.join(", ", extract.header())));
    }

    private void requireNoDigest() {
        if (kept.stream().map(extract.header()::get).anyMatch(DIGEST::equalsIgnoreCase)) {
            throw new ExtractFault(extract.name() + ": line 1", "has a column Digest already", "rename it first");
        }
    }
}
