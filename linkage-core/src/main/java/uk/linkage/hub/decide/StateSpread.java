package uk.linkage.hub.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.compare.Patterns;

/**
 * How false pairs are spread over whole states: as they are seen, smoothed towards a {@link Mixture} by
 * {@value #SMOOTHING} pairs. Given what is missing: a state is held against those with the same comparisons missing, so that missing values
 * speak neither way.
 */
final class StateSpread {
    private static final double SMOOTHING = 200;

    private final Patterns patterns;
    private final boolean[] counts;
    private final double[] sameMissing;

    StateSpread(List<Comparison> comparisons, Patterns patterns) {
        this.patterns = patterns;
        this.counts = new boolean[comparisons.size()];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = comparisons.get(c).role() != Role.SWAP;
        }
        this.sameMissing = new double[patterns.states()];
        Map<Integer, Double> byMissing = new HashMap<>();
        for (int pair = 0; pair < patterns.pairs(); pair++) {
            int any = patterns.states(patterns.of(pair))[0];
            byMissing.merge(missing(patterns.levels(any)), 1.0 / patterns.pairs(), Double::sum);
        }
        for (int state = 0; state < sameMissing.length; state++) {
            sameMissing[state] = byMissing.get(missing(patterns.levels(state)));
        }
    }

    /** The chance of each state among pairs spread as these, given what is missing. */
    double[] of(double[] falsePairs, double[] mixture) {
        double all = 0;
        for (double pairs : falsePairs) {
            all += pairs;
        }
        double[] spread = new double[falsePairs.length];
        for (int state = 0; state < spread.length; state++) {
            double expected = mixture[state] * sameMissing[state];
            double chance = (falsePairs[state] + SMOOTHING * expected) / (all + SMOOTHING);
            spread[state] = Math.max(chance / sameMissing[state], Double.MIN_NORMAL);
        }
        return spread;
    }

    /** Whether names are swapped is missing where they are the same, which is no want of a value. */
    private int missing(byte[] levels) {
        int missing = 0;
        for (int c = 0; c < levels.length; c++) {
            missing = missing << 1 | (counts[c] && levels[c] == Comparison.MISSING ? 1 : 0);
        }
        return missing;
    }
}
