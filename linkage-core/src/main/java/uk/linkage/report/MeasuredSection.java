package uk.linkage.report;

import java.util.List;
import uk.linkage.quality.ClusterQuality;
import uk.linkage.quality.Confusion;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.ProviderPair;
import uk.linkage.quality.SmallNumbers;
import uk.linkage.quality.TruthCounts;

/** How right a run is, over all and between every two providers. */
record MeasuredSection(SmallNumbers numbers) {

    Section of(Evaluation evaluation) {
        return new Section(
                "measured",
                "Measured against the truth",
                "RECORD 12.3, GUILD step 2 and the QAFDL (precision, recall)",
                List.of(
                        Html.of("p", words()),
                        Html.of(
                                "p",
                                "Intervals cover 95 % and take people as their unit: pairs of one person are found and missed"
                                        + " together, so that they are worth fewer than they are. Of precision the unit is a"
                                        + " cluster. The truth is taken as true."),
                        pairs(evaluation).html(),
                        people(evaluation.cluster()).html(),
                        truth(evaluation.truth()).html()));
    }

    private String words() {
        String suppressed = "Counts of 1 to 7 are shown as " + SmallNumbers.HIDDEN
                + " and others are rounded to the nearest 5; shares are of the rounded counts, or a bound where one is"
                + " not shown.";
        return (numbers == SmallNumbers.SUPPRESSED
                        ? suppressed
                        : "Counts are as they are: this page is about invented people,"
                                + " or for those who may see the records.")
                + " No person, local id or study id is in this page, and it loads nothing from anywhere.";
    }

    private Table pairs(Evaluation evaluation) {
        Table table =
                new Table("Pairs of records", "Providers", "True pairs", "Missed", "False", "Recall", "Precision");
        row(table, "all", evaluation.pairwise());
        for (ProviderPair pair : evaluation.providers()) {
            boolean within = pair.left().equals(pair.right());
            row(table, within ? "within " + pair.left() : pair.left() + " and " + pair.right(), pair.pairwise());
        }
        return table;
    }

    private void row(Table table, String name, Confusion pairs) {
        table.row(
                name,
                numbers.text(pairs.toBeFound()),
                numbers.text(pairs.falseNegatives()),
                numbers.text(pairs.falsePositives()),
                numbers.recall(pairs).toString(),
                numbers.precision(pairs).toString());
    }

    private Table people(ClusterQuality quality) {
        Confusion exact = quality.exact();
        return new Table("People of two or more records", "People", "Count", "Share recovered exactly")
                .row(
                        "there are",
                        numbers.text(quality.people()),
                        numbers.recall(exact).toString())
                .row(
                        "found",
                        numbers.text(quality.clusters()),
                        numbers.precision(exact).toString());
    }

    private Table truth(TruthCounts truth) {
        return new Table("The truth", "What", "Count")
                .row("records it names", numbers.text(truth.records()))
                .row("people it names", numbers.text(truth.people()))
                .row("its records that the run does not have", numbers.text(truth.recordsNotInRun()))
                .row("records of the run that it does not name", numbers.text(truth.runRecordsNotInTruth()));
    }
}
