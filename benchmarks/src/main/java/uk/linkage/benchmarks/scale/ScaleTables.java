package uk.linkage.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.linkage.quality.Estimate;

/** The tables of a run at scale, in Markdown. */
public final class ScaleTables {
    private ScaleTables() {}

    /** How extracts were made. */
    public static String making(Making made) {
        return text(
                "%d records a side: %d people, %d of them on both sides (%.1f %% of each), seed %d; %.1f %% of records"
                        + " have an NHS Number written",
                made.records(),
                made.people(),
                made.shared(),
                100.0 * made.shared() / made.records(),
                made.seed(),
                100.0 * made.numbered() / (2.0 * made.records()));
    }

    /** Over the rows of {@link #cost}. */
    public static String costHead() {
        return head("records a side", "stage", "wall s", "CPU s", "peak RSS MiB", "records/s");
    }

    /** What a stage took. */
    public static String cost(int size, String stage, Cost cost) {
        return row(
                Integer.toString(size),
                stage,
                text("%.2f", cost.wallSeconds()),
                text("%.2f", cost.cpuSeconds()),
                text("%.0f", cost.peakMib()) + (cost.resident() ? "" : " (heap)"),
                text("%.0f", cost.recordsPerSecond()));
    }

    /** A stage that was done before this run, and what it took then. */
    public static String earlier(int size, Stage stage, Optional<Cost> then) {
        return then.map(cost -> cost(size, stage.label() + " (earlier)", cost))
                .orElseGet(() -> without(size, stage, "earlier"));
    }

    /** A stage that came to no end. */
    public static String failed(int size, StageProcess.Failed failure) {
        return without(size, failure.stage(), failure.getMessage());
    }

    private static String without(int size, Stage stage, String why) {
        return row(Integer.toString(size), stage.label(), why, "", "", "");
    }

    /** What linking came to, a row for each size. */
    public static String links(List<Measured> sizes) {
        List<String> rows = new ArrayList<>();
        rows.add(head("records a side", "candidates", "links", "precision", "recall", "F1", "kernel"));
        for (Measured size : sizes) {
            rows.add(row(
                    Integer.toString(size.records()),
                    Long.toString(size.candidates()),
                    Long.toString(size.links()),
                    share(size.pairs().precision()),
                    share(size.pairs().recall()),
                    share(size.pairs().f1()),
                    size.cost().kernel()));
        }
        return String.join("\n", rows);
    }

    /** The stages of linking as the runs' own records tell them, a row for each. */
    public static String stages(List<Measured> sizes) {
        List<String> rows = new ArrayList<>();
        rows.add(head("records a side", "stage of linking", "wall s", "CPU s"));
        for (Measured size : sizes) {
            for (JsonNode stage : size.record().path("stages")) {
                rows.add(row(
                        Integer.toString(size.records()),
                        stage.path("stage").asText(),
                        text("%.2f", stage.path("wall_seconds").asDouble()),
                        text("%.2f", stage.path("cpu_seconds").asDouble())));
            }
        }
        return String.join("\n", rows);
    }

    /** With which power of the records the time of linking grew from each size to the next. */
    public static String growth(List<Measured> sizes) {
        List<String> rows = new ArrayList<>();
        rows.add(head("from", "to", "exponent of wall", "exponent of CPU"));
        for (int i = 1; i < sizes.size(); i++) {
            Measured smaller = sizes.get(i - 1);
            Measured larger = sizes.get(i);
            rows.add(row(
                    Integer.toString(smaller.records()),
                    Integer.toString(larger.records()),
                    text("%.2f", larger.wallGrowth(smaller)),
                    text("%.2f", larger.cpuGrowth(smaller))));
        }
        return String.join("\n", rows);
    }

    private static String share(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured ? text("%.4f", measured.value()) : "-";
    }

    private static String head(String... titles) {
        return row(titles) + "\n" + "|---".repeat(titles.length) + "|";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
