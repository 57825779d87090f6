package uk.linkage.testdata;

/**
 * A small fast generator whose every bit is laid down here, so that a seed means the same data for ever.
 *
 * <p>Holds one {@code long}; belongs to one thread. Period 2<sup>64</sup>; good enough for made-up people, never for
 * a secret.
 *
 * <pre>{@code
 * var dice = new SplitMix64(2026);
 * int face = 1 + dice.below(6);
 * }</pre>
 *
 * <p>SOURCE: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014
 * (doi 10.1145/2660193.2660195); the mixing constants are Stafford's variant 13.
 */
final class SplitMix64 {
    static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    /** Scatters a number over all 64 bits; one to one. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Evenly from 0 to {@code bound - 1}; a bias below bound / 2<sup>32</sup> is let stand. */
    int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound (" + bound + ") must be positive");
        }
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Evenly from {@code first} to {@code last}, both possible. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** True so many times in ten thousand. */
    boolean chance(int inTenThousand) {
        return below(10_000) < inTenThousand;
    }
}
