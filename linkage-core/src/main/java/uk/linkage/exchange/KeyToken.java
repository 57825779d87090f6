package uk.linkage.exchange;

/**
 * An exact keyed token: the first 128 bits of an HMAC-SHA-256. Equal tokens mean equal values under one key; a chance
 * collision among 100 million records has probability below 10^-22.
 *
 * @param high the first eight bytes, big-endian
 * @param low the next eight
 */
public record KeyToken(long high, long low) implements Comparable<KeyToken> {
    /** Length in bytes. */
    public static final int BYTES = 16;

    @Override
    public int compareTo(KeyToken other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return "KeyToken[…]";
    }
}
