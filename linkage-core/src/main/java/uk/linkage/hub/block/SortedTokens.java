package uk.linkage.hub.block;

import java.util.stream.IntStream;

/**
 * Rows in the order of their tokens, to be merged with those of another table. Tokens are cut to what has room above a row number, 40
 * bits beside a million rows: rows of one cut token may have different ones, though hardly ever. Immutable.
 *
 * @param packed cut token and row, ascending
 * @param rowBits how many bits of each are the row
 */
record SortedTokens(long[] packed, int rowBits) {

    int size() {
        return packed.length;
    }

    int row(int at) {
        return (int) (packed[at] & (1L << rowBits) - 1);
    }

    /** The rows at these places. */
    int[] rows(int from, int to) {
        return IntStream.range(from, to).map(this::row).toArray();
    }

    /** Where the rows of the token at this place end. */
    int endOf(int at) {
        return endOf(at, rowBits);
    }

    private int endOf(int at, int cut) {
        int end = at + 1;
        while (end < packed.length && packed[end] >>> cut == packed[at] >>> cut) {
            end++;
        }
        return end;
    }

    /** Where blocks of rows that have the same token in both tables are told. */
    interface Blocks {
        /** Places in this table and in the other one. */
        void block(int from, int to, int otherFrom, int otherTo);
    }

    /** Tells the blocks of two tables; a merge of both orders. */
    void join(SortedTokens other, Blocks blocks) {
        int cut = Math.max(rowBits, other.rowBits);
        for (int i = 0, j = 0; i < size() && j < other.size(); ) {
            long own = packed[i] >> cut;
            long others = other.packed[j] >> cut;
            if (own == others) {
                int end = endOf(i, cut);
                int otherEnd = other.endOf(j, cut);
                blocks.block(i, end, j, otherEnd);
                i = end;
                j = otherEnd;
            } else {
                i += own < others ? 1 : 0;
                j += own > others ? 1 : 0;
            }
        }
    }
}
