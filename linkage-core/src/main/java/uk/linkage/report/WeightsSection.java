package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;

/** How heavy the pairs looked at are, and where the lines were drawn. */
final class WeightsSection {
    private static final String BARS = """
            {"height": 220, "layer": [
              {"transform": [{"filter": "isValid(datum.pairs)"}],
               "mark": {"type": "bar", "opacity": 0.8},
               "encoding": {
                 "x": {"field": "from", "type": "quantitative", "title": "match weight (log-odds in bits, without rivals)"},
                 "x2": {"field": "to"},
                 "y": {"field": "pairs", "type": "quantitative", "stack": null, "scale": {"type": "symlog", "constant": 10},
                       "axis": {"values": [0, 10, 30, 100, 300, 1000, 3000, 10000, 100000, 1000000, 10000000, 100000000],
                                "format": ",d"},
                       "title": "pairs (logarithmic)"},
                 "y2": {"datum": 0},
                 "color": {"field": "decision", "type": "nominal", "title": null,
                   "scale": {"domain": ["linked", "rivals that could not be told apart", "in doubt", "not linked"],
                             "range": ["#00527a", "#7b3294", "#b35806", "#767676"]}}}},
              {"transform": [{"filter": "isValid(datum.at)"}],
               "mark": {"type": "rule", "color": "#000000", "strokeWidth": 1.5},
               "encoding": {"x": {"field": "at", "type": "quantitative"},
                            "strokeDash": {"field": "line", "type": "nominal", "title": null,
                                           "scale": {"domain": ["threshold of a link", "of a pair worth a look"], "range": [[1, 0], [5, 3]]}}}}]}
            """;

    private WeightsSection() {}

    static Section of(JsonNode run) {
        return new Section(
                "weights",
                "Match weights and thresholds",
                "the QAFDL (parameters) and RECORD 12.3",
                List.of(
                        Html.of(
                                "p",
                                "A pair weighs the log-odds, in bits, that its records are of one person: 0 is even, and every"
                                        + " bit doubles the odds. A pair is linked where it reaches the threshold both alone and among"
                                        + " the pairs that rival it, so some pairs beyond the threshold are not. Bars of fewer"
                                        + " than 8 pairs are not drawn."),
                        Html.all(Pairs.figures(run, WeightsSection::figure, WeightsSection::table))));
    }

    private static Html figure(JsonNode pair) {
        Chart chart = new Chart(BARS);
        for (JsonNode bin : pair.path("weights")) {
            for (String decision : Pairs.ORDER) {
                OptionalLong count = SmallNumbers.of(bin.path(decision).asLong());
                if (count.isPresent() && count.getAsLong() > 0) {
                    chart.row()
                            .put("from", bin.path("from").asInt())
                            .put("to", bin.path("from").asInt() + 1)
                            .put("decision", Pairs.DECISIONS.get(decision))
                            .put("pairs", count.getAsLong());
                }
            }
        }
        if (!chart.isEmpty()) {
            line(chart.row(), "threshold of a link", pair.at("/thresholds/link").asDouble());
            line(
                    chart.row(),
                    "of a pair worth a look",
                    pair.at("/thresholds/review").asDouble());
        }
        return chart.figure("Pairs by match weight: " + Pairs.name(pair), words(pair), table(pair));
    }

    private static void line(ObjectNode row, String name, double probability) {
        row.put("line", name);
        if (probability > 0 && probability < 1) {
            row.put("at", Figures.rounded(Figures.logOdds(probability)));
        }
    }

    private static String words(JsonNode pair) {
        return "A link needs a probability of "
                + Figures.share(pair.at("/thresholds/link")) + ", a pair worth a look "
                + Figures.share(pair.at("/thresholds/review")) + "; "
                + SmallNumbers.text(pair.at("/decisions/match").asLong()) + " of "
                + SmallNumbers.text(pair.path("candidates").asLong()) + " pairs looked at are linked.";
    }

    private static Table table(JsonNode pair) {
        Table table = new Table(
                "Pairs by match weight: " + Pairs.name(pair),
                "From bits",
                "Linked",
                "Rivals not told apart",
                "In doubt",
                "Not linked");
        pair.path("weights")
                .forEach(bin -> table.row(
                        bin.path("from").asText(),
                        SmallNumbers.text(bin.path("match").asLong()),
                        SmallNumbers.text(bin.path("many_match").asLong()),
                        SmallNumbers.text(bin.path("potential_match").asLong()),
                        SmallNumbers.text(bin.path("no_match").asLong())));
        return table;
    }
}
