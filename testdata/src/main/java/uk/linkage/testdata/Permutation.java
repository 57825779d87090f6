package uk.linkage.testdata;

/**
 * A seeded shuffle of 0 to size - 1 that is computed, not stored: row orders and local ids come from it.
 *
 * <p>Promises: one to one onto the same range; constant memory. Immutable.
 *
 * <pre>{@code
 * var order = new Permutation(people, seed.branch("order"));
 * for (int row = 0; row < people; row++) write((int) order.at(row));
 * }</pre>
 *
 * <p>A four-round Feistel network over the next even number of bits; a number that falls outside walks on along its
 * cycle until it is inside. SOURCE: Black and Rogaway, "Ciphers with arbitrary finite domains", CT-RSA 2002.
 */
final class Permutation {
    private static final int ROUNDS = 4;

    private final long size;
    private final long[] keys = new long[ROUNDS];
    private final int halfBits;
    private final long halfMask;

    Permutation(long size, Seed seed) {
        if (size < 1) {
            throw new IllegalArgumentException("size (" + size + ") must be positive");
        }
        this.size = size;
        halfBits = Math.max(1, (65 - Long.numberOfLeadingZeros(size - 1)) / 2);
        halfMask = (1L << halfBits) - 1;
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = seed.at(round).next();
        }
    }

    long at(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + " of a permutation of " + size);
        }
        long walked = scramble(index);
        while (walked >= size) {
            walked = scramble(walked);
        }
        return walked;
    }

    private long scramble(long block) {
        long left = block >>> halfBits;
        long right = block & halfMask;
        for (long key : keys) {
            long next = left ^ (SplitMix64.mix(right + key) & halfMask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
