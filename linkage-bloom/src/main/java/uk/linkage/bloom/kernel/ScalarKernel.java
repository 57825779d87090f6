package uk.linkage.bloom.kernel;

import java.util.Arrays;

/** The definition of a {@link BitKernel}: runs everywhere, and every faster kernel must agree with it. */
public final class ScalarKernel implements BitKernel {

    @Override
    public Columns columns(long[] bits, int words, int rows) {
        return new Rows(Arrays.copyOf(bits, rows * words), words, rows);
    }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public String toString() {
        return name();
    }

    private record Rows(long[] bits, int words, int rows) implements Columns {

        @Override
        public int survivors(Queries queries, int from, int to, int[] rest, int[] more, int[] found) {
            int size = 0;
            for (int query = from; query < to; query++) {
                for (int row = 0; row < rows; row++) {
                    int most = shared(queries, query, row) + Math.min(queries.rest()[query], rest[row]);
                    if (most - more[row] >= queries.need()[query]) {
                        found[size++] = query * RUN + row;
                    }
                }
            }
            return size;
        }

        private int shared(Queries queries, int query, int row) {
            int shared = 0;
            for (int w = 0, a = query * queries.prefix(), b = row * words; w < queries.prefix(); w++) {
                shared += Long.bitCount(queries.bits()[a + w] & bits[b + w]);
            }
            return shared;
        }
    }
}
