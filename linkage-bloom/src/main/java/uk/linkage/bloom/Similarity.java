package uk.linkage.bloom;

/**
 * How alike two encodings are, from 0 to 1, by the bits they share.
 *
 * <p>Dice, Jaccard and cosine suit plain filters; {@link #AGREEMENT} (simple matching, one less the Hamming distance
 * over the length) suits diffused codes, where an unset bit says as much as a set one.
 *
 * <p>Each bounds how many bits the other may have set, so that a search can pass over rows by their counts alone
 * (Swamidass and Baldi 2007).
 */
public enum Similarity {
    /** {@code 2 s / (a + b)}. */
    DICE {
        @Override
        public double of(int shared, int a, int b, int bits) {
            return a + b == 0 ? 0 : 2.0 * shared / (a + b);
        }

        @Override
        double least(double threshold, int a, int b, int bits) {
            return threshold * (a + b) / 2;
        }

        @Override
        double slope(double threshold) {
            return threshold / 2;
        }
    },
    /** {@code s / (a + b - s)}. */
    JACCARD {
        @Override
        public double of(int shared, int a, int b, int bits) {
            return a + b == 0 ? 0 : (double) shared / (a + b - shared);
        }

        @Override
        double least(double threshold, int a, int b, int bits) {
            return threshold * (a + b) / (1 + threshold);
        }

        @Override
        double slope(double threshold) {
            return threshold / (1 + threshold);
        }
    },
    /** {@code s / sqrt(a b)}. */
    COSINE {
        @Override
        public double of(int shared, int a, int b, int bits) {
            return a == 0 || b == 0 ? 0 : shared / Math.sqrt((double) a * b);
        }

        @Override
        double least(double threshold, int a, int b, int bits) {
            return threshold * Math.sqrt((double) a * b);
        }

        /** The slope is {@code t sqrt(a / b) / 2}, and no pair with {@code a < t t b} reaches the threshold. */
        @Override
        double slope(double threshold) {
            return threshold * threshold / 2;
        }
    },
    /** {@code 1 - (a + b - 2 s) / bits}. */
    AGREEMENT {
        @Override
        public double of(int shared, int a, int b, int bits) {
            return 1 - (double) (a + b - 2 * shared) / bits;
        }

        @Override
        double least(double threshold, int a, int b, int bits) {
            return (a + b - (1 - threshold) * bits) / 2;
        }

        @Override
        double slope(double threshold) {
            return 0.5;
        }
    };

    /** What rounding may take from a count of bits; counts reach 65,536, so doubles are right to 1e-11 of one. */
    private static final double ROUNDING = 1e-6;

    /**
     * The similarity of two encodings; 0 where neither has a bit set (agreement apart).
     *
     * @param shared bits set in both
     * @param a bits set in the first
     * @param b bits set in the second
     * @param bits their length
     */
    public abstract double of(int shared, int a, int b, int bits);

    /** The most that encodings with {@code a} and {@code b} bits set can reach: all bits of the smaller shared. */
    public final double bound(int a, int b, int bits) {
        return of(Math.min(a, b), a, b, bits);
    }

    /**
     * How many bits two encodings must share to reach a threshold: fewer never do, as many may still fall short by
     * rounding alone. It does not fall as either count grows, so that of the fewest bits set holds for a whole run of rows.
     *
     * @param threshold 0 to 1
     */
    public final int fewestShared(double threshold, int a, int b, int bits) {
        return (int) Math.ceil(least(threshold, a, b, bits) - ROUNDING);
    }

    /**
     * How many bits more two encodings must share if one of them has {@code more} bits set than was reckoned with: at least so
     * many for every pair that can reach the threshold at all.
     */
    public final int furtherShared(double threshold, int more) {
        return (int) (slope(threshold) * more);
    }

    abstract double least(double threshold, int a, int b, int bits);

    abstract double slope(double threshold);
}
