package uk.linkage.bloom.harden;

import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.Encoding;

/**
 * A keyed order of the bits: code bit {@code i} is filter bit {@code p(i)} of a permutation drawn by the shuffle of
 * Fisher and Yates (Durstenfeld, CACM 1964), the same for all records under one key.
 *
 * <p>What it brings: where the positions of common tokens are known (an unkeyed hash), they no longer say which bit is
 * which. Positions here are keyed already, so by itself it adds nothing; after a fold or Rule 90 it hides which bits lay
 * side by side. What it does not: all distances stay as they are, and graph matching does not look at positions.
 */
public record Permutation() implements Hardening {

    @Override
    public int outputBits(int inputBits) {
        return inputBits;
    }

    @Override
    public Keyed keyed(byte[] seed, int inputBits) {
        return new Order(shuffled(new BitStream(seed), inputBits));
    }

    /** Every order is equally likely: each place from the last is swapped with one drawn from it and all before it. */
    static int[] shuffled(BitStream stream, int bits) {
        int[] source = new int[bits];
        for (int i = 0; i < bits; i++) {
            source[i] = i;
        }
        for (int i = bits - 1; i > 0; i--) {
            int drawn = stream.distinct(1, i + 1)[0];
            int kept = source[i];
            source[i] = source[drawn];
            source[drawn] = kept;
        }
        return source;
    }

    @Override
    public double codeDistance(double filterDistance, int inputBits) {
        return filterDistance;
    }

    @Override
    public double filterDistance(double codeDistance, int inputBits) {
        return codeDistance;
    }

    /** None: it is exact. */
    @Override
    public double filterDistanceDeviation(double codeDistance, int inputBits) {
        return 0;
    }

    @Override
    public double slope(double codeDistance, int inputBits) {
        return 1;
    }

    /** For each code bit, the filter bit that it is. */
    private record Order(int[] source) implements Keyed {
        @Override
        public Encoding apply(Encoding filter) {
            long[] code = new long[source.length / 64];
            for (int i = 0; i < source.length; i++) {
                code[i >>> 6] |= filter.get(source[i]) ? 1L << i : 0;
            }
            return new Encoding(code);
        }

        @Override
        public String toString() {
            return "Order[…]";
        }
    }
}
