package uk.linkage.bloom.search;

import java.util.Arrays;
import uk.linkage.bloom.EncodingTable;

/** The rows of a table by the value of some sampled bits, put in order by counting. Empty rows are in no bucket. */
final class Buckets {
    private final EncodingTable table;
    private final int[] from;
    private final int[] bucketOf;
    private final int[] rows;

    Buckets(EncodingTable table, int samples) {
        this.table = table;
        this.from = new int[(1 << samples) + 1];
        this.bucketOf = new int[table.rows()];
        this.rows = new int[table.rows()];
    }

    /** Sorts all rows anew by these bits: count, sum up, and place from the back. */
    void fill(int[] bits) {
        Arrays.fill(from, 0);
        for (int row = 0; row < bucketOf.length; row++) {
            bucketOf[row] = table.count(row) > 0 ? bucket(table, row, bits) : -1;
            if (bucketOf[row] >= 0) {
                from[bucketOf[row]]++;
            }
        }
        for (int bucket = 1; bucket < from.length; bucket++) {
            from[bucket] += from[bucket - 1];
        }
        for (int row = bucketOf.length - 1; row >= 0; row--) {
            if (bucketOf[row] >= 0) {
                rows[--from[bucketOf[row]]] = row;
            }
        }
    }

    /** Where a bucket's rows begin; they end where the next bucket's begin. */
    int from(int bucket) {
        return from[bucket];
    }

    int size(int bucket) {
        return from[bucket + 1] - from[bucket];
    }

    int row(int at) {
        return rows[at];
    }

    static int bucket(EncodingTable table, int row, int[] bits) {
        int bucket = 0;
        for (int bit : bits) {
            bucket = bucket << 1 | (int) (table.word(row, bit >>> 6) >>> bit) & 1;
        }
        return bucket;
    }
}
