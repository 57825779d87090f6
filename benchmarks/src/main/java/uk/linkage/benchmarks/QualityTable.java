package uk.linkage.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.linkage.quality.Confusion;
import uk.linkage.quality.Estimate;

/** What was measured, in columns; a figure that there is none of is {@code -}. */
final class QualityTable {
    /**
     * A set that was linked.
     *
     * @param variant what of the agreement was varied; empty where nothing was
     */
    record Row(String set, String variant, Quality quality, Stages stages) {
        String name() {
            return variant.isEmpty() ? set : set + ", " + variant;
        }
    }

    private record Column(String title, Function<Row, String> text) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("set", Row::name),
            new Column("records", row -> Long.toString(row.quality().records())),
            new Column("true pairs", row -> Long.toString(pairs(row.quality().found()))),
            new Column(
                    "candidates",
                    row -> Integer.toString(row.quality().all().judged().size())),
            new Column("candidate recall", row -> share(row.quality().all().recall())),
            new Column("links", row -> Long.toString(links(row.quality().found()))),
            new Column("false", row -> Long.toString(row.quality().found().falsePositives())),
            new Column("precision", row -> share(row.quality().found().precision())),
            new Column("recall", row -> share(row.quality().found().recall())),
            new Column("F1", row -> share(row.quality().found().f1())),
            new Column("best F1 one-to-one", row -> bestOneToOne(row.quality())),
            new Column("best F1 all pairs", row -> share(row.quality().all().bestF1())),
            new Column("own F1 all pairs", row -> share(row.quality().own().f1())),
            new Column("best less own", row -> bestLessOwn(row.quality())),
            new Column("expected precision", row -> share(row.quality().expectedPrecision())),
            new Column(
                    "true precision of the same",
                    row -> share(row.quality().accepted().precision())),
            new Column("estimated precision", row -> row.quality().estimate().text("precision")),
            new Column("estimated recall", row -> row.quality().estimate().text("recall")),
            new Column("baseline precision", row -> share(row.quality().simple().precision())),
            new Column("baseline recall", row -> share(row.quality().simple().recall())),
            new Column("baseline F1", row -> share(row.quality().simple().f1())),
            new Column(
                    "seconds",
                    row -> String.format(Locale.ROOT, "%.1f", row.stages().seconds())),
            new Column("of these wall (CPU)", row -> row.stages().text()));

    private static final List<String> PARTS = List.of(
            "set",
            "between",
            "true pairs",
            "precision",
            "recall",
            "F1",
            "true pairs without NHS Number",
            "precision",
            "recall",
            "F1");

    private QualityTable() {}

    /** The two lines above the rows. */
    static String head() {
        return head(COLUMNS.stream().map(Column::title).toList());
    }

    static String text(Row row) {
        return line(COLUMNS.stream().map(column -> column.text().apply(row)).toList());
    }

    /** A row for a set that the library would not link, and why. */
    static String refused(String name, String why) {
        List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), "-"));
        cells.set(0, name);
        cells.set(COLUMNS.size() - 1, "refused: " + why);
        return line(cells);
    }

    /** The F1 of each set in a row, with a column for each variant; {@code -} where a set does not have it. */
    static String variants(List<Row> rows) {
        Map<String, Map<String, String>> f1 = new LinkedHashMap<>();
        rows.forEach(row -> f1.computeIfAbsent(row.set(), set -> new HashMap<>())
                .put(row.variant(), share(row.quality().found().f1())));
        List<String> variants = rows.stream().map(Row::variant).distinct().toList();
        String lines = f1.entrySet().stream()
                .map(set -> variantLine(set.getKey(), variants, set.getValue()))
                .collect(Collectors.joining("\n"));
        return head(after("F1", variants)) + "\n" + lines;
    }

    private static String variantLine(String set, List<String> variants, Map<String, String> f1) {
        return line(after(
                set,
                variants.stream().map(variant -> f1.getOrDefault(variant, "-")).toList()));
    }

    private static List<String> after(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    /** The two lines above rows of every two providers. */
    static String partsHead() {
        return head(PARTS);
    }

    /** A line for every two providers. */
    static String parts(Row row) {
        return row.quality().between().stream()
                .map(between -> part(row.name(), between))
                .collect(Collectors.joining("\n"));
    }

    private static String part(String name, Between between) {
        List<String> cells = new ArrayList<>(List.of(name, between.left() + ", " + between.right()));
        cells.addAll(measures(between.all()));
        cells.addAll(between.withoutNumber().map(QualityTable::measures).orElse(List.of("-", "-", "-", "-")));
        return line(cells);
    }

    private static List<String> measures(Confusion found) {
        return List.of(Long.toString(pairs(found)), share(found.precision()), share(found.recall()), share(found.f1()));
    }

    private static String head(List<String> titles) {
        return line(titles) + "\n|" + "---|".repeat(titles.size());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static long pairs(Confusion found) {
        return found.truePositives() + found.falseNegatives();
    }

    private static long links(Confusion found) {
        return found.truePositives() + found.falsePositives();
    }

    private static String bestOneToOne(Quality quality) {
        return quality.deduplicated() ? share(quality.oneToOne().bestF1()) : "-";
    }

    private static String bestLessOwn(Quality quality) {
        return quality.own().f1() instanceof Estimate.Measured own
                ? share(quality.all().bestF1() - own.value())
                : "-";
    }

    private static String share(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured ? share(measured.value()) : "-";
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.4f", share);
    }
}
