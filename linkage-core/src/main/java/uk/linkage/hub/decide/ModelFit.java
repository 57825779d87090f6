package uk.linkage.hub.decide;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.decide.Mixture.Kind;

/**
 * Learns a {@link MatchModel} from agreement patterns alone, without labels.
 *
 * <p>Goal. Expectation maximisation over candidate pairs (Dempster, Laird and Rubin 1977; for linkage Winkler 1988, Jaro,
 * JASA 1989) finds two classes, but not always the right two: candidates are full of households, and the class of "same
 * surname, same place" can pass for that of "same person".
 *
 * <p>What helps is that most providers hold a person once. So all pairs <em>within</em> such a provider are known to be of two
 * people ({@link Strangers}): labels for nothing, and an empirical null (Efron, JASA 2004) that has households, twins, namesakes
 * and mere chance in it, as the same rules find them. And of all pairs between two providers in which a record occurs at most
 * one is true, so a pair that loses to a better one is known to be false (Jaro assigned before deciding; Sadinle, JASA 2017,
 * made it a model). Each round therefore
 *
 * <ol>
 *   <li>assigns pairs greedily by rank, those between the providers and those within each of them;
 *   <li>learns from the pairs within how false pairs are spread, and from those of them that won how a winner looks whose true
 *       partner is not there, the best of several false pairs; where too few are known, from losers and runners-up;
 *   <li>maximises over the winners between the providers, a mixture of one person's pairs and of such false winners.
 * </ol>
 *
 * <p>Comparisons depend on each other: who has moved differs in all of the place, people of a household agree in surname and
 * place. So the pairs of one person are a {@link Mixture} of kinds, and so are those of two, whose whole states are moreover taken
 * as they are seen ({@link StateSpread}).
 *
 * <p>Where the files share few people most winners are false, and chance could still make them a class. So the agreement's
 * priors count as {@value #PRIOR_PAIRS} pairs and {@value #PRIOR_SHARE} of the winners; no comparison may be wholly different much
 * more often than the agreement expects; and no kind of one person may be people of other forenames, births or numbers.
 *
 * <p>What is seen of a pair can come of several states, a level for each comparison, with a chance in each; so levels are
 * latent classes (Goodman, Biometrika 1974), and every count above is of expected states.
 *
 * <p>Where neither provider holds a person once there are no losers and no strangers, and this is the ordinary algorithm.
 * A number that belongs to one person is a comparison among the others: where it agrees or differs it all but decides, and so
 * labels the pairs from which the rest is learnt. Deterministic.
 */
public final class ModelFit {
    private static final double PRIOR_PAIRS = 10;
    private static final double PRIOR_FALSE_PAIRS = 2;
    private static final double PRIOR_SHARE = 0.02;
    private static final double LEAST_OF_PRIOR = 0.6;
    /** What stays with a person, and how often it may be wholly different in any kind of them. */
    private static final Map<Role, Double> STAY = Map.of(Role.FORENAME, 0.2, Role.BIRTH, 0.2, Role.NUMBER, 0.1);

    private static final double START_PRIOR = 0.5;
    private static final int ASSIGNMENTS = 12;
    private static final int STEPS = 60;
    private static final int FALSE_STEPS = 10;
    private static final double STILL = 1e-7;
    private static final long ENOUGH = 500;
    private static final int PARTS = 8;

    private final List<Comparison> comparisons;
    private final Patterns patterns;
    private final Contest contest;
    private final List<Contest> strangers;
    private final StateSpread spread;
    private final Mixture onePerson;
    private final Mixture twoPeople;
    private final LongConsumer rounds;
    private double prior = START_PRIOR;
    private double[] losers;
    private double[] runnersUp;
    private double[] falseWinners;

    private ModelFit(
            List<Comparison> comparisons,
            Patterns patterns,
            Contest contest,
            List<Contest> strangers,
            boolean kinds,
            LongConsumer rounds) {
        this.rounds = rounds;
        this.comparisons = comparisons;
        this.patterns = patterns;
        this.contest = contest;
        this.strangers = strangers;
        this.spread = new StateSpread(comparisons, patterns);
        this.onePerson = new Mixture(comparisons, kinds(Kinds.ofOnePerson(comparisons), kinds));
        this.twoPeople = new Mixture(comparisons, kinds(Kinds.ofTwoPeople(comparisons), kinds));
        this.losers = spread.of(new double[patterns.states()], twoPeople.of(patterns));
        this.runnersUp = losers;
        this.falseWinners = new double[patterns.states()];
    }

