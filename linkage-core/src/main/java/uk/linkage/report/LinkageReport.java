package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import uk.linkage.file.WholeFile;

/**
 * The report of a run: one page that opens from a disk, without a network, for researchers and for boards that have to answer for the
 * linkage. It is made from the record of the run alone, so that it can be made again, and the same record gives the same bytes.
 *
 * <pre>{@code
 * LinkageReport.of(run.record()).write(Path.of("run", LinkageReport.FILE));
 * }</pre>
 *
 * <p>Promises that nobody is in it: no local id and no study id, and no count of 1 to 7 ({@link SmallNumbers}). Nothing in it is
 * loaded from elsewhere or may be, which the page's own content security policy holds the browser to ({@link Page}). Every chart has
 * its words and its table. Headings follow RECORD, GUILD and NHS England's QAFDL.
 */
public final class LinkageReport {
    /** Its name in the folder of a run. */
    public static final String FILE = "report.html";

    private final JsonNode run;

    private LinkageReport(JsonNode run) {
        this.run = run;
    }

    /** Of a run that has this record. */
    public static LinkageReport of(JsonNode run) {
        return new LinkageReport(run);
    }

    /** The page. */
    public String html() {
        return new Page("Linkage report: " + run.path("project").asText(), sections()).withCharts();
    }

    private List<Section> sections() {
        return List.of(
                SummarySection.of(run),
                FlowSection.of(run),
                CompletenessSection.of(run),
                SearchSection.of(run),
                ModelSection.of(run),
                WeightsSection.of(run),
                PatternsSection.of(run),
                QualitySection.of(run),
                PeopleSection.of(run),
                BiasSection.of(run),
                ManifestSection.of(run),
                SourcesSection.of());
    }

    /**
     * Writes it, wholly or not at all.
     *
     * @throws IOException where that cannot be done
     */
    public void write(Path file) throws IOException {
        byte[] bytes = html().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }
}
