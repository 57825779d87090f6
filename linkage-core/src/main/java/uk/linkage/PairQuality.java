package uk.linkage;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.file.Progress;
import uk.linkage.hub.block.SelfPairs;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Discovery;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.decide.MissedPairs;
import uk.linkage.hub.decide.ModelFit;
import uk.linkage.hub.decide.OperatingPoint;
import uk.linkage.quality.WithoutTruth;
import uk.linkage.quality.WithoutTruth.Expected;

/**
 * What the linkage of two providers says of its own quality.
 *
 * @param learnt what was looked at and learnt
 * @param verdicts what became of it
 * @param point where the line was drawn
 */
record PairQuality(
        Agreement agreement,
        Records records,
        int left,
        int right,
        Learnt learnt,
        Verdicts verdicts,
        OperatingPoint point) {
    private static final int FEWEST_LINKS = 50;
    private static final double LEAST_SHARE = 0.1;
    private static final double TELLING_BITS = 3;
    private static final int MOST_BITS = 20;

    QualityTold told(Progress progress) {
        List<String> reasons = reasons();
        if (!reasons.isEmpty()) {
            return new QualityTold(WithoutTruth.undetermined(reasons), List.of());
        }
        OnePerson all = onePerson(progress);
        return new QualityTold(
                WithoutTruth.of(expected(links(), point.link(), all)),
                thresholds().mapToObj(least -> at(least, all)).toList());
    }

    /** Whole bits of log-odds from the least that is worth a look, the agreement's own and the run's, ascending. */
    private DoubleStream thresholds() {
        int least = (int) Math.ceil(MatchModel.logOdds(agreement.decide().review()));
        DoubleStream whole = IntStream.rangeClosed(least, MOST_BITS).mapToDouble(MatchModel::probability);
        return DoubleStream.concat(whole, DoubleStream.of(agreement.decide().link(), point.link()))
                .filter(probability -> probability < 1)
                .sorted()
                .distinct();
    }

    private QualityTold.AtThreshold at(double least, OnePerson all) {
        int[] links = verdicts.linksAt(least, agreement.decide().margin());
        return new QualityTold.AtThreshold(
                least,
                links.length,
                links.length == 0
                        ? WithoutTruth.undetermined(List.of("nothing is linked"))
                        : WithoutTruth.of(expected(links, least, all)));
    }

    private List<String> reasons() {
        MatchModel model = learnt.fitted().model();
        List<String> reasons = new ArrayList<>();
        if (links().length < FEWEST_LINKS) {
            reasons.add(links().length + " links are too few to tell");
        }
        int smaller = Math.min(records.table(left).rows(), records.table(right).rows());
        if (links().length < LEAST_SHARE * smaller) {
            reasons.add(
                    "less than a tenth of the smaller file is linked, so that false links that look sure may outweigh the rest");
        }
        if (learnt.strangers().isEmpty()) {
            reasons.add(
                    left == right
                            ? "the provider holds people more than once, so that no pair is known to be of two people"
                            : "both providers hold people more than once, so that no pair is known to be of two people");
        }
        if (telling(model) < 2) {
            reasons.add("fewer than two fields tell people apart");
        }
        ModelFit.atTheirBound(model)
                .forEach(name -> reasons.add("records of one person seem to differ in " + name
                        + " as often as the model allows, so that links may not be of one person"));
        return reasons;
    }

    private static long telling(MatchModel model) {
        return IntStream.range(0, model.comparisons().size())
                .filter(c -> model.comparisons().get(c).role() != Comparison.Role.SWAP)
                .filter(c -> spread(model, c) >= TELLING_BITS)
                .count();
    }

    /** Bits between the level that speaks most for one person and the one that speaks most against. */
    private static double spread(MatchModel model, int comparison) {
        DoubleSummaryStatistics weights = IntStream.range(
                        1, model.comparisons().get(comparison).levels().size())
                .mapToDouble(level -> model.weight(comparison, level))
                .summaryStatistics();
        return weights.getMax() - weights.getMin();
    }

    private int[] links() {
        return verdicts.decided(Decision.MATCH);
    }

    /**
     * Pairs of one person, wherever the line is drawn.
     *
     * @param weighed among the pairs that were weighed
     * @param missed those that no rule found, by the model
     * @param captured at least so many by capture and recapture
     */
    private record OnePerson(double weighed, double missed, double captured) {}

    private OnePerson onePerson(Progress progress) {
        double[] likely = new double[learnt.patterns().size()];
        double[] byTimesFound = new double[3];
        double all = 0;
        for (int pair : verdicts.pairs()) {
            double p = probability(pair);
            all += p;
            likely[learnt.patterns().of(pair)] += p;
            byTimesFound[Math.min(3, learnt.pairs().timesFound(pair)) - 1] += p;
        }
        Discovery discovery = new Discovery(agreement, records.table(left), records.table(right), learnt.pairs());
        return new OnePerson(
                all,
                MissedPairs.of(learnt.fitted().model(), learnt.patterns(), likely, discovery, progress),
                captured(byTimesFound[0], byTimesFound[1]));
    }

    private Expected expected(int[] links, double least, OnePerson all) {
        double linked = IntStream.of(links).mapToDouble(this::probability).sum();
        return new Expected(
                links.length,
                links.length - linked,
                falseByStrangers(links.length, least),
                all.weighed() - linked,
                all.missed(),
                all.captured());
    }

    private double probability(int pair) {
        return MatchModel.probability(verdicts.among(
                pair, p -> learnt.fitted().logOdds()[learnt.patterns().of(p)]));
    }

    /**
     * At least so many were found by no rule, given how many were found by one and by two (A. Chao, Estimating the population size for
     * capture-recapture data with unequal catchability, Biometrics 43, 1987, in the form without bias).
     */
    private static double captured(double once, double twice) {
        return once * Math.max(0, once - 1) / (2 * (twice + 1));
    }

    /**
     * Links to be expected of strangers, at the rate at which pairs within providers reach the threshold: between records that no link of
     * their own keeps from it.
     */
    private double falseByStrangers(double links, double least) {
        double rate = IntStream.range(0, learnt.self().size())
                .mapToDouble(i ->
                        rate(learnt.self().get(i), learnt.strangers().get(i).patterns(), MatchModel.logOdds(least)))
                .average()
                .orElse(Double.NaN);
        return rate
                * Math.max(0, records.table(left).rows() - links)
                * Math.max(0, records.table(right).rows() - links);
    }

    /** The share of all pairs within a provider that would be links. */
    private double rate(SelfPairs self, Patterns patterns, double least) {
        long reached = IntStream.range(0, patterns.pairs())
                .filter(pair -> learnt.fitted().logOdds()[patterns.of(pair)] >= least)
                .count();
        return reached
                / Math.max(1.0, (double) self.sample().rows() * (self.table().rows() - 1));
    }
}
