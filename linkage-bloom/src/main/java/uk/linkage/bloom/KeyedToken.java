package uk.linkage.bloom;

import java.util.Arrays;

/**
 * One token under a key: the 32 bytes of its HMAC-SHA-256, and how many bits of a filter it may set.
 *
 * <p>Made by the party that holds the key; without the key it says nothing but whether two tokens are equal. It never
 * prints its bytes.
 *
 * <pre>{@code
 * var token = new KeyedToken(mac.doFinal(message), 4);
 * }</pre>
 */
public final class KeyedToken {
    /** Length of the digest in bytes. */
    public static final int DIGEST_BYTES = 32;

    /** The most bits one token may set. */
    public static final int MAX_POSITIONS = 512;

    private final byte[] digest;
    private final int positions;
    private final int hash;
    private Placed placed;

    /**
     * @param digest 32 bytes, copied
     * @param positions bits to set, 1 to 512
     * @throws IllegalArgumentException outside those bounds
     */
    public KeyedToken(byte[] digest, int positions) {
        if (digest.length != DIGEST_BYTES) {
            throw new IllegalArgumentException("digest (" + digest.length + " bytes) must be 32 bytes");
        }
        if (positions < 1 || positions > MAX_POSITIONS) {
            throw new IllegalArgumentException("positions (" + positions + ") must be between 1 and " + MAX_POSITIONS);
        }
        this.digest = digest.clone();
        this.positions = positions;
        this.hash = 31 * Arrays.hashCode(this.digest) + positions;
    }

    /** A copy of the digest. */
    public byte[] digest() {
        return digest.clone();
    }

    /** How many distinct bits this token sets. */
    public int positions() {
        return positions;
    }

    /**
     * Which bits those are in a filter of that shape: {@link BitStream#distinct} numbers of its digest, remembered.
     *
     * @return each in {@code 0 .. bits - 1}, in the order drawn; the array itself, not to be changed
     */
    public int[] positionsIn(BloomShape shape) {
        Placed known = placed;
        if (known == null || known.bits != shape.bits()) {
            known = new Placed(shape.bits(), new BitStream(digest).distinct(positions, shape.bits()));
            placed = known;
        }
        return known.positions;
    }

    /** What was drawn last: of final fields, so that another thread sees all of it or none. */
    private record Placed(int bits, int[] positions) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyedToken that && positions == that.positions && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "KeyedToken[…]";
    }
}
