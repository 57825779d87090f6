package uk.linkage.hub.decide;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;

/**
 * Learns a {@link MatchModel} from agreement patterns alone, without labels.
 *
 * <p>Goal. Expectation maximisation over candidate pairs (Dempster, Laird and Rubin 1977; for linkage Jaro, JASA 1989;
 * Winkler 1988) finds two classes, but not always the right two: candidates are full of households, and the class of
 * "same surname, same place" can pass for that of "same person".
 *
 * <p>What helps is that most providers hold a person once. Of all pairs in which a record occurs at most one is true, so a
 * pair that loses to a better one is known to be false: labels for nothing (Jaro 1989 assigns before deciding; Sadinle,
 * JASA 2017, makes it a model). So each round assigns pairs greedily by weight, holds the losers to be false, and
 * maximises over the winners. The households then teach u, where they belong.
 *
 * <p>Trade-off. Winners that have no true partner in the other file win over several false ones and look a little better
 * than u says; with few true pairs the probabilities are therefore somewhat high.
 *
 * <p>The agreement's priors count as {@value #PRIOR_PAIRS} pairs, which decide where the data are few and vanish where
 * they are many. Deterministic.
 */
public final class ModelFit {
    private static final double PRIOR_PAIRS = 10;
    private static final double U_PRIOR_PAIRS = 1;
    private static final double START_PRIOR = 0.8;
    private static final double MOST_CERTAIN = 1e-6;
    private static final int ASSIGNMENTS = 20;
    private static final int STEPS = 30;
    private static final double STILL = 1e-7;

    private final List<Comparison> comparisons;
    private final CandidatePairs pairs;
    private final Patterns patterns;
    private final Claims claims;
    private final double[][] m;
    private final double[][] u;
    private double prior = START_PRIOR;
    private int rounds;

    private ModelFit(List<Comparison> comparisons, CandidatePairs pairs, Patterns patterns, Claims claims) {
        this.comparisons = comparisons;
        this.pairs = pairs;
        this.patterns = patterns;
        this.claims = claims;
        this.m = comparisons.stream().map(ModelFit::startM).toArray(double[][]::new);
        this.u = comparisons.stream().map(ModelFit::startU).toArray(double[][]::new);
    }

    /**
     * Fits a model.
     *
     * @param onceLeft whether the left provider holds a person at most once
     * @param onceRight whether the right one does
     */
    public static MatchModel of(
            List<Comparison> comparisons,
            CandidatePairs pairs,
            Patterns patterns,
            boolean onceLeft,
            boolean onceRight) {
        return new ModelFit(comparisons, pairs, patterns, new Claims(onceLeft, onceRight)).fit();
    }

    private MatchModel fit() {
        long[] winners = new long[patterns.size()];
        for (rounds = 0; rounds < ASSIGNMENTS; rounds++) {
            long[] next = winners();
            if (rounds > 0 && Arrays.equals(next, winners)) {
                break;
            }
            winners = next;
            maximise(winners, losers(winners));
        }
        return new MatchModel(comparisons, m, u, prior);
    }

    /** How many pairs of each pattern are ruled out by no better pair. */
    private long[] winners() {
        double[] weights = weights();
        int[] order = IntStream.range(0, pairs.size())
                .boxed()
                .sorted((a, b) -> Double.compare(weights[patterns.of(b)], weights[patterns.of(a)]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] winners = new long[patterns.size()];
        claims.clear();
        for (int pair : order) {
            winners[patterns.of(pair)] += claims.take(pairs.left(pair), pairs.right(pair)) ? 1 : 0;
        }
        return winners;
    }

    private long[] losers(long[] winners) {
        long[] losers = new long[patterns.size()];
        for (int pair = 0; pair < patterns.pairs(); pair++) {
            losers[patterns.of(pair)]++;
        }
        for (int pattern = 0; pattern < losers.length; pattern++) {
            losers[pattern] -= winners[pattern];
        }
        return losers;
    }

    private void maximise(long[] winners, long[] losers) {
        for (int step = 0; step < STEPS; step++) {
            double before = prior;
            step(winners, losers);
            if (Math.abs(prior - before) < STILL) {
                return;
            }
        }
    }

    private void step(long[] winners, long[] losers) {
        MatchModel model = new MatchModel(comparisons, m, u, prior);
        double[][] same = comparisons.stream().map(ModelFit::pseudoSame).toArray(double[][]::new);
        double[][] different =
                comparisons.stream().map(ModelFit::pseudoDifferent).toArray(double[][]::new);
        double matched = 0;
        for (int pattern = 0; pattern < winners.length; pattern++) {
            byte[] levels = patterns.levels(pattern);
            double share = winners[pattern] * MatchModel.probability(model.logOdds(levels));
            matched += share;
            add(same, levels, share);
            add(different, levels, winners[pattern] - share + losers[pattern]);
        }
        normalise(same, m);
        normalise(different, u);
        double all = Arrays.stream(winners).sum();
        prior = Math.max(MOST_CERTAIN, Math.min(1 - 1 / (all + 2), (matched + START_PRIOR) / (all + 1)));
    }

    private double[] weights() {
        MatchModel model = new MatchModel(comparisons, m, u, prior);
        return IntStream.range(0, patterns.size())
                .mapToDouble(pattern -> model.weight(patterns.levels(pattern)))
                .toArray();
    }

    private static void add(double[][] counts, byte[] levels, double share) {
        for (int c = 0; c < levels.length; c++) {
            if (levels[c] != Comparison.MISSING) {
                counts[c][levels[c]] += share;
            }
        }
    }

    private static void normalise(double[][] counts, double[][] chances) {
        for (int c = 0; c < counts.length; c++) {
            double sum = Arrays.stream(counts[c]).sum();
            for (int level = 1; level < counts[c].length; level++) {
                chances[c][level] = counts[c][level] / sum;
            }
        }
    }

    private static double[] startM(Comparison comparison) {
        double[] chances = new double[comparison.levels().size()];
        for (int level = 1; level < chances.length; level++) {
            chances[level] = comparison.m().get(level - 1);
        }
        return chances;
    }

    /** Among candidates of two people a component agrees one time in ten; the rest is spread over the other levels. */
    private static double[] startU(Comparison comparison) {
        double[] chances = new double[comparison.levels().size()];
        Arrays.fill(chances, 1, chances.length, 0.9 / (chances.length - 2));
        chances[1] = 0.1;
        return chances;
    }

    private static double[] pseudoSame(Comparison comparison) {
        return Arrays.stream(startM(comparison))
                .map(chance -> chance * PRIOR_PAIRS)
                .toArray();
    }

    private static double[] pseudoDifferent(Comparison comparison) {
        return Arrays.stream(startU(comparison))
                .map(chance -> chance * U_PRIOR_PAIRS)
                .toArray();
    }
}
