package uk.linkage.bloom.search;

import java.util.Arrays;
import uk.linkage.bloom.EncodingTable;

/**
 * Rows of a table by the value of their sampled bits, in parts of neighbouring values that each fit into a cache. Empty rows are in no
 * part. Filled anew for each table of bits. One thread.
 */
final class Buckets {
    private static final int ROWS_IN_PART = 1024;

    private final EncodingTable table;
    private final int[] rows;
    private final int lowBits;
    private final int[] value;
    private final long[] entries;
    private final int[] from;

    /** @param partBits the upper bits of a value that name its part */
    Buckets(EncodingTable table, int[] rows, int samples, int partBits) {
        this.table = table;
        this.rows = Arrays.stream(rows).filter(row -> table.count(row) > 0).toArray();
        this.lowBits = samples - partBits;
        this.value = new int[this.rows.length];
        this.entries = new long[this.rows.length];
        this.from = new int[(1 << partBits) + 1];
    }

    /** As many upper bits as leave about {@value #ROWS_IN_PART} rows in a part. */
    static int partBits(int samples, int rows) {
        int wanted = 32 - Integer.numberOfLeadingZeros(rows / ROWS_IN_PART);
        return Math.min(samples, wanted);
    }

    /** Sorts all rows anew into parts: count, sum up, and place from the back. */
    void fill(SampledBits bits) {
        Arrays.fill(from, 0);
        for (int i = 0; i < rows.length; i++) {
            value[i] = bits.of(table, rows[i]);
            from[value[i] >>> lowBits]++;
        }
        for (int part = 1; part < from.length; part++) {
            from[part] += from[part - 1];
        }
        for (int i = rows.length - 1; i >= 0; i--) {
            entries[--from[value[i] >>> lowBits]] = (long) value[i] << 32 | rows[i];
        }
    }

    EncodingTable table() {
        return table;
    }

    int parts() {
        return from.length - 1;
    }

    /** How many values a part has. */
    int values() {
        return 1 << lowBits;
    }

    /** Where the entries of a part begin; they end where those of the next begin. */
    int from(int part) {
        return from[part];
    }

    int row(int entry) {
        return (int) entries[entry];
    }

    /** The value of an entry, counted from the first of its part. */
    int value(int entry) {
        return (int) (entries[entry] >>> 32) & (1 << lowBits) - 1;
    }
}
