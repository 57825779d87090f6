package uk.linkage.hub.decide;

import java.util.Arrays;
import java.util.List;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;

/**
 * Learns a {@link MatchModel} from agreement patterns alone, without labels.
 *
 * <p>Goal. Expectation maximisation over candidate pairs (Dempster, Laird and Rubin 1977; for linkage Winkler 1988, Jaro,
 * JASA 1989) finds two classes, but not always the right two: candidates are full of households, and the class of "same
 * surname, same place" can pass for that of "same person".
 *
 * <p>What helps is that most providers hold a person once. Of all pairs in which a record occurs at most one is true, so
 * a pair that loses to a better one is known to be false: labels for nothing (Jaro assigned before deciding; Sadinle,
 * JASA 2017, made it a model). Each round therefore
 *
 * <ol>
 *   <li>assigns pairs greedily by rank: winners, and losers, which are false;
 *   <li>assigns the losers once more: the runners-up look as a winner looks whose true partner is not there, the best of
 *       several false pairs, and so tell how false winners are spread;
 *   <li>maximises over the winners, a mixture of one person's pairs, whose comparisons are taken to be independent, and
 *       false winners, whose patterns are taken as the runners-up show them, whole. So households need not be
 *       independent: that surname and place agree together is simply seen ({@link StateSpread}).
 * </ol>
 *
 * <p>Where the files share few people most winners are false, and chance could still make them a class. So the
 * agreement's priors count as {@value #PRIOR_PAIRS} pairs and {@value #PRIOR_SHARE} of the winners, and a comparison's
 * two likest levels must keep {@value #LEAST_OF_PRIOR} of the chance that the agreement gives them.
 *
 * <p>What is seen of a pair can come of several states, a level for each comparison, with a chance in each; so levels are
 * latent classes (Goodman, Biometrika 1974), and every count above is of expected states.
 *
 * <p>False pairs are learnt from losers alone: winners that differ in much must not become a class of their own where the
 * losers are few and say little. Where neither provider holds a person once there are no losers, and this is the ordinary
 * algorithm. Deterministic.
 */
public final class ModelFit {
    private static final double PRIOR_PAIRS = 10;
    private static final double PRIOR_FALSE_PAIRS = 2;
    private static final double PRIOR_SHARE = 0.02;
    private static final double LEAST_OF_PRIOR = 0.6;
    private static final double START_PRIOR = 0.5;
    private static final int ASSIGNMENTS = 12;
    private static final int STEPS = 60;
    private static final int FALSE_STEPS = 10;
    private static final double STILL = 1e-7;

    private final List<Comparison> comparisons;
    private final Patterns patterns;
    private final Contest contest;
    private final StateSpread spread;
    private final double[][] m;
    private final double[][] u;
    private double prior = START_PRIOR;
    private double[] losers;
    private double[] runnersUp;

    private ModelFit(List<Comparison> comparisons, Patterns patterns, Contest contest) {
        this.comparisons = comparisons;
        this.patterns = patterns;
        this.contest = contest;
        this.spread = new StateSpread(patterns);
        this.m = comparisons.stream().map(ModelFit::priorM).toArray(double[][]::new);
        this.u = comparisons.stream().map(ModelFit::priorU).toArray(double[][]::new);
        this.losers = spread.of(new double[patterns.states()], model());
        this.runnersUp = losers;
    }

    /**
     * Fits a model.
     *
     * @param onceLeft whether the left provider holds a person at most once
     * @param onceRight whether the right one does
     */
    public static FittedModel of(
            List<Comparison> comparisons,
            CandidatePairs pairs,
            Patterns patterns,
            boolean onceLeft,
            boolean onceRight) {
        Contest contest = new Contest(pairs, patterns, new Claims(onceLeft, onceRight));
        return new ModelFit(comparisons, patterns, contest).fit();
    }

    private FittedModel fit() {
        double[] rank = against(losers);
        double[] logOdds = new double[patterns.size()];
        Contest.Outcome outcome = null;
        for (int round = 0; round < ASSIGNMENTS; round++) {
            Contest.Outcome next = contest.hold(rank);
            if (next.equals(outcome)) {
                break;
            }
            outcome = next;
            learnFalsePairs(outcome);
            maximise(outcome);
            rank = against(losers);
            logOdds = plus(against(runnersUp), MatchModel.logOdds(prior));
        }
        return new FittedModel(model(), rank, logOdds);
    }

    /** How losers and runners-up are spread over states: expectation maximisation, a loser being false for sure. */
    private void learnFalsePairs(Contest.Outcome outcome) {
        for (int step = 0; step < FALSE_STEPS && contest.isOpen(); step++) {
            double[] lost = states(outcome.losers(), losers);
            learn(u, counts(lost, ModelFit::priorU, PRIOR_FALSE_PAIRS));
            losers = spread.of(lost, model());
            runnersUp = spread.of(states(outcome.runnersUp(), runnersUp), model());
        }
    }

    private void maximise(Contest.Outcome outcome) {
        for (int step = 0; step < STEPS; step++) {
            double before = prior;
            step(outcome);
            if (Math.abs(prior - before) < STILL) {
                return;
            }
        }
    }

