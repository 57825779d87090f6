package uk.linkage.hub.block;

import java.util.BitSet;
import java.util.Optional;
import uk.linkage.exchange.KeyToken;

/** The tokens of one match key, a row each; some rows have none. */
public final class TokenColumn {
    private final long[] high;
    private final long[] low;
    private final BitSet present = new BitSet();

    TokenColumn(int rows) {
        high = new long[rows];
        low = new long[rows];
    }

    void set(int row, Optional<KeyToken> token) {
        if (token.isPresent()) {
            high[row] = token.get().high();
            low[row] = token.get().low();
            present.set(row);
        }
    }

    /** The tokens of these rows, in that order. */
    TokenColumn select(int[] rows) {
        TokenColumn selected = new TokenColumn(rows.length);
        for (int i = 0; i < rows.length; i++) {
            selected.high[i] = high[rows[i]];
            selected.low[i] = low[rows[i]];
            selected.present.set(i, has(rows[i]));
        }
        return selected;
    }

    int rows() {
        return high.length;
    }

    /** Whether a row has a token. */
    public boolean has(int row) {
        return present.get(row);
    }

    /** Whether two rows have equal tokens; false where either has none. */
    public boolean equal(int row, TokenColumn other, int otherRow) {
        return has(row) && other.has(otherRow) && compare(row, other, otherRow) == 0;
    }

    int compare(int row, TokenColumn other, int otherRow) {
        int first = Long.compareUnsigned(high[row], other.high[otherRow]);
        return first != 0 ? first : Long.compareUnsigned(low[row], other.low[otherRow]);
    }

    /** How many other rows have the token of each row; 0 where it has none. */
    public int[] others() {
        int[] others = new int[rows()];
        int[] sorted = sortedRows();
        for (int from = 0, to = 1; from < sorted.length; from = to++) {
            while (to < sorted.length && compare(sorted[to], this, sorted[from]) == 0) {
                to++;
            }
            for (int i = from; i < to; i++) {
                others[sorted[i]] = to - from - 1;
            }
        }
        return others;
    }

    /** Rows that have a token, in ascending order of tokens and then of rows. */
    int[] sortedRows() {
        return present.stream()
                .boxed()
                .sorted((a, b) -> {
                    int tokens = compare(a, this, b);
                    return tokens != 0 ? tokens : Integer.compare(a, b);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
