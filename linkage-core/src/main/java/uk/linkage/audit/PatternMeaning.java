package uk.linkage.audit;

import java.util.Arrays;

/**
 * Which trait each pattern stands for: first the one that is as frequent, then, again and again, the one that is as frequent and comes as often
 * together with what the other patterns stand for.
 */
final class PatternMeaning {
    private static final int SWEEPS = 10;

    private final double[][] patterns;
    private final double[][] traits;
    private final int[] meaning;

    private PatternMeaning(double[][] patterns, double[][] traits) {
        this.patterns = patterns;
        this.traits = traits;
        this.meaning = new int[patterns.length];
    }

    /**
     * A trait for each pattern; two patterns may get the same.
     *
     * @param patterns how often each two come together, and each alone on the diagonal
     * @param traits the same of the traits
     */
    static int[] of(double[][] patterns, double[][] traits) {
        PatternMeaning meaning = new PatternMeaning(patterns, traits);
        meaning.begin();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            meaning.sweep();
        }
        return meaning.meaning;
    }

    private void begin() {
        Arrays.setAll(meaning, pattern -> best(pattern, false));
    }

    /** One after the other, so that two of equal frequency do not change places for ever. */
    private void sweep() {
        for (int pattern = 0; pattern < meaning.length; pattern++) {
            meaning[pattern] = best(pattern, true);
        }
    }

    private int best(int pattern, boolean together) {
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int trait = 0; trait < traits.length; trait++) {
            double cost = cost(patterns[pattern][pattern], traits[trait][trait]);
            for (int other = 0; together && other < meaning.length; other++) {
                cost += other == pattern ? 0 : cost(patterns[pattern][other], traits[trait][meaning[other]]);
            }
            if (cost < least) {
                least = cost;
                best = trait;
            }
        }
        return best;
    }

    private static double cost(double one, double other) {
        return (one - other) * (one - other) / (one + other + 1e-3);
    }
}
