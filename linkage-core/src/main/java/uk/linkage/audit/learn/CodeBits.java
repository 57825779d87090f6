package uk.linkage.audit.learn;

import java.util.Arrays;
import java.util.List;
import uk.linkage.bloom.EncodingTable;

/** Codes as an attacker takes them: for each person one long row of bits, those of several codes one after the other. */
public final class CodeBits {
    private final long[][] rows;
    private final int bits;

    private CodeBits(long[][] rows, int bits) {
        this.rows = rows;
        this.bits = bits;
    }

    /** The codes of the same people in several tables, side by side, of each table so many first bits at most. */
    public static CodeBits of(List<EncodingTable> tables, int most) {
        int words = tables.stream().mapToInt(table -> words(table, most)).sum();
        long[][] rows = new long[tables.get(0).rows()][words];
        int at = 0;
        for (EncodingTable table : tables) {
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(table.array(), row * table.words(), rows[row], at, words(table, most));
            }
            at += words(table, most);
        }
        return new CodeBits(rows, 64 * words);
    }

    private static int words(EncodingTable table, int most) {
        return Math.min(table.words(), most / 64);
    }

    /** How many people. */
    public int rows() {
        return rows.length;
    }

    /** Bits of each. */
    public int bits() {
        return bits;
    }

    /** The people from one place up to another. */
    public CodeBits people(int from, int to) {
        return new CodeBits(Arrays.copyOfRange(rows, from, to), bits);
    }

    /** Only the first bits of everybody, a multiple of 64. */
    CodeBits firstBits(int first) {
        return new CodeBits(
                Arrays.stream(rows).map(row -> Arrays.copyOf(row, first / 64)).toArray(long[][]::new), first);
    }

    /** Word {@code word} of a person's bits. */
    long word(int row, int word) {
        return rows[row][word];
    }

    /** A bit as a sign: 1 where it is clear, -1 where it is set. */
    float sign(int row, int bit) {
        return 1 - 2 * (rows[row][bit >>> 6] >>> bit & 1);
    }

    /** All bits of a person as signs. */
    float[] signs(int row) {
        float[] signs = new float[bits];
        for (int bit = 0; bit < bits; bit++) {
            signs[bit] = sign(row, bit);
        }
        return signs;
    }

    /** The mean sign of each bit. */
    float[] means() {
        float[] means = new float[bits];
        for (int row = 0; row < rows.length; row++) {
            Floats.add(means, 1f / rows.length, signs(row));
        }
        return means;
    }
}
