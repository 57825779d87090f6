package uk.linkage.hub.block;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The tokens of one match key, a row each; some rows have none. Of a token's 128 bits 64 are kept, mixed: among ten million records a
 * side two different ones look equal with a probability of some five in a million.
 *
 * <p>Rows in the order of their tokens are numbers of 64 bits too, the row below and as much of the token above as there is room for,
 * so that sorting and merging touch nothing else. Memory: 8 bytes a row, and 8 more once it has been sorted, but for tables of more than
 * {@value #MOST_KEPT} rows.
 */
public final class TokenColumn {
    private static final long NONE = 0;
    private static final int MOST_KEPT = 4_000_000;

    private final long[] tokens;
    private volatile long[] sorted;

    TokenColumn(int rows) {
        this(new long[rows]);
    }

    private TokenColumn(long[] tokens) {
        this.tokens = tokens;
    }

    /** Puts a token in its place, by its halves. */
    void set(int row, long high, long low) {
        long kept = mixed(mixed(high) + low);
        tokens[row] = kept == NONE ? 1 : kept;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): one to one. */
    private static long mixed(long bits) {
        long a = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
        return b ^ b >>> 31;
    }

    /** The tokens of these rows, in that order. */
    TokenColumn select(int[] rows) {
        return new TokenColumn(Arrays.stream(rows).mapToLong(row -> tokens[row]).toArray());
    }

    int rows() {
        return tokens.length;
    }

    /** Whether a row has a token. */
    public boolean has(int row) {
        return tokens[row] != NONE;
    }

    /** Whether two rows have equal tokens; false where either has none. */
    public boolean equal(int row, TokenColumn other, int otherRow) {
        return has(row) && tokens[row] == other.tokens[otherRow];
    }

    /** How many other rows have the token of each row; 0 where it has none. */
    public int[] others() {
        int[] others = new int[rows()];
        SortedTokens order = sorted();
        for (int from = 0, to; from < order.size(); from = to) {
            to = order.endOf(from);
            for (int i = from; i < to; i++) {
                others[order.row(i)] = to - from - 1;
            }
        }
        return others;
    }

    /** A number for each row, from 0, equal where tokens are; -1 where it has none. */
    public int[] groups() {
        int[] groups = new int[rows()];
        Arrays.fill(groups, -1);
        SortedTokens order = sorted();
        int group = 0;
        for (int from = 0, to; from < order.size(); from = to, group++) {
            to = order.endOf(from);
            for (int i = from; i < to; i++) {
                groups[order.row(i)] = group;
            }
        }
        return groups;
    }

    /** Rows that have a token, in the order of tokens: made when first asked for, and kept where that does not take too much. */
    SortedTokens sorted() {
        int rowBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, rows() - 1));
        long[] packed = sorted == null ? sort(rowBits) : sorted;
        sorted = rows() <= MOST_KEPT ? packed : null;
        return new SortedTokens(packed, rowBits);
    }

    private long[] sort(int rowBits) {
        long[] packed = IntStream.range(0, rows())
                .filter(this::has)
                .mapToLong(row -> tokens[row] & -1L << rowBits | row)
                .toArray();
        Arrays.sort(packed);
        return packed;
    }
}
