package uk.linkage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import uk.linkage.quality.Breakdown;
import uk.linkage.quality.GroupQuality;
import uk.linkage.quality.Grouping;
import uk.linkage.quality.RecallGap;
import uk.linkage.quality.SmallNumbers;

/** For whom linkage works less well. */
record GroupsSection(SmallNumbers numbers) {
    private static final String RANGES = """
            {"height": {"step": 24}, "layer": [
              {"transform": [{"filter": "isValid(datum.low)"}],
               "mark": {"type": "rule", "strokeWidth": 2.2, "color": "#00527a"},
               "encoding": {
                 "y": {"field": "group", "type": "nominal", "sort": null, "title": null, "axis": {"grid": true}},
                 "x": {"field": "low", "type": "quantitative", "scale": {"zero": false}, "title": "recall of pairs"},
                 "x2": {"field": "high"},
                 "strokeDash": {"field": "is", "type": "nominal", "title": null,
                                "scale": {"domain": ["95 % interval", "bound, as counts are not told"], "range": [[1, 0], [3, 3]]}}}},
              {"transform": [{"filter": "isValid(datum.value)"}],
               "mark": {"type": "point", "filled": true, "size": 80, "color": "#00527a", "opacity": 1},
               "encoding": {
                 "y": {"field": "group", "type": "nominal", "sort": null},
                 "x": {"field": "value", "type": "quantitative", "scale": {"zero": false}}}}]}
            """;

    Section of(Breakdown breakdown) {
        List<Html> content = new ArrayList<>(
                List.of(
                        Html.of(
                                "p",
                                "A gap in recall between groups becomes a bias in whatever is worked out from the linked data. A pair counts for"
                                        + " the group of either of its records. The gap is that of the worst and the best group of "
                                        + RecallGap.LEAST_PAIRS
                                        + " true pairs or more; its interval does not allow for the two having been picked as the outermost.")));
        for (Grouping grouping : breakdown.groupings()) {
            content.add(Html.heading(3, grouping.name()));
            content.add(figure(grouping));
            grouping.recallGap(numbers).ifPresent(gap -> content.add(Html.of("p", "Gap in recall: " + gap + ".")));
        }
        if (breakdown.groupings().isEmpty()) {
            content.add(Html.of("p", "No groups were given."));
        }
        return new Section("groups", "For whom", "RECORD 12.3 and 19.1, GUILD step 2 and the QAFDL (bias)", content);
    }

    private Html figure(Grouping grouping) {
        Chart chart = new Chart(RANGES);
        for (GroupQuality quality : grouping.groups()) {
            Told.into(chart.row().put("group", quality.group()), numbers.recall(quality.pairwise()));
        }
        return chart.figure(
                "Recall by " + grouping.name(),
                "A dot for each group's recall and a line for its interval; where counts are too small to be told, a broken"
                        + " line for all that it can be.",
                table(grouping));
    }

    private Table table(Grouping grouping) {
        Table table = new Table(
                "By " + grouping.name(),
                "Group",
                "True pairs",
                "Missed",
                "False",
                "Recall",
                "Precision",
                "People recovered exactly",
                "B-cubed F1");
        for (GroupQuality quality : grouping.groups()) {
            table.row(
                    quality.group(),
                    numbers.text(quality.pairwise().toBeFound()),
                    numbers.text(quality.pairwise().falseNegatives()),
                    numbers.text(quality.pairwise().falsePositives()),
                    numbers.recall(quality.pairwise()).toString(),
                    numbers.precision(quality.pairwise()).toString(),
                    numbers.share(quality.recovered(), quality.people() - quality.recovered(), "nobody")
                            .toString(),
                    bCubed(quality));
        }
        return table;
    }

    private String bCubed(GroupQuality quality) {
        OptionalDouble f1 = quality.bCubedF1(numbers);
        return f1.isPresent() ? String.format(Locale.ROOT, "%.3f", f1.getAsDouble()) : SmallNumbers.HIDDEN;
    }
}
