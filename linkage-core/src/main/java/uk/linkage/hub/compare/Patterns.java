package uk.linkage.hub.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import uk.linkage.hub.block.CandidatePairs;

/**
 * The agreement patterns of candidate pairs: few are distinct, so everything that follows works on those. Immutable.
 *
 * <pre>{@code
 * Patterns patterns = Patterns.of(pairs, comparer);
 * byte[] levels = patterns.levels(patterns.of(pair));
 * }</pre>
 */
public final class Patterns {
    private final byte[][] distinct;
    private final int[] patternOf;

    private Patterns(byte[][] distinct, int[] patternOf) {
        this.distinct = distinct;
        this.patternOf = patternOf;
    }

    /** Compares every pair. */
    public static Patterns of(CandidatePairs pairs, Comparer comparer) {
        Map<Long, Integer> known = new HashMap<>();
        byte[][] distinct = new byte[16][];
        int[] patternOf = new int[pairs.size()];
        byte[] levels = new byte[comparer.comparisons()];
        for (int pair = 0; pair < patternOf.length; pair++) {
            comparer.compare(pairs.left(pair), pairs.right(pair), levels);
            int pattern = known.computeIfAbsent(packed(levels), p -> known.size());
            if (pattern == distinct.length) {
                distinct = Arrays.copyOf(distinct, pattern * 2);
            }
            if (distinct[pattern] == null) {
                distinct[pattern] = levels.clone();
            }
            patternOf[pair] = pattern;
        }
        return new Patterns(Arrays.copyOf(distinct, known.size()), patternOf);
    }

    /** How many distinct patterns. */
    public int size() {
        return distinct.length;
    }

    /** The pattern of a pair. */
    public int of(int pair) {
        return patternOf[pair];
    }

    /** How many pairs. */
    public int pairs() {
        return patternOf.length;
    }

    /** The level of each comparison in a pattern: shared, not to be written. */
    public byte[] levels(int pattern) {
        return distinct[pattern];
    }

    /** Four bits a comparison: at most sixteen comparisons of at most sixteen levels. */
    private static long packed(byte[] levels) {
        long packed = 0;
        for (byte level : levels) {
            packed = packed << 4 | level;
        }
        return packed;
    }
}
