package uk.linkage.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes a CSV file that this project defines itself: RFC 4180 quoting, LF and UTF-8, wholly or not at all. {@link CsvRows} reads it.
 *
 * <pre>{@code
 * CsvTable.write(file, List.of("local_id", "study_id"), rows);
 * }</pre>
 */
public final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvTable() {}

    /** Writes a header and rows of as many fields. */
    public static void write(Path file, List<String> header, Stream<List<String>> rows) throws IOException {
        WholeFile.write(file, out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
            FORMAT.printRecord(text, header.toArray());
            for (List<String> row : (Iterable<List<String>>) rows::iterator) {
                FORMAT.printRecord(text, row.toArray());
            }
            text.flush();
        });
    }
}
