package uk.linkage.bloom.kernel;

import java.util.Arrays;

/**
 * Encodings turned on their side: for each run of {@value #RUN} rows an array of each 32-bit word, so that one word of
 * many rows lies together and the counting loop has neither a sum across lanes nor a jump. The compiler makes it vector
 * code on Java 17 and later; {@link ScalarKernel} is the definition it is checked against. Immutable.
 *
 * <pre>{@code
 * WordColumns columns = WordColumns.of(table.array(), table.words(), table.rows());
 * columns.differing(query, at, run, counts);
 * }</pre>
 *
 * <p>An array for each word and four words in one statement are what the compiler wants: one flat array with offsets, or
 * eight words in a statement, it leaves scalar.
 */
public final class WordColumns {
    /** Rows in a run: 32 KiB of rows of 1024 bits, which a first-level cache holds. */
    public static final int RUN = 256;

    private static final int STEP = 4;

    private final int rows;
    private final int[][][] runs;

    private WordColumns(int rows, int[][][] runs) {
        this.rows = rows;
        this.runs = runs;
    }

    /** Turns {@code rows} rows of {@code words} 64-bit words each, the first beginning at {@code bits[0]}. */
    public static WordColumns of(long[] bits, int words, int rows) {
        int columns = (2 * words + STEP - 1) / STEP * STEP;
        int[][][] runs = new int[(rows + RUN - 1) / RUN][columns][RUN];
        for (int row = 0; row < rows; row++) {
            for (int word = 0; word < 2 * words; word++) {
                runs[row / RUN][word][row % RUN] = half(bits, row * words, word, words);
            }
        }
        return new WordColumns(rows, runs);
    }

    /** How many runs. */
    public int runs() {
        return runs.length;
    }

    /** How many rows a run has: {@value #RUN}, in the last one perhaps fewer. */
    public int rows(int run) {
        return Math.min(RUN, rows - run * RUN);
    }

    /**
     * Hamming distances between one encoding and every row of a run.
     *
     * @param bits holds the encoding's {@code words} words, from {@code at}
     * @param counts at least {@value #RUN} long; what stands beyond {@link #rows(int)} means nothing
     */
    public void differing(long[] bits, int at, int words, int run, int[] counts) {
        int[][] columns = runs[run];
        Arrays.fill(counts, 0, RUN, 0);
        for (int w = 0; w < columns.length; w += STEP) {
            int a = half(bits, at, w, words);
            int b = half(bits, at, w + 1, words);
            int c = half(bits, at, w + 2, words);
            int d = half(bits, at, w + 3, words);
            add(a, b, c, d, columns[w], columns[w + 1], columns[w + 2], columns[w + 3], counts);
        }
    }

    private static void add(int a, int b, int c, int d, int[] as, int[] bs, int[] cs, int[] ds, int[] counts) {
        for (int row = 0; row < RUN; row++) {
            counts[row] += Integer.bitCount(a ^ as[row])
                    + Integer.bitCount(b ^ bs[row])
                    + Integer.bitCount(c ^ cs[row])
                    + Integer.bitCount(d ^ ds[row]);
        }
    }

    /** Half a word: the lower at even numbers; nothing beyond the last. */
    private static int half(long[] bits, int at, int number, int words) {
        return number >= 2 * words ? 0 : (int) (bits[at + number / 2] >>> 32 * (number & 1));
    }
}
