package uk.linkage.audit;

import java.util.stream.IntStream;
import uk.linkage.bloom.EncodingTable;

/** A set of records or of register rows, as bits: those that have a code bit, a pattern or a trait. */
final class Holders {
    private final long[] words;
    private final int count;

    Holders(long[] words) {
        this.words = words;
        int bits = 0;
        for (long word : words) {
            bits += Long.bitCount(word);
        }
        this.count = bits;
    }

    /** For each bit of a table's codes, the rows that have it set. */
    static Holders[] ofBits(EncodingTable table) {
        long[][] columns = new long[table.bits()][(table.rows() + 63) / 64];
        for (int row = 0; row < table.rows(); row++) {
            for (int bit = 0; bit < columns.length; bit++) {
                columns[bit][row >>> 6] |= (table.word(row, bit >>> 6) >>> bit & 1) << row;
            }
        }
        return of(columns);
    }

    /** For each trait, the rows that have it. */
    static Holders[] ofTraits(int[][] rows, int traits) {
        long[][] columns = new long[traits][(rows.length + 63) / 64];
        for (int row = 0; row < rows.length; row++) {
            for (int trait : rows[row]) {
                columns[trait][row >>> 6] |= 1L << row;
            }
        }
        return of(columns);
    }

    private static Holders[] of(long[][] columns) {
        return IntStream.range(0, columns.length)
                .mapToObj(column -> new Holders(columns[column]))
                .toArray(Holders[]::new);
    }

    int count() {
        return count;
    }

    boolean has(int row) {
        return (words[row >>> 6] >>> row & 1) != 0;
    }

    /** How many are in both. */
    int shared(Holders other) {
        int shared = 0;
        for (int i = 0; i < words.length; i++) {
            shared += Long.bitCount(words[i] & other.words[i]);
        }
        return shared;
    }

    Holders and(Holders other) {
        long[] both = words.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.words[i];
        }
        return new Holders(both);
    }
}
