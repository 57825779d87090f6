package uk.linkage.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.linkage.quality.Confusion;
import uk.linkage.quality.Curve;
import uk.linkage.quality.SmallNumbers;
import uk.linkage.quality.SmallNumbers.Share;

/** What other thresholds would have done. */
record CurveSection(SmallNumbers numbers) {
    private static final String AGAINST_THRESHOLD = """
            {"height": 260, "layer": [
              {"transform": [{"filter": "isValid(datum.low)"}],
               "mark": {"type": "area", "opacity": 0.2},
               "encoding": {
                 "x": {"field": "bits", "type": "quantitative", "title": "least match weight of a link (bits)"},
                 "y": {"field": "low", "type": "quantitative", "scale": {"zero": false}, "title": "share and its interval"},
                 "y2": {"field": "high"},
                 "color": {"field": "measure", "type": "nominal", "title": null, "legend": {"symbolOpacity": 1},
                           "scale": {"domain": ["precision", "recall", "this run's own threshold", "best F1"],
                                     "range": ["#00527a", "#b35806", "#000000", "#000000"]}}}},
              {"transform": [{"filter": "isValid(datum.value)"}],
               "mark": {"type": "line", "point": {"size": 30}, "strokeWidth": 2},
               "encoding": {
                 "x": {"field": "bits", "type": "quantitative"},
                 "y": {"field": "value", "type": "quantitative", "scale": {"zero": false}},
                 "color": {"field": "measure", "type": "nominal", "title": null},
                 "strokeDash": {"field": "measure", "type": "nominal", "title": null,
                                "scale": {"domain": ["precision", "recall", "this run's own threshold", "best F1"],
                                          "range": [[1, 0], [6, 3], [1, 0], [2, 3]]}}}},
              {"transform": [{"filter": "isValid(datum.at)"}],
               "mark": {"type": "rule", "strokeWidth": 1.5},
               "encoding": {"x": {"field": "at", "type": "quantitative"},
                            "color": {"field": "measure", "type": "nominal", "title": null},
                            "strokeDash": {"field": "measure", "type": "nominal", "title": null}}}]}
            """;
    private static final String PRECISION_BY_RECALL = """
            {"height": 260, "mark": {"type": "line", "point": {"size": 30}, "strokeWidth": 2, "color": "#00527a"},
             "encoding": {
               "x": {"field": "recall", "type": "quantitative", "scale": {"zero": false}, "title": "recall"},
               "y": {"field": "precision", "type": "quantitative", "scale": {"zero": false}, "title": "precision"},
               "order": {"field": "bits", "type": "quantitative"}}}
            """;

    Section of(Curve curve) {
        List<Html> content = new ArrayList<>(List.of(Html.of(
                "p",
                "Every pair that the run scored counts here on its own, as a link where its weight reaches a threshold,"
                        + " whoever else claims its records. The run itself lets pairs of one record rival each other, heeds"
                        + " different numbers and puts links together into people, and is mostly better. Recall is of all true"
                        + " pairs, those never scored among them.")));
        content.add(Html.of("p", summary(curve)));
        content.add(threshold(curve)
                .figure(
                        "Precision and recall against the threshold",
                        "Precision (unbroken line) rises and recall (broken line) falls as more is asked of a link; upright"
                                + " lines are the run's own threshold, where it is one, and that of the best F1.",
                        table(curve)));
        content.add(byRecall(curve)
                .figure(
                        "Precision against recall",
                        "From left to right more pairs are links: recall rises, and precision falls where false ones come in.",
                        table(curve)));
        return new Section(
                "curve", "What other thresholds would have done", "the QAFDL (sensitivity to thresholds)", content);
    }

    private String summary(Curve curve) {
        String average = curve.averagePrecision().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "Average precision is %.3f. ",
                        curve.averagePrecision().getAsDouble())
                : "";
        String best = curve.best()
                .map(point -> String.format(
                        Locale.ROOT,
                        "F1 is best at a weight of %.2f bits: %s. ",
                        point.weight(),
                        measures(point.pairs())))
                .orElse("");
        return average + best + "By the run's own threshold pairs would come to " + measures(curve.own()) + ".";
    }

    private String measures(Confusion pairs) {
        return "precision " + numbers.precision(pairs) + ", recall " + numbers.recall(pairs);
    }

    private Chart threshold(Curve curve) {
        Chart chart = new Chart(AGAINST_THRESHOLD);
        for (Curve.Point point : curve.points()) {
            row(chart, point, "precision", numbers.precision(point.pairs()));
            row(chart, point, "recall", numbers.recall(point.pairs()));
        }
        if (!chart.isEmpty()) {
            curve.points().stream().filter(curve::isOwn).forEach(own -> line(chart, "this run's own threshold", own));
            curve.best().ifPresent(best -> line(chart, "best F1", best));
        }
        return chart;
    }

    private static void row(Chart chart, Curve.Point point, String measure, Share share) {
        Told.into(chart.row().put("bits", Figures.rounded(point.weight())).put("measure", measure), share);
    }

    private static void line(Chart chart, String name, Curve.Point point) {
        chart.row().put("at", Figures.rounded(point.weight())).put("measure", name);
    }

    private Chart byRecall(Curve curve) {
        Chart chart = new Chart(PRECISION_BY_RECALL);
        for (Curve.Point point : curve.points()) {
            Optional<Double> precision = Told.value(numbers.precision(point.pairs()));
            Optional<Double> recall = Told.value(numbers.recall(point.pairs()));
            if (precision.isPresent() && recall.isPresent()) {
                ObjectNode row = chart.row().put("bits", Figures.rounded(point.weight()));
                row.put("precision", precision.get()).put("recall", recall.get());
            }
        }
        return chart;
    }

    private Table table(Curve curve) {
        Table table = new Table(
                "Precision and recall at thresholds",
                "Least match weight in bits",
                "Least probability",
                "Links",
                "Precision",
                "Recall");
        for (Curve.Point point : curve.points()) {
            table.row(
                    Figures.bits(point.weight()),
                    point.thresholdText(),
                    numbers.text(point.pairs().found()),
                    numbers.precision(point.pairs()).toString(),
                    numbers.recall(point.pairs()).toString());
        }
        return table;
    }
}
