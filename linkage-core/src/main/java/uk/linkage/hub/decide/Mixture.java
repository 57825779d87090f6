package uk.linkage.hub.decide;

import java.util.Arrays;
import java.util.List;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;

/**
 * How pairs of a sort are spread over joint levels: a mixture of kinds of pairs, within each of which comparisons are
 * independent (latent classes: Lazarsfeld and Henry 1968; for record linkage Larsen and Rubin, JASA 2001). So comparisons that go
 * together need not be thought independent: two people of a household agree in surname and place together, a person
 * who moved differs in all parts of the place at once.
 *
 * <p>A missing level says nothing. Each kind begins with chances of its own, which also count as so many pairs. A worker: one
 * thread.
 */
final class Mixture {
    private final List<Comparison> comparisons;
    private final double[] priorShare;
    private final double[][][] priorChance;
    private final double[] share;
    private final double[][][] chance;

    /**
     * A kind of pairs.
     *
     * @param share how many of the pairs are of it, to begin with
     * @param chance of each level of each comparison among them, missing not counted
     */
    record Kind(double share, double[][] chance) {}

    Mixture(List<Comparison> comparisons, List<Kind> kinds) {
        this.comparisons = comparisons;
        this.priorShare = kinds.stream().mapToDouble(Kind::share).toArray();
        this.priorChance = kinds.stream().map(Kind::chance).toArray(double[][][]::new);
        this.share = priorShare.clone();
        this.chance = kinds.stream()
                .map(kind -> Arrays.stream(kind.chance()).map(double[]::clone).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /** The chance of each state. */
    double[] of(Patterns patterns) {
        double[] chances = new double[patterns.states()];
        Arrays.setAll(chances, state -> of(patterns.levels(state)));
        return chances;
    }

    /** The chance of each of these states; of others 0. */
    double[] of(Patterns patterns, int[] states) {
        double[] chances = new double[patterns.states()];
        for (int state : states) {
            chances[state] = of(patterns.levels(state));
        }
        return chances;
    }

    /** The chance of a joint level. */
    double of(byte[] levels) {
        double sum = 0;
        for (int kind = 0; kind < share.length; kind++) {
            sum += share[kind] * of(levels, kind);
        }
        return Math.max(sum, Double.MIN_NORMAL);
    }

    private double of(byte[] levels, int kind) {
        double product = 1;
        for (int c = 0; c < levels.length; c++) {
            product *= levels[c] == Comparison.MISSING ? 1 : chance[kind][c][levels[c]];
        }
        return product;
    }

    /**
     * A step of expectation maximisation.
     *
     * @param pairs how many there are of each state
     * @param shares what counts in favour of the shares and chances of the beginning, in pairs
     */
    void learn(Patterns patterns, double[] pairs, double prior) {
        double[] shares = times(priorShare, prior);
        double[][][] counts = Arrays.stream(priorChance)
                .map(kind -> Arrays.stream(kind).map(c -> times(c, prior)).toArray(double[][]::new))
                .toArray(double[][][]::new);
        double[] ofKind = new double[share.length];
        for (int state = 0; state < pairs.length; state++) {
            if (pairs[state] > 0) {
                count(patterns.levels(state), pairs[state], shares, counts, ofKind);
            }
        }
        normalise(shares, 0, share);
        for (int kind = 0; kind < counts.length; kind++) {
            for (int c = 0; c < comparisons.size(); c++) {
                normalise(counts[kind][c], 1, chance[kind][c]);
            }
        }
    }

    /** @param ofKind to be overwritten */
    private void count(byte[] levels, double pairs, double[] shares, double[][][] counts, double[] ofKind) {
        double all = 0;
        for (int kind = 0; kind < share.length; kind++) {
            ofKind[kind] = of(levels, kind);
            all += share[kind] * ofKind[kind];
        }
        all = Math.max(all, Double.MIN_NORMAL);
        for (int kind = 0; kind < share.length; kind++) {
            double part = pairs * share[kind] * ofKind[kind] / all;
            shares[kind] += part;
            for (int c = 0; c < levels.length; c++) {
                counts[kind][c][levels[c]] += levels[c] == Comparison.MISSING ? 0 : part;
            }
        }
    }

    /** The chance of a level over all kinds. */
    double chance(int comparison, int level) {
        double sum = 0;
        for (int kind = 0; kind < share.length; kind++) {
            sum += share[kind] * chance[kind][comparison][level];
        }
        return sum;
    }

    /** Makes the last level of a comparison no likelier than so, in all kinds alike. */
    void keepLastBelow(int comparison, double most) {
        double now = chance(comparison, last(comparison));
        for (int kind = 0; kind < share.length && now > most; kind++) {
            setLast(kind, comparison, chance[kind][comparison][last(comparison)] * most / now);
        }
    }

    /** Makes it no likelier than so in any kind. */
    void keepLastBelowInEach(int comparison, double most) {
        for (int kind = 0; kind < share.length; kind++) {
            setLast(kind, comparison, Math.min(most, chance[kind][comparison][last(comparison)]));
        }
    }

    /** The other levels share what is left as before. */
    private void setLast(int kind, int comparison, double to) {
        double[] chances = chance[kind][comparison];
        int last = last(comparison);
        double others = (1 - to) / Math.max(Double.MIN_NORMAL, 1 - chances[last]);
        for (int level = 1; level < last; level++) {
            chances[level] *= others;
        }
        chances[last] = to;
    }

    private int last(int comparison) {
        return comparisons.get(comparison).levels().size() - 1;
    }

    private static double[] times(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(number -> number * factor).toArray();
    }

    private static void normalise(double[] counts, int from, double[] into) {
        double sum = 0;
        for (int i = from; i < counts.length; i++) {
            sum += counts[i];
        }
        for (int i = from; i < counts.length; i++) {
            into[i] = counts[i] / sum;
        }
    }
}
