package uk.linkage.vector;

import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.I2L;
import static uk.linkage.vector.Lanes.COUNT;
import static uk.linkage.vector.Lanes.INTS;
import static uk.linkage.vector.Lanes.LONGS;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import uk.linkage.bloom.kernel.Columns;
import uk.linkage.bloom.kernel.Queries;

/**
 * A run of encodings, turned on its side: word {@code w} of all rows lies together, so a vector holds one word of as many
 * rows as it has lanes, and no sum across lanes is ever needed.
 *
 * <p>Four queries pass over two vectors of rows at once. Their eight counts stay in registers; each word of a row is read
 * once for four queries and each word of a query once for two vectors. Counts begin with what query and row can share
 * beyond the prefix, so that the end is one comparison with the need. Nothing of a vector leaves these methods: a vector
 * handed to a method that is not inlined is put on the heap, and that is twenty times slower.
 */
final class LaneColumns implements Columns {
    private static final int STEP = 2 * COUNT;

    private final int rows;
    private final long[] columns;

    private LaneColumns(int rows, long[] columns) {
        this.rows = rows;
        this.columns = columns;
    }

    static LaneColumns of(long[] bits, int words, int rows) {
        long[] columns = new long[words * RUN];
        for (int row = 0; row < rows; row++) {
            for (int word = 0; word < words; word++) {
                columns[word * RUN + row] = bits[row * words + word];
            }
        }
        return new LaneColumns(rows, columns);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int survivors(Queries queries, int from, int to, int[] rest, int[] more, int[] found) {
        int size = 0;
        int query = from;
        for (; query + 4 <= to; query += 4) {
            size = four(queries, query, rest, more, found, size);
        }
        for (; query < to; query++) {
            size = one(queries, query, rest, more, found, size);
        }
        return size;
    }

    private int four(Queries queries, int query, int[] rest, int[] more, int[] found, int sizeBefore) {
        int size = sizeBefore;
        int prefix = queries.prefix();
        long[] bits = queries.bits();
        long[] lanes = columns;
        int q0 = query * prefix;
        int q1 = q0 + prefix;
        int q2 = q1 + prefix;
        int q3 = q2 + prefix;
        long rest0 = queries.rest()[query];
        long rest1 = queries.rest()[query + 1];
        long rest2 = queries.rest()[query + 2];
        long rest3 = queries.rest()[query + 3];
        long need0 = queries.need()[query];
        long need1 = queries.need()[query + 1];
        long need2 = queries.need()[query + 2];
        long need3 = queries.need()[query + 3];
        for (int row = 0; row < rows; row += STEP) {
            LongVector left = (LongVector) IntVector.fromArray(INTS, rest, row).convertShape(I2L, LONGS, 0);
            LongVector right =
                    (LongVector) IntVector.fromArray(INTS, rest, row + COUNT).convertShape(I2L, LONGS, 0);
            LongVector leftMore =
                    (LongVector) IntVector.fromArray(INTS, more, row).convertShape(I2L, LONGS, 0);
            LongVector rightMore =
                    (LongVector) IntVector.fromArray(INTS, more, row + COUNT).convertShape(I2L, LONGS, 0);
            LongVector a0 = left.min(rest0).sub(leftMore);
            LongVector b0 = right.min(rest0).sub(rightMore);
            LongVector a1 = left.min(rest1).sub(leftMore);
            LongVector b1 = right.min(rest1).sub(rightMore);
            LongVector a2 = left.min(rest2).sub(leftMore);
            LongVector b2 = right.min(rest2).sub(rightMore);
            LongVector a3 = left.min(rest3).sub(leftMore);
            LongVector b3 = right.min(rest3).sub(rightMore);
            for (int word = 0, at = row; word < prefix; word++, at += RUN) {
                LongVector a = LongVector.fromArray(LONGS, lanes, at);
                LongVector b = LongVector.fromArray(LONGS, lanes, at + COUNT);
                LongVector q = LongVector.broadcast(LONGS, bits[q0 + word]);
                a0 = a0.add(a.and(q).lanewise(BIT_COUNT));
                b0 = b0.add(b.and(q).lanewise(BIT_COUNT));
                q = LongVector.broadcast(LONGS, bits[q1 + word]);
                a1 = a1.add(a.and(q).lanewise(BIT_COUNT));
                b1 = b1.add(b.and(q).lanewise(BIT_COUNT));
                q = LongVector.broadcast(LONGS, bits[q2 + word]);
                a2 = a2.add(a.and(q).lanewise(BIT_COUNT));
                b2 = b2.add(b.and(q).lanewise(BIT_COUNT));
                q = LongVector.broadcast(LONGS, bits[q3 + word]);
                a3 = a3.add(a.and(q).lanewise(BIT_COUNT));
                b3 = b3.add(b.and(q).lanewise(BIT_COUNT));
            }
            VectorMask<Long> c0 = a0.compare(GE, need0);
            VectorMask<Long> d0 = b0.compare(GE, need0);
            VectorMask<Long> c1 = a1.compare(GE, need1);
            VectorMask<Long> d1 = b1.compare(GE, need1);
            VectorMask<Long> c2 = a2.compare(GE, need2);
            VectorMask<Long> d2 = b2.compare(GE, need2);
            VectorMask<Long> c3 = a3.compare(GE, need3);
            VectorMask<Long> d3 = b3.compare(GE, need3);
            if (c0.or(d0).or(c1.or(d1)).or(c2.or(d2).or(c3.or(d3))).anyTrue()) {
                size = keep(c0.toLong() | d0.toLong() << COUNT, query, row, found, size);
                size = keep(c1.toLong() | d1.toLong() << COUNT, query + 1, row, found, size);
                size = keep(c2.toLong() | d2.toLong() << COUNT, query + 2, row, found, size);
                size = keep(c3.toLong() | d3.toLong() << COUNT, query + 3, row, found, size);
            }
        }
        return size;
    }

    /** The same for one query, as when a single record is looked up. */
    private int one(Queries queries, int query, int[] rest, int[] more, int[] found, int sizeBefore) {
        int size = sizeBefore;
        int prefix = queries.prefix();
        long[] bits = queries.bits();
        long[] lanes = columns;
        int q0 = query * prefix;
        long rest0 = queries.rest()[query];
        long need0 = queries.need()[query];
        for (int row = 0; row < rows; row += STEP) {
            LongVector left = (LongVector) IntVector.fromArray(INTS, rest, row).convertShape(I2L, LONGS, 0);
            LongVector right =
                    (LongVector) IntVector.fromArray(INTS, rest, row + COUNT).convertShape(I2L, LONGS, 0);
            LongVector leftMore =
                    (LongVector) IntVector.fromArray(INTS, more, row).convertShape(I2L, LONGS, 0);
            LongVector rightMore =
                    (LongVector) IntVector.fromArray(INTS, more, row + COUNT).convertShape(I2L, LONGS, 0);
            LongVector a0 = left.min(rest0).sub(leftMore);
            LongVector b0 = right.min(rest0).sub(rightMore);
            for (int word = 0, at = row; word < prefix; word++, at += RUN) {
                LongVector q = LongVector.broadcast(LONGS, bits[q0 + word]);
                a0 = a0.add(LongVector.fromArray(LONGS, lanes, at).and(q).lanewise(BIT_COUNT));
                b0 = b0.add(
                        LongVector.fromArray(LONGS, lanes, at + COUNT).and(q).lanewise(BIT_COUNT));
            }
            VectorMask<Long> c0 = a0.compare(GE, need0);
            VectorMask<Long> d0 = b0.compare(GE, need0);
            if (c0.or(d0).anyTrue()) {
                size = keep(c0.toLong() | d0.toLong() << COUNT, query, row, found, size);
            }
        }
        return size;
    }

    /** Puts down the set bits of a mask whose bit 0 stands for {@code row}; rows beyond the last are none. */
    private int keep(long mask, int query, int row, int[] found, int size) {
        int kept = size;
        for (long left = mask; left != 0; left &= left - 1) {
            int at = row + Long.numberOfTrailingZeros(left);
            if (at < rows) {
                found[kept++] = query * RUN + at;
            }
        }
        return kept;
    }
}
