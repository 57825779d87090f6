package uk.linkage.provider.clk;

/** How often each token of a value goes into the filter. */
sealed interface ClkStrategy {

    /** How often, for token {@code at} (from 0) of so many. */
    int times(int at, int tokens);

    /** Every token the same. */
    record BitsPerToken(int bits) implements ClkStrategy {
        @Override
        public int times(int at, int tokens) {
            return bits;
        }
    }

    /** So many for the whole value, shared evenly; the first tokens take what is left over. */
    record BitsPerFeature(int bits) implements ClkStrategy {
        @Override
        public int times(int at, int tokens) {
            return bits / tokens + (at < bits % tokens ? 1 : 0);
        }
    }
}