    private static List<Kind> kinds(List<Kind> all, boolean several) {
        return several ? all : List.of(new Kind(1, all.get(0).chance()));
    }

    /** Fits a model of pairs of several kinds. */
    public static FittedModel of(
            List<Comparison> comparisons,
            CandidatePairs pairs,
            Patterns patterns,
            boolean onceLeft,
            boolean onceRight,
            List<Strangers> strangers) {
        return of(comparisons, pairs, patterns, onceLeft, onceRight, strangers, true, round -> {});
    }

    /**
     * Fits a model.
     *
     * @param onceLeft whether the left provider holds a person at most once
     * @param onceRight whether the right one does
     * @param strangers pairs that are known to be of two people; their patterns have the numbers of the others
     * @param kinds whether pairs are taken to be of several kinds; else comparisons are independent
     * @param rounds is told of each step of expectation maximisation
     */
    public static FittedModel of(
            List<Comparison> comparisons,
            CandidatePairs pairs,
            Patterns patterns,
            boolean onceLeft,
            boolean onceRight,
            List<Strangers> strangers,
            boolean kinds,
            LongConsumer rounds) {
        Contest contest = new Contest(pairs, patterns, new Claims(onceLeft, onceRight));
        List<Contest> known = strangers.stream()
                .map(s -> new Contest(s.pairs(), s.patterns(), new Claims(true, true)))
                .toList();
        return new ModelFit(comparisons, patterns, contest, known, kinds, rounds).fit();
    }

