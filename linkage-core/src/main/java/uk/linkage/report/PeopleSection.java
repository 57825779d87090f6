package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How many records people have, and which providers know them. */
final class PeopleSection {
    private static final String SIZES = """
            {"height": 200, "mark": {"type": "bar", "color": "#00527a"},
             "encoding": {
               "x": {"field": "records", "type": "ordinal", "sort": null, "title": "records of a person", "axis": {"labelAngle": 0}},
               "y": {"field": "people", "type": "quantitative", "title": "people", "axis": {"format": ",d"}}}}
            """;
    private static final String SETS = """
            {"height": {"step": 24}, "mark": {"type": "bar", "color": "#00527a"},
             "encoding": {
               "y": {"field": "providers", "type": "nominal", "sort": null, "title": null},
               "x": {"field": "people", "type": "quantitative", "title": "people", "axis": {"format": ",d"}}}}
            """;

    private PeopleSection() {}

    static Section of(JsonNode run) {
        JsonNode people = run.path("people");
        List<Html> content = new ArrayList<>(
                List.of(sizes(people), sets(people), refused(people).html()));
        if (run.has("previous")) {
            content.add(changes(run.path("previous")).html());
        }
        return new Section(
                "people", "People after linkage", "RECORD 6.3 and 13.1, and the QAFDL (cluster profiling)", content);
    }

    private static Html sizes(JsonNode people) {
        Chart chart = new Chart(SIZES);
        Table table = new Table("People by number of records", "Records", "People");
        people.path("by_records").properties().forEach(size -> {
            long count = size.getValue().asLong();
            SmallNumbers.of(count)
                    .ifPresent(
                            shown -> chart.row().put("records", size.getKey()).put("people", shown));
            table.row(size.getKey(), SmallNumbers.text(count));
        });
        return chart.figure(
                "People by number of records",
                SmallNumbers.text(people.path("count").asLong()) + " people in all, of whom "
                        + SmallNumbers.text(people.at("/by_records/1").asLong()) + " have one record.",
                table);
    }

    private static Html sets(JsonNode people) {
        Chart chart = new Chart(SETS);
        Table table = new Table("People by the providers that know them", "Providers", "People");
        for (JsonNode set : people.path("by_providers")) {
            List<String> names = new ArrayList<>();
            set.path("providers").forEach(name -> names.add(name.asText()));
            String providers = (names.size() == 1 ? "only " : "") + String.join(" + ", names);
            OptionalLong shown = SmallNumbers.of(set.path("people").asLong());
            shown.ifPresent(count -> chart.row().put("providers", providers).put("people", count));
            table.row(providers, SmallNumbers.text(set.path("people").asLong()));
        }
        return chart.figure(
                "People by the providers that know them",
                "One bar for each set of providers, the largest first; a person counts in one bar.",
                table);
    }

    private static Table refused(JsonNode people) {
        return new Table("Links that were not followed, and records moved", "What", "How many")
                .row(
                        "links that would give a provider two records of a person it holds once",
                        count(people, "links_refused_as_second_record_of_a_provider"))
                .row(
                        "links between records with different person numbers",
                        count(people, "links_refused_by_different_numbers"))
                .row(
                        "links that the other pairs of the people speak against",
                        count(people, "links_refused_by_other_pairs"))
                .row("records moved to where they are bound more", count(people, "records_moved"));
    }

    private static Table changes(JsonNode previous) {
        return new Table("Study ids against the previous run", "What became of them", "Study ids")
                .row("go on", count(previous, "kept"))
                .row("merged into others", count(previous, "merged"))
                .row("without a record left", count(previous, "vanished"))
                .row("fresh, for people whose records had other ids", count(previous, "split"))
                .row("fresh, for people with new records alone", count(previous, "new"));
    }

    private static String count(JsonNode node, String name) {
        return SmallNumbers.text(node.path(name).asLong());
    }
}
