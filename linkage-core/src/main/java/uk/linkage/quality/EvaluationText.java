package uk.linkage.quality;

import static uk.linkage.quality.Figures.count;
import static uk.linkage.quality.Figures.share;

/** An {@link Evaluation} as a page of plain text. */
final class EvaluationText {
    private final StringBuilder text = new StringBuilder();

    private EvaluationText() {}

    static String of(Evaluation evaluation) {
        EvaluationText page = new EvaluationText();
        page.pairwise(evaluation.pairwise());
        page.cluster(evaluation.cluster());
        evaluation.providers().forEach(page::provider);
        page.truth(evaluation.truth());
        return page.text.toString();
    }

    private void pairwise(Confusion pairs) {
        line("Pairs of records, with 95 % intervals that take people as their unit");
        measures(pairs);
        counts(pairs);
    }

    private void cluster(ClusterQuality quality) {
        line("People of two or more records recovered exactly");
        measures(quality.exact());
        line("  recovered %s of %s people; %s clusters"
                .formatted(count(quality.exact().truePositives()), count(quality.people()), count(quality.clusters())));
        line("  B-cubed     precision %s, recall %s, F1 %s"
                .formatted(
                        share(quality.bCubed().precision()),
                        share(quality.bCubed().recall()),
                        share(quality.bCubed().f1())));
    }

    private void provider(ProviderPair pair) {
        boolean within = pair.left().equals(pair.right());
        line(within ? "Within " + pair.left() : "Between " + pair.left() + " and " + pair.right());
        measures(pair.pairwise());
        counts(pair.pairwise());
    }

    private void truth(TruthCounts truth) {
        line("Truth");
        line("  %s records of %s people with %s pairs"
                .formatted(count(truth.records()), count(truth.people()), count(truth.pairs())));
        line("  truth records not in the run: " + count(truth.recordsNotInRun()));
        line("  run records not in the truth: " + count(truth.runRecordsNotInTruth()));
    }

    private void measures(Confusion confusion) {
        line("  precision   " + confusion.precision());
        line("  recall      " + confusion.recall());
        line("  F1          " + confusion.f1());
    }

    private void counts(Confusion pairs) {
        line("  true positives %s, false positives %s, false negatives %s"
                .formatted(count(pairs.truePositives()), count(pairs.falsePositives()), count(pairs.falseNegatives())));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
