package uk.linkage.bloom.kernel;

/**
 * Encodings turned on their side: an array of each 32-bit word, so that one word of many rows lies together and the
 * counting loop has neither a sum across lanes nor a jump. The compiler makes it vector code on Java 17 and later where
 * the processor counts bits in vectors.
 *
 * <p>An array for each word and four words in one statement are what the compiler wants: one flat array with offsets, or
 * eight words in a statement, it leaves scalar.
 */
public final class PlainKernel implements BitKernel {
    private static final int RANK = 10;

    @Override
    public Columns columns(long[] bits, int words, int rows) {
        int[][] halves = new int[2 * words][Columns.RUN];
        for (int row = 0; row < rows; row++) {
            for (int word = 0; word < words; word++) {
                halves[2 * word][row] = (int) bits[row * words + word];
                halves[2 * word + 1][row] = (int) (bits[row * words + word] >>> 32);
            }
        }
        return new Halves(halves, rows);
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public String toString() {
        return name();
    }

    /** Two columns for each word, the lower half first. */
    private record Halves(int[][] columns, int rows) implements Columns {

        @Override
        public int survivors(Queries queries, int from, int to, int[] rest, int[] more, int[] found) {
            int[] counts = new int[RUN];
            int size = 0;
            for (int query = from; query < to; query++) {
                begin(queries.rest()[query], rest, more, counts);
                count(queries.bits(), query * queries.prefix(), queries.prefix(), counts);
                if (most(counts) >= queries.need()[query]) {
                    size = keep(counts, queries.need()[query], query, found, size);
                }
            }
            return size;
        }

        private static void begin(int queryRest, int[] rest, int[] more, int[] counts) {
            for (int row = 0; row < RUN; row++) {
                counts[row] = Math.min(queryRest, rest[row]) - more[row];
            }
        }

        private void count(long[] bits, int at, int prefix, int[] counts) {
            int word = 0;
            for (; word + 2 <= prefix; word += 2) {
                addTwo(bits[at + word], bits[at + word + 1], 2 * word, counts);
            }
            if (word < prefix) {
                addOne(bits[at + word], columns[2 * word], columns[2 * word + 1], counts);
            }
        }

        private void addTwo(long first, long second, int at, int[] counts) {
            add(
                    (int) first,
                    (int) (first >>> 32),
                    (int) second,
                    (int) (second >>> 32),
                    columns[at],
                    columns[at + 1],
                    columns[at + 2],
                    columns[at + 3],
                    counts);
        }

        private static void add(int a, int b, int c, int d, int[] as, int[] bs, int[] cs, int[] ds, int[] counts) {
            for (int row = 0; row < RUN; row++) {
                counts[row] += Integer.bitCount(a & as[row])
                        + Integer.bitCount(b & bs[row])
                        + Integer.bitCount(c & cs[row])
                        + Integer.bitCount(d & ds[row]);
            }
        }

        private static void addOne(long word, int[] as, int[] bs, int[] counts) {
            int a = (int) word;
            int b = (int) (word >>> 32);
            for (int row = 0; row < RUN; row++) {
                counts[row] += Integer.bitCount(a & as[row]) + Integer.bitCount(b & bs[row]);
            }
        }

        /** A loop of its own, so that it becomes vector code; rows beyond the last may only make it look twice. */
        private static int most(int[] counts) {
            int most = Integer.MIN_VALUE;
            for (int row = 0; row < RUN; row++) {
                most = Math.max(most, counts[row]);
            }
            return most;
        }

        private int keep(int[] counts, int need, int query, int[] found, int size) {
            int kept = size;
            for (int row = 0; row < rows; row++) {
                if (counts[row] >= need) {
                    found[kept++] = query * RUN + row;
                }
            }
            return kept;
        }
    }
}
