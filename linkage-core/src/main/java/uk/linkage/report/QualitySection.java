package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How good the links are, as far as it can be told without a truth, at the thresholds of the run and at others. */
final class QualitySection {
    private static final String CURVES = """
            {"height": 240, "layer": [
              {"transform": [{"filter": "isValid(datum.value)"}],
               "mark": {"type": "area", "opacity": 0.2},
               "encoding": {
                 "x": {"field": "bits", "type": "quantitative", "title": "least match weight of a link (bits)"},
                 "y": {"field": "low", "type": "quantitative", "scale": {"zero": false}, "title": "estimate and its interval"},
                 "y2": {"field": "high"},
                 "color": {"field": "measure", "type": "nominal", "title": null, "legend": {"symbolOpacity": 1},
                           "scale": {"domain": ["precision", "recall"], "range": ["#00527a", "#b35806"]}}}},
              {"transform": [{"filter": "isValid(datum.value)"}],
               "mark": {"type": "line", "strokeWidth": 1},
               "encoding": {
                 "x": {"field": "bits", "type": "quantitative"},
                 "y": {"field": "low", "type": "quantitative", "scale": {"zero": false}},
                 "color": {"field": "measure", "type": "nominal", "title": null}}},
              {"transform": [{"filter": "isValid(datum.value)"}],
               "mark": {"type": "line", "strokeWidth": 1},
               "encoding": {
                 "x": {"field": "bits", "type": "quantitative"},
                 "y": {"field": "high", "type": "quantitative", "scale": {"zero": false}},
                 "color": {"field": "measure", "type": "nominal", "title": null}}},
              {"transform": [{"filter": "isValid(datum.value)"}],
               "mark": {"type": "line", "strokeWidth": 2},
               "encoding": {
                 "x": {"field": "bits", "type": "quantitative"},
                 "y": {"field": "value", "type": "quantitative", "scale": {"zero": false}},
                 "color": {"field": "measure", "type": "nominal", "title": null},
                 "strokeDash": {"field": "measure", "type": "nominal", "title": null,
                                "scale": {"domain": ["precision", "recall"], "range": [[1, 0], [6, 3]]}}}},
              {"transform": [{"filter": "isValid(datum.value)"}],
               "mark": {"type": "point", "filled": true, "size": 50, "opacity": 1},
               "encoding": {
                 "x": {"field": "bits", "type": "quantitative"},
                 "y": {"field": "value", "type": "quantitative", "scale": {"zero": false}},
                 "color": {"field": "measure", "type": "nominal", "title": null},
                 "shape": {"field": "measure", "type": "nominal", "title": null,
                           "scale": {"domain": ["precision", "recall"], "range": ["circle", "square"]}}}},
              {"transform": [{"filter": "isValid(datum.own)"}],
               "mark": {"type": "rule", "color": "#000000", "strokeWidth": 1.5},
               "encoding": {"x": {"field": "own", "type": "quantitative"}}}]}
            """;

    private QualitySection() {}

    static Section of(JsonNode run) {
        return new Section(
                "quality",
                "Quality of the links",
                "RECORD 12.3, GUILD step 2 and the QAFDL (precision, recall, sensitivity to thresholds)",
                List.of(
                        Html.of(
                                "p",
                                "These are estimates from the run itself, not measured against known truth. Precision is the"
                                        + " share of links that are of one person, recall the share of pairs of one person that are"
                                        + " linked. Each is told in two ways that share little; where these disagree, or there"
                                        + " is too little to tell by, it is left undetermined. Intervals cover errors of the"
                                        + " model, not of chance alone."),
                        table(run).html(),
                        Html.all(Pairs.figures(run, QualitySection::figure, QualitySection::thresholds))));
    }

    private static Table table(JsonNode run) {
        Table table = new Table(
                "Estimates at the thresholds of this run",
                "Providers",
                "Least probability of a link",
                "Links",
                "Precision",
                "Recall",
                "F1",
                "Why undetermined");
        Pairs.of(run)
                .forEach(pair -> table.row(
                        Pairs.name(pair),
                        Figures.share(pair.at("/thresholds/link")),
                        SmallNumbers.text(pair.at("/decisions/match").asLong()),
                        Figures.estimate(pair.at("/estimate/precision")),
                        Figures.estimate(pair.at("/estimate/recall")),
                        Figures.estimate(pair.at("/estimate/f1")),
                        reasons(pair)));
        return table;
    }

    /** The reasons hold counts of false and missed pairs, which are expected ones and not counted. */
    private static String reasons(JsonNode pair) {
        StringBuilder reasons = new StringBuilder();
        pair.at("/estimate/reasons")
                .forEach(reason ->
                        reasons.append(reasons.isEmpty() ? "" : "; ").append(withoutSmallLinks(reason.asText())));
        return reasons.toString();
    }

    private static String withoutSmallLinks(String reason) {
        return reason.replaceAll("^[1-7] links are", SmallNumbers.HIDDEN + " links are");
    }

    private static Html figure(JsonNode pair) {
        if (!pair.has("at_thresholds")) {
            return Html.of("p", "Nothing can be told at other thresholds, for the reasons in the table.");
        }
        Chart chart = new Chart(CURVES);
        for (JsonNode at : pair.path("at_thresholds")) {
            row(chart, at, "precision");
            row(chart, at, "recall");
        }
        double own = pair.at("/thresholds/link").asDouble();
        if (!chart.isEmpty() && own < 1) {
            chart.row().put("own", Figures.rounded(Figures.logOdds(own)));
        }
        return chart.figure(
                "Estimated precision and recall against the threshold: " + Pairs.name(pair),
                "Precision (unbroken line, round marks) rises and recall (broken line, square marks) falls as more is asked of a"
                        + " link; what is shaded is the interval of each, and the upright line the threshold of this run.",
                thresholds(pair));
    }

    private static void row(Chart chart, JsonNode at, String measure) {
        JsonNode estimate = at.path(measure);
        if (estimate.has("value")) {
            chart.row()
                    .put("bits", at.path("log_odds").asDouble())
                    .put("measure", measure)
                    .put("value", estimate.path("value").asDouble())
                    .put("low", estimate.path("low").asDouble())
                    .put("high", estimate.path("high").asDouble());
        }
    }

    private static Table thresholds(JsonNode pair) {
        Table table = new Table(
                "Estimates at other thresholds: " + Pairs.name(pair),
                "Least match weight in bits",
                "Least probability",
                "Links",
                "Precision",
                "Recall");
        pair.path("at_thresholds")
                .forEach(at -> table.row(
                        Figures.bits(at.path("log_odds").asDouble()),
                        at.path("link").asText(),
                        SmallNumbers.text(at.path("links").asLong()),
                        Figures.estimate(at.path("precision")),
                        Figures.estimate(at.path("recall"))));
        return table;
    }
}
