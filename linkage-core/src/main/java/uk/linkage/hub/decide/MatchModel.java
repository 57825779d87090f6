package uk.linkage.hub.decide;

import java.util.List;
import uk.linkage.hub.compare.Comparison;

/**
 * Fellegi and Sunter's model of record linkage (JASA 1969): for each comparison the chance m of each level among pairs
 * of one person and the chance u among pairs of two, and the share of pairs that are of one person. Immutable.
 *
 * <p>A level weighs {@code log2(m / u)} bits and a missing one nothing; a pair weighs the sum.
 *
 * <pre>{@code
 * double weight = model.weight(levels);
 * }</pre>
 */
public final class MatchModel {
    private final List<Comparison> comparisons;
    private final double[][] m;
    private final double[][] u;
    private final double prior;

    MatchModel(List<Comparison> comparisons, double[][] m, double[][] u, double prior) {
        this.comparisons = comparisons;
        this.m = m;
        this.u = u;
        this.prior = prior;
    }

    /** What is compared. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** Chance of a level (1 and up) of a comparison among pairs of one person. */
    public double m(int comparison, int level) {
        return m[comparison][level];
    }

    /** Chance of a level (1 and up) of a comparison among pairs of two people. */
    public double u(int comparison, int level) {
        return u[comparison][level];
    }

    /** Share of one person's pairs among those that no better pair rules out. */
    public double prior() {
        return prior;
    }

    /** Match weight of one level in bits. */
    public double weight(int comparison, int level) {
        return level == Comparison.MISSING ? 0 : log2(m[comparison][level] / u[comparison][level]);
    }

    /** Match weight of a pair in bits, without the prior, the comparisons being independent. */
    public double weight(byte[] levels) {
        return logM(levels) - logU(levels);
    }

    /** Binary logarithm of the chance of these levels among pairs of one person, the comparisons being independent. */
    double logM(byte[] levels) {
        return sum(m, levels);
    }

    /** The same among pairs of two people. */
    double logU(byte[] levels) {
        return sum(u, levels);
    }

    /** The probability of log-odds in bits. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.pow(2, -logOdds));
    }

    /** The log-odds in bits of a probability. */
    public static double logOdds(double probability) {
        return log2(probability / (1 - probability));
    }

    private static double sum(double[][] chances, byte[] levels) {
        double sum = 0;
        for (int c = 0; c < levels.length; c++) {
            sum += levels[c] == Comparison.MISSING ? 0 : log2(chances[c][levels[c]]);
        }
        return sum;
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
