package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.linkage.report.SmallNumbers.Share;

/** In how many records each field has a value. */
final class CompletenessSection {
    private static final String DOTS = """
            {"height": {"step": 26},
             "mark": {"type": "point", "filled": false, "size": 100, "strokeWidth": 2.2, "opacity": 1},
             "encoding": {
               "y": {"field": "field", "type": "nominal", "sort": null, "title": null, "axis": {"grid": true}},
               "x": {"field": "share", "type": "quantitative", "scale": {"domain": [0, 1]},
                     "axis": {"format": ".0%", "tickCount": 5}, "title": "share of records with a value"},
               "color": {"field": "provider", "type": "nominal", "title": "provider", "sort": null,
                         "scale": {"range": ["#00527a", "#b35806", "#7b3294", "#1b7837", "#a50026", "#4d4d4d"]}},
               "shape": {"field": "provider", "type": "nominal", "title": "provider", "sort": null}}}
            """;

    private CompletenessSection() {}

    static Section of(JsonNode run) {
        Chart chart = new Chart(DOTS);
        for (JsonNode input : run.path("inputs")) {
            for (JsonNode field : input.path("fields")) {
                Share share = share(input, field);
                if (share.isShown()) {
                    chart.row()
                            .put("provider", input.path("provider").asText())
                            .put("field", field.path("name").asText())
                            .put("share", Figures.rounded(share.value()));
                }
            }
        }
        return new Section(
                "completeness",
                "Completeness of the fields",
                "GUILD step 1 and the QAFDL (data profiling)",
                List.of(
                        Html.of(
                                "p",
                                "A value counts where it could be read as the agreement says. The hub sees that a value was there,"
                                        + " not what it was."),
                        chart.figure(
                                "Share of records that have each field",
                                "One mark for each provider on the line of each field, from none at the left to all at the"
                                        + " right.",
                                table(run))));
    }

    private static Share share(JsonNode input, JsonNode field) {
        return SmallNumbers.share(
                field.path("records").asLong(), input.path("records").asLong());
    }

    private static Table table(JsonNode run) {
        List<String> header = new ArrayList<>(List.of("Field"));
        Set<String> fields = new LinkedHashSet<>();
        run.path("inputs").forEach(input -> {
            header.add(input.path("provider").asText());
            input.path("fields").forEach(field -> fields.add(field.path("name").asText()));
        });
        Table table = new Table("Share of records that have each field", header.toArray(String[]::new));
        fields.forEach(field -> table.row(row(run, field)));
        return table;
    }

    private static String[] row(JsonNode run, String field) {
        List<String> row = new ArrayList<>(List.of(field));
        for (JsonNode input : run.path("inputs")) {
            String cell = "not recorded";
            for (JsonNode of : input.path("fields")) {
                cell = of.path("name").asText().equals(field) ? share(input, of).toString() : cell;
            }
            row.add(cell);
        }
        return row.toArray(String[]::new);
    }
}