    private void step(Contest.Outcome outcome) {
        long[] winners = outcome.winners();
        double[] weight = against(runnersUp);
        double[] matched = new double[winners.length];
        double[] unmatched = new double[winners.length];
        for (int pattern = 0; pattern < winners.length; pattern++) {
            double share = MatchModel.probability(weight[pattern] + MatchModel.logOdds(prior));
            matched[pattern] = winners[pattern] * share;
            unmatched[pattern] = winners[pattern] - matched[pattern];
        }
        double all = Arrays.stream(winners).sum();
        learn(m, counts(states(matched, samePerson()), ModelFit::priorM, PRIOR_PAIRS + PRIOR_SHARE * all));
        keepLikeOnePerson();
        if (!contest.isOpen()) {
            learn(u, counts(states(unmatched, runnersUp), ModelFit::priorU, PRIOR_FALSE_PAIRS));
            runnersUp = spread.of(new double[patterns.states()], model());
            losers = runnersUp;
        }
        double sure = (Arrays.stream(matched).sum() + START_PRIOR) / (all + 1);
        prior = Math.max(1e-6, Math.min(1 - 1 / (all + 2), sure));
    }

    private MatchModel model() {
        return new MatchModel(comparisons, m, u, prior);
    }

    /** Bits by which each pattern speaks for one person rather than for false pairs that are spread so over states. */
    private double[] against(double[] falsePairs) {
        double[] samePerson = samePerson();
        double[] weights = new double[patterns.size()];
        for (int pattern = 0; pattern < weights.length; pattern++) {
            weights[pattern] =
                    MatchModel.log2(chance(pattern, samePerson)) - MatchModel.log2(chance(pattern, falsePairs));
        }
        return weights;
    }

    /** The chance of each state among pairs of one person, the comparisons being independent. */
    private double[] samePerson() {
        MatchModel model = model();
        double[] chances = new double[patterns.states()];
        for (int state = 0; state < chances.length; state++) {
            chances[state] = Math.pow(2, model.logM(patterns.levels(state)));
        }
        return chances;
    }

    private double chance(int pattern, double[] stateChances) {
        int[] states = patterns.states(pattern);
        double[] chances = patterns.chances(pattern);
        double chance = 0;
        for (int i = 0; i < states.length; i++) {
            chance += chances[i] * stateChances[states[i]];
        }
        return Math.max(chance, Double.MIN_NORMAL);
    }

    private double[] states(long[] pairs, double[] stateChances) {
        return states(Arrays.stream(pairs).asDoubleStream().toArray(), stateChances);
    }

    /** How many of these pairs, counted by pattern, are to be expected in each state. */
    private double[] states(double[] pairs, double[] stateChances) {
        double[] expected = new double[patterns.states()];
        for (int pattern = 0; pattern < pairs.length; pattern++) {
            int[] states = patterns.states(pattern);
            double share = pairs[pattern] / chance(pattern, stateChances);
            for (int i = 0; i < states.length && share > 0; i++) {
                expected[states[i]] += share * patterns.chances(pattern)[i] * stateChances[states[i]];
            }
        }
        return expected;
    }

    /** Where the likest levels have become too rare for one person, they are raised and the others lowered. */
    private void keepLikeOnePerson() {
        for (int c = 0; c < m.length; c++) {
            double[] prior = priorM(comparisons.get(c));
            double least = LEAST_OF_PRIOR * alike(prior);
            double now = alike(m[c]);
            for (int level = 1; level < m[c].length && now < least; level++) {
                m[c][level] *= level <= likest(prior) ? least / now : (1 - least) / (1 - now);
            }
        }
    }

    private static double alike(double[] chances) {
        return Arrays.stream(chances, 1, likest(chances) + 1).sum();
    }

    /** The last of the levels that count as alike: two, or one where there are but two. */
    private static int likest(double[] chances) {
        return chances.length > 3 ? 2 : 1;
    }

    private interface Start {
        double[] of(Comparison comparison);
    }

    /** The levels of each comparison in pairs counted by state, and in so many more as expected beforehand. */
    private double[][] counts(double[] pairs, Start start, double more) {
        double[][] counts = new double[comparisons.size()][];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = Arrays.stream(start.of(comparisons.get(c)))
                    .map(chance -> chance * more)
                    .toArray();
        }
        for (int state = 0; state < pairs.length; state++) {
            byte[] levels = patterns.levels(state);
            for (int c = 0; c < levels.length; c++) {
                counts[c][levels[c]] += levels[c] == Comparison.MISSING ? 0 : pairs[state];
            }
        }
        return counts;
    }

    private static void learn(double[][] chances, double[][] counts) {
        for (int c = 0; c < counts.length; c++) {
            double sum = Arrays.stream(counts[c]).sum();
            for (int level = 1; level < counts[c].length; level++) {
                chances[c][level] = counts[c][level] / sum;
            }
        }
    }

    private static double[] plus(double[] numbers, double more) {
        return Arrays.stream(numbers).map(number -> number + more).toArray();
    }

    private static double[] priorM(Comparison comparison) {
        double[] chances = new double[comparison.levels().size()];
        for (int level = 1; level < chances.length; level++) {
            chances[level] = comparison.m().get(level - 1);
        }
        return chances;
    }

    /**
     * Among candidates of two people a component agrees one time in ten and is wholly different half of the time; a
     * number that belongs to one person agrees one time in a thousand.
     */
    private static double[] priorU(Comparison comparison) {
        double[] chances = new double[comparison.levels().size()];
        int last = chances.length - 1;
        if (last == 2) {
            return new double[] {0, 0.001, 0.999};
        }
        Arrays.fill(chances, 1, last, 0.4 / (last - 2));
        chances[1] = 0.1;
        chances[last] = 0.5;
        return chances;
    }
}
