package uk.linkage.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import uk.linkage.file.CsvRows;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.provider.extract.Row;

/** Any bytes are a CSV file of a kind, or are refused by line and rule. */
class CsvFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void extract(byte[] bytes) throws IOException {
        try {
            ExtractSource extract = ExtractSource.of("fuzz.csv", bytes);
            try (Stream<Row> rows = extract.rows()) {
                rows.forEach(row -> {});
            }
            Proposal.of(extract, Map.of());
        } catch (ExtractFault refused) {
            return;
        }
    }

    @FuzzTest(maxDuration = "1m")
    void rows(byte[] bytes) throws IOException {
        try (CsvRows rows = CsvRows.open(Bytes.in(bytes))) {
            while (rows.next().isPresent()) {
                continue;
            }
        } catch (MalformedFileException refused) {
            return;
        }
    }

    @FuzzTest(maxDuration = "1m")
    void crosswalk(byte[] bytes) throws IOException {
        try {
            Crosswalk.read("gp", Bytes.in(bytes));
        } catch (MalformedFileException refused) {
            return;
        }
    }
}
