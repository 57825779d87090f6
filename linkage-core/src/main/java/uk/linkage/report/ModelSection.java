package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What was learnt of each comparison: how often its levels come among records of one person and among others. */
final class ModelSection {
    private static final double LEAST = 1e-6;
    private static final String DUMBBELLS = """
            {"height": {"step": 17}, "layer": [
              {"transform": [{"filter": "datum.chance == 'm'"}],
               "mark": {"type": "rule", "color": "#767676"},
               "encoding": {"y": {"field": "level", "type": "nominal", "sort": null, "title": null},
                            "x": {"field": "value", "type": "quantitative"}, "x2": {"field": "other"}}},
              {"mark": {"type": "point", "filled": false, "size": 70, "strokeWidth": 2.2, "opacity": 1},
               "encoding": {
                 "y": {"field": "level", "type": "nominal", "sort": null, "title": null, "axis": {"grid": true}},
                 "x": {"field": "value", "type": "quantitative", "scale": {"type": "log", "domain": [0.000001, 1]},
                       "title": "chance of the level (logarithmic)", "axis": {"format": "~g", "values": [0.000001, 0.0001, 0.01, 1]}},
                 "color": {"field": "chance", "type": "nominal", "title": null,
                           "scale": {"domain": ["m", "u"], "range": ["#00527a", "#b35806"]}},
                 "shape": {"field": "chance", "type": "nominal", "title": null,
                           "scale": {"domain": ["m", "u"], "range": ["circle", "square"]}}}}]}
            """;

    private ModelSection() {}

    static Section of(JsonNode run) {
        return new Section(
                "model",
                "Comparison levels",
                "the QAFDL (parameters) and RECORD 12.3",
                List.of(
                        Html.of(
                                "p",
                                "For each level of each comparison, m is its chance among records of one person and u its chance among"
                                        + " pairs looked at that are of two people. A level weighs log2(m / u) bits. They were"
                                        + " learnt from the encoded records of this run, without labels."),
                        Html.all(Pairs.figures(run, ModelSection::figure, ModelSection::table))));
    }

    private static Html figure(JsonNode pair) {
        Chart chart = new Chart(DUMBBELLS);
        for (JsonNode comparison : pair.at("/model/comparisons")) {
            for (JsonNode level : comparison.path("levels")) {
                row(chart, name(comparison, level), "m", level.path("m"), level.path("u"));
                row(chart, name(comparison, level), "u", level.path("u"), level.path("m"));
            }
        }
        return chart.figure(
                "Chances of comparison levels: " + Pairs.name(pair),
                "A round mark for m and a square one for u on the line of each level; where m is right of u the level"
                        + " speaks for one person. Chances below a millionth are drawn as that.",
                table(pair));
    }

    private static void row(Chart chart, String level, String chance, JsonNode value, JsonNode other) {
        chart.row()
                .put("level", level)
                .put("chance", chance)
                .put("value", Math.max(LEAST, value.asDouble()))
                .put("other", Math.max(LEAST, other.asDouble()));
    }

    private static String name(JsonNode comparison, JsonNode level) {
        return comparison.path("name").asText() + ": " + level.path("name").asText();
    }

    private static Table table(JsonNode pair) {
        Table table = new Table(
                "Chances and weights of comparison levels: " + Pairs.name(pair),
                "Comparison and level",
                "m",
                "u",
                "Weight in bits");
        pair.at("/model/comparisons")
                .forEach(comparison -> comparison
                        .path("levels")
                        .forEach(level -> table.row(
                                name(comparison, level),
                                Figures.chance(level.path("m")),
                                Figures.chance(level.path("u")),
                                Figures.bits(level.path("weight").asDouble()))));
        return table;
    }
}
