package uk.linkage.bloom.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.kernel.BitKernel;
import uk.linkage.bloom.kernel.Columns;

/**
 * Up to {@value Columns#RUN} rows of a table with nearly as many bits set in each, laid out for a kernel. Rows without a set
 * bit are in no run. Immutable.
 *
 * @param rows their numbers in the table, ascending by bits set
 * @param fewest bits set in the first
 * @param most bits set in the last
 * @param highest the highest row number
 * @param columns the words laid out
 * @param rest for each row the bits set beyond the prefix
 * @param more for each row how many more bits it must share than the first
 */
record Run(int[] rows, int fewest, int most, int highest, Columns columns, int[] rest, int[] more) {

    /**
     * All rows of a table in runs: stripe by stripe, within a stripe by bits set. The rows of a stripe follow each other in
     * the table, so that a search of a table in itself can pass over whole stripes.
     *
     * @param words which words to lay out, in this order
     * @param prefix how many of them are counted at first
     * @param stripe how many rows a stripe has
     */
    static List<Run> of(Terms terms, int[] words, int prefix, BitKernel kernel, int stripe) {
        EncodingTable table = terms.right();
        return IntStream.range(0, (table.rows() + stripe - 1) / stripe)
                .parallel()
                .mapToObj(i -> byCount(table, i * stripe, i * stripe + Math.min(table.rows() - i * stripe, stripe)))
                .flatMap(rows -> cut(rows).map(some -> run(terms, some, words, prefix, kernel)))
                .toList();
    }

    /** What is left over of each row beyond another prefix. */
    static int[] rest(EncodingTable table, int[] rows, int[] words, int prefix) {
        int[] rest = new int[Columns.RUN];
        for (int i = 0; i < rows.length; i++) {
            rest[i] = rest(table, rows[i], words, prefix);
        }
        return rest;
    }

    /** Bits set in a row beyond the first {@code prefix} of these words. */
    static int rest(EncodingTable table, int row, int[] words, int prefix) {
        int rest = table.count(row);
        for (int i = 0; i < prefix; i++) {
            rest -= Long.bitCount(table.word(row, words[i]));
        }
        return rest;
    }

    /** The rows of a range that have a set bit, by bits set and then by number. */
    static int[] byCount(EncodingTable table, int from, int to) {
        return IntStream.range(from, to)
                .filter(row -> table.count(row) > 0)
                .mapToLong(row -> (long) table.count(row) << 32 | row)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    private static Stream<int[]> cut(int[] rows) {
        return IntStream.iterate(0, at -> at < rows.length, at -> at + Columns.RUN)
                .mapToObj(at -> Arrays.copyOfRange(rows, at, Math.min(rows.length, at + Columns.RUN)));
    }

    private static Run run(Terms terms, int[] rows, int[] words, int prefix, BitKernel kernel) {
        EncodingTable table = terms.right();
        long[] bits = new long[rows.length * words.length];
        for (int i = 0; i < rows.length; i++) {
            for (int w = 0; w < words.length; w++) {
                bits[i * words.length + w] = table.word(rows[i], words[w]);
            }
        }
        return new Run(
                rows,
                table.count(rows[0]),
                table.count(rows[rows.length - 1]),
                Arrays.stream(rows).max().getAsInt(),
                kernel.columns(bits, words.length, rows.length),
                rest(table, rows, words, prefix),
                more(terms, rows));
    }

    private static int[] more(Terms terms, int[] rows) {
        EncodingTable table = terms.right();
        int[] more = new int[Columns.RUN];
        for (int i = 0; i < rows.length; i++) {
            more[i] = terms.similarity().furtherShared(terms.threshold(), table.count(rows[i]) - table.count(rows[0]));
        }
        return more;
    }
}
