package uk.linkage.hub.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.compare.Patterns;

/**
 * How false pairs are spread over whole states: as they are seen, smoothed towards a {@link Mixture} by {@value #SMOOTHING}
 * pairs. Given what is missing: a state is held against those with the same comparisons missing, so that missing values
 * speak neither way.
 */
final class StateSpread {
    private static final double SMOOTHING = 100;

    private final List<Comparison> comparisons;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final int[] missing;
    private final int sorts;

    StateSpread(List<Comparison> comparisons, Patterns patterns) {
        this.comparisons = comparisons;
        this.missing = new int[patterns.states()];
        for (int state = 0; state < missing.length; state++) {
            int sort = missing(comparisons, patterns.levels(state));
            missing[state] = numbers.computeIfAbsent(sort, s -> numbers.size());
        }
        this.sorts = numbers.size();
    }

    /** The chance of each state among pairs spread as these, given what is missing. */
    double[] of(double[] falsePairs, double[] mixture) {
        double[] all = bySort(falsePairs);
        double[] spread = new double[missing.length];
        for (int state = 0; state < spread.length; state++) {
            double chance = falsePairs[state] + SMOOTHING * mixture[state];
            spread[state] = Math.max(chance / (all[missing[state]] + SMOOTHING), Double.MIN_NORMAL);
        }
        return spread;
    }

    /** How many pairs have the same comparisons missing, by the number of that sort. */
    double[] bySort(double[] falsePairs) {
        double[] all = new double[sorts];
        for (int state = 0; state < missing.length; state++) {
            all[missing[state]] += falsePairs[state];
        }
        return all;
    }

    /** The chance of a joint level that is no state of any pattern, likewise. */
    double ofUnseen(double[] bySort, byte[] levels, double mixture) {
        int sort = numbers.getOrDefault(missing(comparisons, levels), -1);
        double all = sort < 0 ? 0 : bySort[sort];
        return Math.max(SMOOTHING * mixture / (all + SMOOTHING), Double.MIN_NORMAL);
    }

    /** Whether names are swapped is missing where they are the same, which is no want of a value. */
    private static int missing(List<Comparison> comparisons, byte[] levels) {
        int missing = 0;
        for (int c = 0; c < levels.length; c++) {
            boolean isMissing = comparisons.get(c).role() != Role.SWAP && levels[c] == Comparison.MISSING;
            missing = missing << 1 | (isMissing ? 1 : 0);
        }
        return missing;
    }
}
