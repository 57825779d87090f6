package uk.linkage.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.LinkageRun;
import uk.linkage.ScoredPairs;
import uk.linkage.benchmarks.sets.LabelledSet;
import uk.linkage.quality.Confusion;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.Truth;

/**
 * How well one labelled set was linked.
 *
 * @param deduplicated whether each provider holds a person at most once
 * @param records in all files
 * @param found pairs of the finished crosswalks, those within a provider too where the truth tells of them
 * @param between the same for every two providers, and within each that holds people more than once
 * @param all the pairs that were looked at, a record in as many as it will
 * @param oneToOne the same with a record in one pair at most between each two providers, heaviest first
 * @param own all pairs looked at whose probability reaches the agreement's threshold, without assignment
 * @param accepted the links between each two providers by themselves, before they are put together into people
 * @param expectedPrecision mean probability of those; NaN where there is none
 * @param estimate what the run says of itself
 * @param simple what the {@link Baseline} found
 */
record Quality(
        boolean deduplicated,
        long records,
        Confusion found,
        List<Between> between,
        Curve all,
        Curve oneToOne,
        Confusion own,
        Confusion accepted,
        double expectedPrecision,
        SelfEstimate estimate,
        Confusion simple) {

    /** @param link the threshold of the agreement that the run followed */
    static Quality of(LabelledSet set, Clear clear, LinkageRun run, double link) throws IOException {
        Truth truth = Truth.read(set.truth(), set.providers());
        Labels labels = Labels.read(set.truth(), set.providers());
        Curve all = Curve.all(run.scored(), labels);
        return new Quality(
                set.deduplicated(),
                records(run),
                Evaluation.of(run.crosswalks(), truth).pairwise(),
                Between.of(run.crosswalks(), !set.deduplicated(), labels, clear.numbered()),
                all,
                Curve.oneToOne(run.scored(), labels),
                counted(run.scored(), labels, (pairs, pair) -> pairs.probability(pair) >= link),
                counted(run.scored(), labels, ScoredPairs::accepted),
                expectedPrecision(run.scored()),
                SelfEstimate.of(run.record()),
                Evaluation.of(Baseline.link(clear), truth).pairwise());
    }

    private static long records(LinkageRun run) {
        return run.crosswalks().stream()
                .mapToLong(crosswalk -> crosswalk.studyIds().size())
                .sum();
    }

    /** Which pairs are meant. */
    private interface Among {
        boolean pair(ScoredPairs pairs, int pair);
    }

    private static Confusion counted(List<ScoredPairs> scored, Labels labels, Among among) {
        Confusion all = new Confusion(0, 0, 0);
        for (ScoredPairs pairs : scored) {
            int[] taken = IntStream.range(0, pairs.size())
                    .filter(pair -> among.pair(pairs, pair))
                    .toArray();
            long right =
                    IntStream.of(taken).filter(pair -> labels.same(pairs, pair)).count();
            long missed = labels.pairs(pairs.leftProvider(), pairs.rightProvider()) - right;
            all = plus(all, new Confusion(right, taken.length - right, missed));
        }
        return all;
    }

    private static Confusion plus(Confusion a, Confusion b) {
        return new Confusion(
                a.truePositives() + b.truePositives(),
                a.falsePositives() + b.falsePositives(),
                a.falseNegatives() + b.falseNegatives());
    }

    private static double expectedPrecision(List<ScoredPairs> scored) {
        return scored.stream()
                .flatMapToDouble(pairs ->
                        IntStream.range(0, pairs.size()).filter(pairs::accepted).mapToDouble(pairs::probability))
                .average()
                .orElse(Double.NaN);
    }
}
