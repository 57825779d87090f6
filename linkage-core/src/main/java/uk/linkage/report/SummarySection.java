package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What was linked, in a few sentences that a report on the study can begin with. */
final class SummarySection {
    private SummarySection() {}

    static Section of(JsonNode run) {
        List<String> providers = new ArrayList<>();
        long records = 0;
        for (JsonNode input : run.path("inputs")) {
            providers.add(input.path("provider").asText());
            records += input.path("records").asLong();
        }
        return new Section(
                "summary",
                "Summary",
                "RECORD 1.3",
                List.of(
                        Html.of(
                                "p",
                                "Records of " + String.join(", ", providers) + " were linked for the project "
                                        + run.path("project").asText()
                                        + ", as encoded records, without showing the party that linked them who the people are: "
                                        + SmallNumbers.text(records) + " records were found to be of "
                                        + SmallNumbers.text(
                                                run.at("/people/count").asLong())
                                        + " people. The linkage was of people, probabilistic, and learnt from the"
                                        + " records without labels."),
                        Html.of(
                                "p",
                                "Counts of 1 to 7 are shown as " + SmallNumbers.HIDDEN
                                        + " and others are rounded to the nearest 5, as Hospital Episode Statistics are; shares are"
                                        + " of the rounded counts. No person, local id or study id is in this page, and"
                                        + " it loads nothing from anywhere.")));
    }
}
