package uk.linkage.provider.clk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import uk.linkage.file.CsvRows;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.Progress;
import uk.linkage.file.WholeFile;
import uk.linkage.provider.extract.Rejects;

/**
 * CLKs as anonlink reads them: {@code {"clks": ["Base64", "Base64"]}}, in the order of the extract's rows, byte for byte
 * as anonlink's client writes it. Rows go through one by one, so memory does not grow with them; the file is there
 * wholly or not at all.
 *
 * <pre>{@code
 * long records = ClkFile.write(Path.of("people.csv"), schema, secret, Path.of("clks.json"));
 * }</pre>
 */
public final class ClkFile {
    private ClkFile() {}

    /**
     * Encodes an extract whose header is the schema's identifiers.
     *
     * @return how many CLKs were written
     * @throws FaultyValues where any value breaks a rule of the schema
     * @throws MalformedFileException where the extract is no such CSV file
     */
    public static long write(Path extract, ClkSchema schema, ClkSecret secret, Path target) throws IOException {
        return write(extract, schema, secret, target, Progress.UNSEEN);
    }

    /**
     * Encodes it likewise, telling of rows.
     *
     * @return how many CLKs were written
     * @throws FaultyValues where any value breaks a rule of the schema
     * @throws MalformedFileException where the extract is no such CSV file
     */
    public static long write(Path extract, ClkSchema schema, ClkSecret secret, Path target, Progress progress)
            throws IOException {
        long[] records = {0};
        WholeFile.write(target, out -> records[0] = write(extract, schema, schema.encoder(secret), out, progress));
        return records[0];
    }

    private static long write(Path extract, ClkSchema schema, ClkEncoder encoder, OutputStream out, Progress progress)
            throws IOException {
        Rejects rejects = new Rejects(fault -> {});
        long records = 0;
        try (CsvRows rows = CsvRows.open(extract, progress)) {
            requireHeader(extract, rows.header(), schema.identifiers());
            ascii("{\"clks\": [", out);
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                byte[] clk = encoder.encode(row.get().line(), cells(row.get()), rejects);
                ascii((records++ == 0 ? "\"" : ", \"") + Base64.getEncoder().encodeToString(clk) + "\"", out);
            }
            ascii("]}", out);
        }
        if (rejects.values() > 0) {
            throw new FaultyValues(extract.getFileName().toString(), rejects);
        }
        return records;
    }

    /** Line breaks within quotes are LF, as Python reads text. */
    private static List<String> cells(CsvRows.Row row) {
        return row.fields().stream()
                .map(cell -> cell.indexOf('\r') < 0
                        ? cell
                        : cell.replace("\r\n", "\n").replace('\r', '\n'))
                .toList();
    }

    /** Columns are told apart by their place, so a header in another order would encode one as the other. */
    private static void requireHeader(Path extract, List<String> header, List<String> identifiers) throws IOException {
        if (header.size() != identifiers.size()) {
            throw new MalformedFileException(
                    extract,
                    1,
                    "has " + header.size() + " columns, the schema has " + identifiers.size() + " features");
        }
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).equals(identifiers.get(i))) {
                throw new MalformedFileException(
                        extract, 1, "column " + (i + 1) + " is not headed " + identifiers.get(i) + " as in the schema");
            }
        }
    }

    private static void ascii(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
