package uk.linkage.hub.decide;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.decide.StateChances.Joint;

/**
 * The log-odds of a pair without rivals, taken apart into parts that add up to it: what all pairs of one agreement pattern weigh.
 *
 * <p>Fellegi and Sunter's weight is the sum of its comparisons' where these are independent. Here they need not be
 * ({@link Mixture}), and the levels are not seen but told from noise. So with the likeliest joint level {@code s}, {@code M} and {@code U}
 * the chances of a joint level among pairs of one person and of two, and {@code m} and {@code u} those of one level,
 *
 * <pre>{@code
 * log-odds = sum of log2(m / u)                              levels
 *          + log2(M(s) / U(s)) - sum of log2(m / u)          dependence
 *          + log2(share of s if two / share of s if one)     openness
 * + what is rare among what agrees                  rarity
 *          + log-odds of the prior
 * }</pre>
 *
 * <p>Immutable; level names and numbers only.
 *
 * @param levels the likeliest level of each comparison and what it weighs
 * @param dependence bits that it adds or takes that comparisons go together
 * @param openness bits that the other joint levels add or take which what is seen leaves open
 * @param rarity bits that it adds that what agrees is rare, or takes that it is common
 * @param prior log-odds in bits of a pair of which nothing is seen
 * @param logOdds the sum of all
 * @param joint the joint levels that carry weight, the likeliest first
 */
public record PairWeight(
        List<OfLevel> levels,
        double dependence,
        double openness,
        double rarity,
        double prior,
        double logOdds,
        List<JointLevel> joint) {
    private static final double CARRIES_WEIGHT = 0.01;
    private static final int MOST_SHOWN = 6;

    /** Copies the lists. */
    public PairWeight {
        levels = List.copyOf(levels);
        joint = List.copyOf(joint);
    }

    /**
     * One comparison.
     *
     * @param comparison its name
     * @param level the name of the level
     * @param m its chance among records of one person; 1 where it is missing, which says nothing
     * @param u its chance among two people, likewise
     * @param bits what it weighs
     */
    public record OfLevel(String comparison, String level, double m, double u, double bits) {
        /** Whether it says anything: missing does not. */
        boolean says() {
            return m != 1 || u != 1;
        }
    }

    /**
     * A level for each comparison.
     *
     * @param levels their names, in the order of the comparisons
     * @param ifOne how likely they are, given what is seen, if the pair is of one person
     * @param ifTwo the same if it is of two
     */
    public record JointLevel(List<String> levels, double ifOne, double ifTwo) {
        /** Copies the list. */
        public JointLevel {
            levels = List.copyOf(levels);
        }
    }

    static PairWeight of(MatchModel model, List<Joint> states, double rarity) {
        double one = states.stream().mapToDouble(Joint::one).sum();
        double two = states.stream().mapToDouble(Joint::two).sum();
        double prior = MatchModel.logOdds(model.prior());
        List<Joint> sorted = sorted(states, one, two, rarity + prior);
        Joint likeliest = sorted.get(0);
        List<OfLevel> levels = levels(model, likeliest.levels());
        double sum = levels.stream().mapToDouble(OfLevel::bits).sum();
        return new PairWeight(
                levels,
                log2(likeliest.one()) - log2(likeliest.two()) - sum,
                log2(likeliest.two() / two) - log2(likeliest.one() / one),
                rarity,
                prior,
                log2(one) - log2(two) + rarity + prior,
                joint(model, sorted, one, two));
    }

    /** By how likely they are when nobody knows whether the pair is of one person. */
    private static List<Joint> sorted(List<Joint> states, double one, double two, double more) {
        double ofOne = MatchModel.probability(log2(one) - log2(two) + more);
        return states.stream()
                .sorted(Comparator.comparingDouble(
                        (Joint state) -> -(ofOne * state.one() / one + (1 - ofOne) * state.two() / two)))
                .toList();
    }

    private static List<OfLevel> levels(MatchModel model, byte[] levels) {
        return IntStream.range(0, levels.length)
                .mapToObj(c -> new OfLevel(
                        model.comparisons().get(c).name(),
                        name(model, c, levels[c]),
                        levels[c] == Comparison.MISSING ? 1 : model.m(c, levels[c]),
                        levels[c] == Comparison.MISSING ? 1 : model.u(c, levels[c]),
                        model.weight(c, levels[c])))
                .toList();
    }

    private static List<JointLevel> joint(MatchModel model, List<Joint> sorted, double one, double two) {
        return sorted.stream()
                .filter(state -> Math.max(state.one() / one, state.two() / two) >= CARRIES_WEIGHT)
                .limit(MOST_SHOWN)
                .map(state -> new JointLevel(names(model, state.levels()), state.one() / one, state.two() / two))
                .toList();
    }

    private static List<String> names(MatchModel model, byte[] levels) {
        return IntStream.range(0, levels.length)
                .mapToObj(c -> name(model, c, levels[c]))
                .toList();
    }

    private static String name(MatchModel model, int comparison, byte level) {
        return model.comparisons().get(comparison).levels().get(level);
    }

    private static double log2(double chance) {
        return MatchModel.log2(Math.max(chance, Double.MIN_NORMAL));
    }

    /** The sum of what the levels weigh, in bits. */
    public double sumOfLevels() {
        return levels.stream().mapToDouble(OfLevel::bits).sum();
    }

    /** Comparisons and their likeliest levels in one line, the same for all pairs that look so alike. */
    public String pattern() {
        return levels.stream()
                .map(level -> level.comparison() + ": " + level.level())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }
}
