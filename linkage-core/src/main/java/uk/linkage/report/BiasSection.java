package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.linkage.report.SmallNumbers.Share;

/** How linked records differ from unlinked ones, in what the hub can see of them. */
final class BiasSection {
    private static final String DOTS = """
            {"height": {"step": 24},
             "mark": {"type": "point", "filled": false, "size": 100, "strokeWidth": 2.2, "opacity": 1},
             "encoding": {
               "y": {"field": "field", "type": "nominal", "sort": null, "title": null, "axis": {"grid": true}},
               "x": {"field": "share", "type": "quantitative", "scale": {"domain": [0, 1]},
                     "axis": {"format": ".0%", "tickCount": 5}, "title": "share of records with a value"},
               "color": {"field": "records", "type": "nominal", "title": null, "sort": null,
                         "scale": {"domain": ["linked records", "unlinked records"], "range": ["#00527a", "#b35806"]}},
               "shape": {"field": "records", "type": "nominal", "title": null, "sort": null,
                         "scale": {"domain": ["linked records", "unlinked records"], "range": ["circle", "square"]}}}}
            """;

    private BiasSection() {}

    static Section of(JsonNode run) {
        List<Html> content = new ArrayList<>(List.of(
                Html.of(
                        "p",
                        "Errors of linkage fall on some people more than on others, and results on linked records can be biased"
                                + " by it. The hub knows no age, sex, ethnic group or address: those subgroups can only be"
                                + " compared where they are known, at each provider with its own crosswalk, or with linkage"
                                + " evaluate where a truth is at hand. What the hub can compare is which provider a record is of and"
                                + " which of its fields are missing. A record counts as linked where it shares its person"
                                + " with another."),
                Html.of(
                        "p",
                        "A standardised difference is the difference of two shares over their common standard deviation; 0.1 is"
                                + " often taken as worth a thought. Not every unlinked record ought to be linked: people may"
                                + " be known to one provider only.")));
        boolean charted = run.path("inputs").size() <= Pairs.MOST_CHARTED;
        for (JsonNode input : run.path("inputs")) {
            content.add(Html.heading(3, input.path("provider").asText()));
            content.add(charted ? figure(input) : fields(input).html());
            content.add(missing(input).html());
        }
        return new Section(
                "bias",
                "Linked and unlinked records",
                "RECORD 12.3 and 19.1, GUILD step 2 and the QAFDL (bias)",
                content);
    }

    /** Shares of linked and of unlinked records that have a field. */
    private record Difference(Share linked, Share unlinked) {
        static Difference of(JsonNode input, JsonNode field) {
            long having = field.path("linked").asLong();
            long linked = input.path("linked").asLong();
            return new Difference(
                    SmallNumbers.share(having, linked),
                    SmallNumbers.share(
                            field.path("records").asLong() - having,
                            input.path("records").asLong() - linked));
        }

        private String standardised() {
            double p = linked.value();
            double q = unlinked.value();
            double spread = Math.sqrt((p * (1 - p) + q * (1 - q)) / 2);
            return Double.isNaN(spread) || spread == 0 ? "–" : String.format(Locale.ROOT, "%+.2f", (p - q) / spread);
        }
    }

    private static Html figure(JsonNode input) {
        Chart chart = new Chart(DOTS);
        for (JsonNode field : input.path("fields")) {
            Difference difference = Difference.of(input, field);
            row(chart, field, "linked records", difference.linked());
            row(chart, field, "unlinked records", difference.unlinked());
        }
        return chart.figure(
                "Fields of linked and of unlinked records: "
                        + input.path("provider").asText(),
                "A round mark for linked and a square one for unlinked records on the line of each field; the further"
                        + " apart, the more they differ.",
                fields(input));
    }

    private static void row(Chart chart, JsonNode field, String records, Share share) {
        if (share.isShown()) {
            chart.row()
                    .put("field", field.path("name").asText())
                    .put("records", records)
                    .put("share", Figures.rounded(share.value()));
        }
    }

    private static Table fields(JsonNode input) {
        Table table = new Table(
                "Share of linked and of unlinked records that have each field: "
                        + input.path("provider").asText(),
                "Field",
                "Linked records",
                "Unlinked records",
                "Standardised difference");
        input.path("fields").forEach(field -> {
            Difference difference = Difference.of(input, field);
            table.row(
                    field.path("name").asText(),
                    difference.linked().toString(),
                    difference.unlinked().toString(),
                    difference.standardised());
        });
        return table;
    }

    private static Table missing(JsonNode input) {
        Table table = new Table(
                "Records by how many fields are missing: "
                        + input.path("provider").asText(),
                "Fields missing",
                "Records",
                "Linked",
                "Share linked");
        input.path("by_missing_fields")
                .forEach(group -> table.row(
                        group.path("missing").asText(),
                        SmallNumbers.text(group.path("records").asLong()),
                        SmallNumbers.text(group.path("linked").asLong()),
                        SmallNumbers.share(
                                        group.path("linked").asLong(),
                                        group.path("records").asLong())
                                .toString()));
        return table;
    }
}
