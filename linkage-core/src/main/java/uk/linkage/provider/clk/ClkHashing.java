package uk.linkage.provider.clk;

/** From a token to positions of the filter. */
sealed interface ClkHashing {

    /** A worker for a filter of so many bits; the keys are the feature's first and second. */
    ClkPositions keyed(byte[] first, byte[] second, int filterBits);

    /** Slices of keyed BLAKE2b (RFC 7693), an independent position each; the filter's bits are a power of two. */
    record Blake() implements ClkHashing {
        static final int LONGEST_KEY = 64;

        @Override
        public ClkPositions keyed(byte[] first, byte[] second, int filterBits) {
            return new BlakePositions(first, filterBits);
        }
    }

    /**
     * Double hashing with HMAC-SHA-1 and HMAC-MD5 (Schnell, Bachteler and Reiher, Working Paper 2011).
     *
     * @param preventSingularity hashes on where the step is 0, which would set one bit however many are asked for
     */
    record Doubled(boolean preventSingularity) implements ClkHashing {
        @Override
        public ClkPositions keyed(byte[] first, byte[] second, int filterBits) {
            return new DoubledPositions(first, second, filterBits, preventSingularity);
        }
    }
}
