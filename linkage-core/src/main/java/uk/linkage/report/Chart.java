package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.linkage.agreement.CanonicalJson;

/**
 * A figure: a chart that Vega-Lite draws when the page is opened, what it shows in words for whoever does not see it, and the same
 * numbers as a table.
 *
 * <pre>{@code
 * Chart chart = new Chart("{\"mark\": \"bar\", \"encoding\": {...}}");
 * chart.row().put("size", 2).put("people", 1045);
 * Html figure = chart.figure("People by number of records", "Bars fall from one record to three.", table);
 * }</pre>
 *
 * <p>Source of the grammar: A. Satyanarayan, D. Moritz, K. Wongsuphasawat and J. Heer, Vega-Lite: a grammar of interactive graphics, IEEE
 * Transactions on Visualization and Computer Graphics 23, 2017.
 */
final class Chart {
    private static final String LOOKS = """
            {"width": 520, "background": "#ffffff", "padding": 4,
             "config": {"font": "sans-serif", "view": {"stroke": null},
              "axis": {"labelColor": "#1c1c1c", "titleColor": "#1c1c1c", "labelFontSize": 12, "titleFontSize": 12,
                       "labelLimit": 320, "gridColor": "#dddddd", "domainColor": "#555555", "tickColor": "#555555"},
              "legend": {"labelColor": "#1c1c1c", "titleColor": "#1c1c1c", "labelFontSize": 12, "titleFontSize": 12,
                         "orient": "top", "labelLimit": 320, "layout": {"top": {"direction": "vertical", "anchor": "start"}}}}}
            """;

    private final ObjectNode spec;
    private final ArrayNode rows;

    /** @param grammar what is drawn, as Vega-Lite has it, without data */
    Chart(String grammar) {
        this.spec = parsed(LOOKS);
        this.spec.setAll(parsed(grammar));
        this.rows = spec.putObject("data").putArray("values");
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("a chart of this program is no JSON", e);
        }
    }

    /** One more row of data, to fill. */
    ObjectNode row() {
        return rows.addObject();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** With its caption, its words and its table, which can be folded. */
    Html figure(String caption, String words, Table table) {
        return Html.of(
                "figure",
                Html.of("figcaption", caption),
                isEmpty() ? Html.of("p", "There is nothing to draw.") : drawn(caption, words),
                Html.of("p", words).with("class", "words"),
                Html.of("details", Html.of("summary", "The numbers: " + caption), table.html()));
    }

    private Html drawn(String caption, String words) {
        return Html.all(
                Html.of("div").with("class", "chart").with("role", "img").with("aria-label", caption + ". " + words),
                new Html("<script type=\"application/json\">" + harmless(spec) + "</script>"));
    }

    /** No text in it can end the script that holds it, or be taken for markup of any sort. */
    private static String harmless(JsonNode json) {
        return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .replace("&", "\\u0026");
    }
}
