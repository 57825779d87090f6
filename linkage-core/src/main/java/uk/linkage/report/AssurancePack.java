package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.CsvTable;
import uk.linkage.file.WholeFile;

/**
 * A folder for those who have to answer for a linkage: the report, the run's record, the agreement, counts, and an annex to a data
 * protection impact assessment, as text and as a page. No person is in it.
 *
 * <pre>{@code
 * new AssurancePack(agreement, run.record(), Optional.empty()).write(Path.of("run")); // run/assurance
 * }</pre>
 *
 * <p>All but the record have small counts suppressed.
 *
 * @param run the record
 * @param audit what attacks on the encodings came to, where it is known
 */
public record AssurancePack(Agreement agreement, JsonNode run, Optional<Audit> audit) {
    /** The folder within that of the run. */
    public static final String FOLDER = "assurance";

    static final String RECORD = "run.json";
    static final String AGREEMENT = "agreement.json";
    static final String COUNTS = "counts.csv";
    static final String DPIA_TEXT = "dpia.md";
    static final String DPIA_PAGE = "dpia.html";

    /** All files that can be in the folder. */
    public static final List<String> FILES =
            List.of(LinkageReport.FILE, RECORD, AGREEMENT, COUNTS, DPIA_TEXT, DPIA_PAGE);

    /**
     * Writes the folder into that of a run.
     *
     * @throws IOException where that cannot be done
     */
    public void write(Path runFolder) throws IOException {
        Path folder = Files.createDirectories(runFolder.resolve(FOLDER));
        LinkageReport.of(run).write(folder.resolve(LinkageReport.FILE));
        write(folder.resolve(RECORD), CanonicalJson.pretty(run));
        write(folder.resolve(AGREEMENT), AgreementFile.text(agreement));
        CsvTable.write(folder.resolve(COUNTS), List.of("stage", "of", "count"), counts());
        for (Map.Entry<String, String> file :
                new Dpia(agreement, run, audit).files().entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    private Stream<List<String>> counts() {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode input : run.path("inputs")) {
            String provider = input.path("provider").asText();
            for (String stage :
                    List.of("rows_read", "rows_opted_out", "rows_rejected", "faulty_values", "records", "linked")) {
                rows.add(row(stage, provider, input.path(stage)));
            }
        }
        for (JsonNode pair : Pairs.of(run)) {
            rows.add(row("candidates", Pairs.name(pair), pair.path("candidates")));
            pair.path("decisions")
                    .properties()
                    .forEach(decision -> rows.add(row(decision.getKey(), Pairs.name(pair), decision.getValue())));
        }
        rows.add(row("people", "all", run.at("/people/count")));
        run.at("/people/by_records")
                .properties()
                .forEach(size -> rows.add(row("people", "records: " + size.getKey(), size.getValue())));
        return rows.stream();
    }

    private static List<String> row(String stage, String of, JsonNode count) {
        return List.of(stage, of, SmallNumbers.text(count.asLong()).replace(",", ""));
    }
}