    /**
     * Pairs of different people, such as those within a provider that holds each person once.
     *
     * @param pairs of rows
     * @param patterns how they compare
     */
    public record Strangers(CandidatePairs pairs, Patterns patterns) {}

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
            learnFalsePairs(falsePairs(outcome, rank));
            maximise(outcome);
            rank = against(losers);
            logOdds = plus(against(runnersUp), MatchModel.logOdds(prior));
        }
        return new FittedModel(model(), rank, logOdds, states());
    }

    /**
     * False pairs, and those of them that win where no true pair is about: of strangers, where enough of them are known, else
     * what lost here.
     */
    private Contest.Outcome falsePairs(Contest.Outcome here, double[] rank) {
        Contest.Outcome all =
                new Contest.Outcome(new long[patterns.size()], new long[patterns.size()], new long[patterns.size()]);
        for (Contest contest : strangers) {
            all = all.plus(contest.hold(rank).asFalse());
        }
        return Arrays.stream(all.losers()).sum() < ENOUGH ? all.plus(here) : all;
    }

    /** How losers and runners-up are spread over states: expectation maximisation, a loser being false for sure. */
    private void learnFalsePairs(Contest.Outcome outcome) {
        for (int step = 0; step < FALSE_STEPS && (contest.isOpen() || !strangers.isEmpty()); step++) {
            double[] lost = states(outcome.losers(), losers);
            twoPeople.learn(patterns, lost, PRIOR_FALSE_PAIRS);
            double[] mixture = twoPeople.of(patterns);
            losers = spread.of(lost, mixture);
            falseWinners = states(outcome.runnersUp(), runnersUp);
            runnersUp = spread.of(falseWinners, mixture);
            rounds.accept(1);
        }
    }

    private void maximise(Contest.Outcome outcome) {
        Winners winners = Winners.of(outcome.winners(), patterns);
        for (int step = 0; step < STEPS; step++) {
            double before = prior;
            step(winners);
            rounds.accept(1);
            if (Math.abs(prior - before) < STILL) {
                return;
            }
        }
    }

    /**
     * All that a step of maximisation looks at.
     *
     * @param pairs how many pairs of each pattern won
     * @param patterns those of which any did
     * @param states those that these can come of
     */
    private record Winners(long[] pairs, int[] patterns, int[] states) {
        static Winners of(long[] pairs, Patterns patterns) {
            int[] won = IntStream.range(0, pairs.length)
                    .filter(pattern -> pairs[pattern] > 0)
                    .toArray();
            BitSet states = new BitSet();
            for (int pattern : won) {
                IntStream.of(patterns.states(pattern)).forEach(states::set);
            }
            return new Winners(pairs, won, states.stream().toArray());
        }
    }

    private void step(Winners winners) {
        double[] samePerson = onePerson.of(patterns, winners.states());
        double[] matched = new double[patterns.size()];
        double[] unmatched = new double[patterns.size()];
        IntStream.of(winners.patterns()).parallel().forEach(pattern -> {
            double weight = against(pattern, samePerson, runnersUp);
            double share = MatchModel.probability(weight + MatchModel.logOdds(prior));
            matched[pattern] = winners.pairs()[pattern] * share;
            unmatched[pattern] = winners.pairs()[pattern] - matched[pattern];
        });
        double all = Arrays.stream(winners.pairs()).sum();
        onePerson.learn(patterns, states(matched, samePerson), PRIOR_PAIRS + PRIOR_SHARE * all);
        keepLikeOnePerson();
        if (!contest.isOpen() && strangers.isEmpty()) {
            twoPeople.learn(patterns, states(unmatched, runnersUp), PRIOR_FALSE_PAIRS);
            runnersUp = spread.of(new double[patterns.states()], twoPeople.of(patterns));
            losers = runnersUp;
        }
        double sure = (Arrays.stream(matched).sum() + START_PRIOR) / (all + 1);
        prior = Math.max(1e-6, Math.min(1 - 1 / (all + 2), sure));
    }

    private MatchModel model() {
        return new MatchModel(comparisons, chances(onePerson), chances(twoPeople), prior);
    }

    private StateChances states() {
        return new StateChances(patterns, onePerson, twoPeople, spread, falseWinners, runnersUp);
    }

    private double[][] chances(Mixture mixture) {
        double[][] chances = new double[comparisons.size()][];
        for (int c = 0; c < chances.length; c++) {
            int comparison = c;
            chances[c] = new double[comparisons.get(c).levels().size()];
            Arrays.setAll(chances[c], level -> level == 0 ? 0 : mixture.chance(comparison, level));
        }
        return chances;
    }

    /** Bits by which each pattern speaks for one person rather than for false pairs that are spread so over states. */
    private double[] against(double[] falsePairs) {
        double[] samePerson = onePerson.of(patterns);
        return IntStream.range(0, patterns.size())
                .parallel()
                .mapToDouble(pattern -> against(pattern, samePerson, falsePairs))
                .toArray();
    }

    private double against(int pattern, double[] samePerson, double[] falsePairs) {
        return MatchModel.log2(chance(pattern, samePerson))
                - MatchModel.log2(chance(pattern, falsePairs))
                + patterns.rarity(pattern);
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

    /**
     * How many of these pairs, counted by pattern, are to be expected in each state. Parts are added up side by side and then together, always
     * the same parts in the same order, so that sums do not depend on the machine.
     */
    private double[] states(double[] pairs, double[] stateChances) {
        double[] expected = new double[patterns.states()];
        IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> states(
                        (int) ((long) pairs.length * part / PARTS),
                        (int) ((long) pairs.length * (part + 1) / PARTS),
                        pairs,
                        stateChances))
                .forEachOrdered(part -> Arrays.setAll(expected, state -> expected[state] + part[state]));
        return expected;
    }

    private double[] states(int from, int to, double[] pairs, double[] stateChances) {
        double[] expected = new double[patterns.states()];
        for (int pattern = from; pattern < to; pattern++) {
            int[] states = patterns.states(pattern);
            double share = pairs[pattern] == 0 ? 0 : pairs[pattern] / chance(pattern, stateChances);
            for (int i = 0; i < states.length && share > 0; i++) {
                expected[states[i]] += share * patterns.chances(pattern)[i] * stateChances[states[i]];
            }
        }
        return expected;
    }

    /** Names of comparisons that are wholly different among records of one person as often as is allowed: the data would have it more. */
    public static List<String> atTheirBound(MatchModel model) {
        return IntStream.range(0, model.comparisons().size())
                .filter(c -> model.comparisons().get(c).role() != Comparison.Role.SWAP)
                .filter(c -> model.m(c, model.comparisons().get(c).levels().size() - 1)
                        > mostDifferent(model.comparisons().get(c)) - STILL)
                .mapToObj(c -> model.comparisons().get(c).name())
                .toList();
    }

    private static double mostDifferent(Comparison comparison) {
        List<Double> prior = comparison.m();
        return 1 - LEAST_OF_PRIOR * (1 - prior.get(prior.size() - 1));
    }

    /**
     * No comparison may be wholly different among records of one person much more often than the agreement expects, nor may
     * any kind of them be people of other forenames, births and numbers: that would be a household.
     */
    private void keepLikeOnePerson() {
        for (int c = 0; c < comparisons.size(); c++) {
            if (comparisons.get(c).role() != Role.SWAP) {
                onePerson.keepLastBelow(c, mostDifferent(comparisons.get(c)));
            }
            onePerson.keepLastBelowInEach(
                    c, STAY.getOrDefault(comparisons.get(c).role(), 1.0));
        }
    }

    private static double[] plus(double[] numbers, double more) {
        return Arrays.stream(numbers).map(number -> number + more).toArray();
    }
}
