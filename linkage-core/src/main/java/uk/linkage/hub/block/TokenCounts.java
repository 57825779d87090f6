package uk.linkage.hub.block;

/** How many other records share the token of each, a byte a record: {@value #MOST} stands for that and more. Immutable. */
public final class TokenCounts {
    private static final int MOST = 255;

    private final byte[] counts;

    TokenCounts(int[] others) {
        this.counts = new byte[others.length];
        for (int row = 0; row < others.length; row++) {
            counts[row] = (byte) Math.min(MOST, others[row]);
        }
    }

    /** Number of records. */
    public int rows() {
        return counts.length;
    }

    /** How many other records have the token of a record, up to 255; 0 where it has none. */
    public int of(int row) {
        return counts[row] & 0xff;
    }
}
