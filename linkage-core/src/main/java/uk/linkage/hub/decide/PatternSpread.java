package uk.linkage.hub.decide;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;

/**
 * How false pairs are spread over whole agreement patterns: as they are seen, smoothed towards independence by {@value
 * #SMOOTHING} pairs. Given what is missing: a pattern is held against those with the same comparisons missing, so that
 * missing values speak neither way.
 */
final class PatternSpread {
    private static final double SMOOTHING = 200;

    private final Patterns patterns;
    private final double[] sameMissing;

    PatternSpread(Patterns patterns) {
        this.patterns = patterns;
        this.sameMissing = new double[patterns.size()];
        long[] pairs = new long[patterns.size()];
        for (int pair = 0; pair < patterns.pairs(); pair++) {
            pairs[patterns.of(pair)]++;
        }
        Map<Integer, Long> byMissing = new HashMap<>();
        for (int pattern = 0; pattern < pairs.length; pattern++) {
            byMissing.merge(missing(patterns.levels(pattern)), pairs[pattern], Long::sum);
        }
        for (int pattern = 0; pattern < pairs.length; pattern++) {
            sameMissing[pattern] = byMissing.get(missing(patterns.levels(pattern))) / (double) patterns.pairs();
        }
    }

    /** Binary logarithm of each pattern's chance among pairs spread as these, given what is missing. */
    double[] of(long[] falsePairs, MatchModel model) {
        double all = Arrays.stream(falsePairs).sum();
        double[] spread = new double[falsePairs.length];
        for (int pattern = 0; pattern < spread.length; pattern++) {
            double independent = Math.pow(2, model.logU(patterns.levels(pattern)));
            double expected = independent * sameMissing[pattern];
            double chance = (falsePairs[pattern] + SMOOTHING * expected) / (all + SMOOTHING);
            spread[pattern] = MatchModel.log2(Math.max(chance / sameMissing[pattern], Double.MIN_NORMAL));
        }
        return spread;
    }

    private static int missing(byte[] levels) {
        int missing = 0;
        for (byte level : levels) {
            missing = missing << 1 | (level == Comparison.MISSING ? 1 : 0);
        }
        return missing;
    }
}
