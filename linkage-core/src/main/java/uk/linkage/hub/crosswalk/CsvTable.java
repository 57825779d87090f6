package uk.linkage.hub.crosswalk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import uk.linkage.file.WholeFile;

/** Writes the files of this package: CSV with RFC 4180 quoting, LF and UTF-8, wholly or not at all. */
final class CsvTable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvTable() {}

    static void write(Path file, List<String> header, Stream<List<String>> rows) throws IOException {
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
