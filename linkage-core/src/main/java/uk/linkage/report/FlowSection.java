package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** How many records there are at each stage, from the rows of the extracts to people. */
final class FlowSection {
    private FlowSection() {}

    static Section of(JsonNode run) {
        return new Section(
                "flow",
                "Flow of records",
                "RECORD 6.3, and GUILD steps 1 and 2",
                List.of(
                        Html.of("div", providers(run)).with("class", "flow"),
                        arrow("compared, two providers at a time"),
                        Html.of("div", pairs(run)).with("class", "flow"),
                        arrow("put together"),
                        Html.of("div", people(run)).with("class", "flow"),
                        table(run).html()));
    }

    private static List<Html> providers(JsonNode run) {
        List<Html> boxes = new ArrayList<>();
        for (JsonNode input : run.path("inputs")) {
            boxes.add(box(
                    input.path("provider").asText(),
                    count(input, "rows_read") + " rows read",
                    "− " + count(input, "rows_opted_out") + " opted out",
                    "− " + count(input, "rows_rejected") + " unusable",
                    "= " + count(input, "records") + " records sealed"));
        }
        return boxes;
    }

    private static List<Html> pairs(JsonNode run) {
        return Pairs.of(run).stream()
                .map(pair -> box(
                        Pairs.name(pair),
                        count(pair, "candidates") + " pairs looked at",
                        SmallNumbers.text(pair.at("/decisions/match").asLong()) + " linked",
                        SmallNumbers.text(pair.at("/decisions/potential_match").asLong()) + " in doubt",
                        SmallNumbers.text(pair.at("/decisions/many_match").asLong()) + " rivals not told apart",
                        SmallNumbers.text(pair.at("/decisions/vetoed_by_different_numbers")
                                        .asLong())
                                + " with different numbers"))
                .toList();
    }

    private static Html people(JsonNode run) {
        JsonNode people = run.path("people");
        long alone = people.at("/by_records/1").asLong();
        return box(
                "people",
                count(people, "count") + " people",
                SmallNumbers.text(people.path("count").asLong() - alone) + " with two records or more",
                SmallNumbers.text(alone) + " with one record");
    }

    private static Html box(String title, String... lines) {
        List<Html> items = new ArrayList<>();
        for (String line : lines) {
            items.add(Html.of("li", line));
        }
        return Html.of("div", Html.of("p", Html.of("strong", title)), Html.of("ul", items))
                .with("class", "box");
    }

    private static Html arrow(String words) {
        return Html.of("p", "↓ " + words).with("class", "arrow");
    }

    private static Table table(JsonNode run) {
        Table table = new Table(
                "Records of each provider at each stage",
                "Provider",
                "Rows read",
                "Opted out",
                "Unusable rows",
                "Values at fault",
                "Records sealed",
                "Records linked",
                "Share linked");
        run.path("inputs")
                .forEach(input -> table.row(
                        input.path("provider").asText(),
                        count(input, "rows_read"),
                        count(input, "rows_opted_out"),
                        count(input, "rows_rejected"),
                        count(input, "faulty_values"),
                        count(input, "records"),
                        count(input, "linked"),
                        SmallNumbers.share(
                                        input.path("linked").asLong(),
                                        input.path("records").asLong())
                                .toString()));
        return table;
    }

    private static String count(JsonNode node, String name) {
        return node.has(name) ? SmallNumbers.text(node.path(name).asLong()) : "not recorded";
    }
}
