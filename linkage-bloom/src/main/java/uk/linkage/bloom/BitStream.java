package uk.linkage.bloom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Distinct numbers below a bound, drawn from a seed: the counter-mode expansion MGF1 with SHA-256 (RFC 8017, appendix
 * B.2.1), read as 16-bit big-endian numbers, cut to the fewest bits that hold the bound, and rejected where they reach
 * it or repeat.
 *
 * <p>Rejection leaves no bias, and distinct numbers leave no token with fewer bits than its budget, both of which
 * double hashing gets wrong. Without the seed the numbers cannot be told from random ones.
 *
 * <pre>{@code
 * var stream = new BitStream(seed);
 * int[] taps = stream.distinct(8, 1024);
 * }</pre>
 */
public final class BitStream {
    /** Largest bound: what sixteen bits can hold. */
    public static final int MAX_BOUND = 1 << 16;

    private final MessageDigest sha256;
    private final byte[] seed;
    private byte[] block = new byte[0];
    private int next;
    private int counter;

    /** @param seed secret bytes, copied */
    public BitStream(byte[] seed) {
        this.seed = seed.clone();
        this.sha256 = sha256();
    }

    /**
     * The next {@code count} numbers, all different, each in {@code 0 .. bound - 1}, in the order drawn.
     *
     * @throws IllegalArgumentException where the bound is not 1 to 65536 or holds fewer than {@code count} numbers
     */
    public int[] distinct(int count, int bound) {
        if (bound < 1 || bound > MAX_BOUND || count > bound) {
            throw new IllegalArgumentException("count (" + count + ") must fit in bound (" + bound + "), 1 to 65536");
        }
        int mask = (Integer.highestOneBit(Math.max(1, bound - 1)) << 1) - 1;
        int[] drawn = new int[count];
        for (int n = 0; n < count; ) {
            int number = next16() & mask;
            if (number < bound && !contains(drawn, n, number)) {
                drawn[n++] = number;
            }
        }
        return drawn;
    }

    private int next16() {
        if (next == block.length) {
            block = mgf1Block(counter++);
            next = 0;
        }
        return (block[next++] & 0xff) << 8 | block[next++] & 0xff;
    }

    private byte[] mgf1Block(int index) {
        sha256.update(seed);
        sha256.update(new byte[] {(byte) (index >>> 24), (byte) (index >>> 16), (byte) (index >>> 8), (byte) index});
        return sha256.digest();
    }

    private static boolean contains(int[] numbers, int length, int number) {
        for (int i = 0; i < length; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
