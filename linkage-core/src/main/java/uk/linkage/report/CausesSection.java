package uk.linkage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import uk.linkage.quality.Breakdown;
import uk.linkage.quality.CauseCount;
import uk.linkage.quality.SmallNumbers;

/** What missed and false links have in common. */
record CausesSection(SmallNumbers numbers) {
    private static final String BARS = """
            {"height": {"step": 20}, "mark": {"type": "bar", "color": "#00527a"},
             "encoding": {
               "y": {"field": "cause", "type": "nominal", "sort": null, "title": null},
               "x": {"field": "missed", "type": "quantitative", "title": "missed pairs", "axis": {"format": ",d"}}}}
            """;

    Section of(Breakdown breakdown) {
        List<Html> content = new ArrayList<>(List.of(Html.of("p", falseLinks(breakdown))));
        if (breakdown.causes().isEmpty()) {
            content.add(Html.of("p", "No causes were given."));
        } else {
            content.add(figure(breakdown));
            List<CauseCount> together =
                    breakdown.together().stream().limit(Breakdown.MOST_TOGETHER).toList();
            content.add(
                    table("By all that is wrong with a missed pair", together).html());
        }
        return new Section("causes", "Why", "GUILD step 2 (sources of linkage error)", content);
    }

    private String falseLinks(Breakdown breakdown) {
        return "False pairs: " + numbers.text(breakdown.falseLinks())
                + breakdown
                        .ofOneHousehold()
                        .map(count -> "; of people of one household: " + numbers.text(count))
                        .orElse("")
                + ".";
    }

    private Html figure(Breakdown breakdown) {
        Chart chart = new Chart(BARS);
        for (CauseCount cause : breakdown.causes()) {
            OptionalLong missed = numbers.told(cause.missed());
            if (missed.isPresent() && missed.getAsLong() > 0) {
                chart.row().put("cause", cause.words()).put("missed", missed.getAsLong());
            }
        }
        return chart.figure(
                "Missed pairs by what is wrong with either record",
                "A bar for each cause, the commonest first; a pair with several counts for each of them. Causes of counts that"
                        + " are not told have none.",
                table("By what is wrong with either record", breakdown.causes()));
    }

    private Table table(String caption, List<CauseCount> causes) {
        Table table = new Table(caption, "Cause", "True pairs", "Missed", "Recall", "False");
        for (CauseCount cause : causes) {
            table.row(
                    cause.words(),
                    numbers.text(cause.pairs()),
                    numbers.text(cause.missed()),
                    cause.recall(numbers).toString(),
                    numbers.text(cause.falseLinks()));
        }
        return table;
    }
}
