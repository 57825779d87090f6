package uk.linkage.bloom.harden;

import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.Encoding;

/**
 * A keyed hardening that is linear over GF(2): the code of a filter is the exclusive or of a column for each bit that is
 * set. So are diffusion, folding by exclusive or, Rule 90 and permutations, and one of them after another.
 *
 * <p>Linearity is what makes encoding fast: a code is a sum of columns and needs no pass over all bits, see
 * {@link LinearEncoder}. Immutable, safe to share, never prints its columns.
 *
 * <pre>{@code
 * LinearLayer layer = LinearLayer.of(keyed, 1024);
 * CodeEncoder encoder = layer.encoder(new BloomShape(1024));
 * }</pre>
 */
public final class LinearLayer implements Hardening.Keyed {
    private final long[] columns;
    private final int words;

    /**
     * @param columns the columns one after the other, taken over without copying
     * @param outputBits length of a column
     */
    LinearLayer(long[] columns, int outputBits) {
        this.columns = columns;
        this.words = outputBits / 64;
    }

    /**
     * What another hardening does, as columns: its codes of the filters that have one bit.
     *
     * @param linear a hardening that is linear; its code of the empty filter shows whether it can be
     * @throws IllegalArgumentException where that code is not all zero
     */
    public static LinearLayer of(Hardening.Keyed linear, int inputBits) {
        Encoding none = linear.apply(new Encoding(new long[inputBits / 64]));
        if (none.count() > 0) {
            throw new IllegalArgumentException(
                    "a hardening that sets bits in the code of an empty filter is not linear");
        }
        long[] columns = new long[inputBits * (none.bits() / 64)];
        for (int bit = 0; bit < inputBits; bit++) {
            linear.apply(only(bit, inputBits)).copyTo(columns, bit * (none.bits() / 64));
        }
        return new LinearLayer(columns, none.bits());
    }

    private static Encoding only(int bit, int bits) {
        long[] words = new long[bits / 64];
        words[bit >>> 6] = 1L << bit;
        return new Encoding(words);
    }

    @Override
    public Encoding apply(Encoding filter) {
        long[] code = new long[words];
        for (int word = 0; word < filter.bits() / 64; word++) {
            for (long left = filter.word(word); left != 0; left &= left - 1) {
                toggle(64 * word + Long.numberOfTrailingZeros(left), code, 0);
            }
        }
        return new Encoding(code);
    }

    @Override
    public CodeEncoder encoder(BloomShape shape) {
        return new LinearEncoder(this, shape);
    }

    /** Puts the code of a filter that has these bits into {@code code} from {@code at} on, over what was there. */
    void sum(int[] bits, int count, long[] code, int at) {
        int word = 0;
        for (; word + 8 <= words; word += 8) {
            sumOfEight(bits, count, word, code, at + word);
        }
        for (; word < words; word++) {
            code[at + word] = sumOfOne(bits, count, word);
        }
    }

    /** Eight words of the code, which stay in registers all along: adding in memory takes about three times as long. */
    private void sumOfEight(int[] bits, int count, int word, long[] code, int at) {
        long c0 = 0;
        long c1 = 0;
        long c2 = 0;
        long c3 = 0;
        long c4 = 0;
        long c5 = 0;
        long c6 = 0;
        long c7 = 0;
        for (int i = 0; i < count; i++) {
            int column = bits[i] * words + word;
            c0 ^= columns[column];
            c1 ^= columns[column + 1];
            c2 ^= columns[column + 2];
            c3 ^= columns[column + 3];
            c4 ^= columns[column + 4];
            c5 ^= columns[column + 5];
            c6 ^= columns[column + 6];
            c7 ^= columns[column + 7];
        }
        code[at] = c0;
        code[at + 1] = c1;
        code[at + 2] = c2;
        code[at + 3] = c3;
        code[at + 4] = c4;
        code[at + 5] = c5;
        code[at + 6] = c6;
        code[at + 7] = c7;
    }

    private long sumOfOne(int[] bits, int count, int word) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum ^= columns[bits[i] * words + word];
        }
        return sum;
    }

    /** Adds the column of a filter bit to the code that begins at {@code at}. */
    private void toggle(int bit, long[] code, int at) {
        int column = bit * words;
        for (int w = 0; w < words; w++) {
            code[at + w] ^= columns[column + w];
        }
    }

    @Override
    public String toString() {
        return "LinearLayer[…]";
    }
}
