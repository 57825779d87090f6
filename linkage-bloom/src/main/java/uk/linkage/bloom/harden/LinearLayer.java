package uk.linkage.bloom.harden;

import java.util.Arrays;
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
    private static final int AT_ONCE = 8;

    private final long[][] columns;
    private final int words;

    /**
     * @param columns for each filter bit its column, all of one length; taken over without copying
     */
    LinearLayer(long[][] columns) {
        this.columns = columns;
        this.words = columns[0].length;
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
        long[][] columns = new long[inputBits][none.bits() / 64];
        for (int bit = 0; bit < inputBits; bit++) {
            linear.apply(only(bit, inputBits)).copyTo(columns[bit], 0);
        }
        return new LinearLayer(columns);
    }

    private static Encoding only(int bit, int bits) {
        long[] words = new long[bits / 64];
        words[bit >>> 6] = 1L << bit;
        return new Encoding(words);
    }

    @Override
    public Encoding apply(Encoding filter) {
        long[] code = new long[words];
        for (int bit = 0; bit < filter.bits(); bit++) {
            if (filter.get(bit)) {
                add(columns[bit], code);
            }
        }
        return new Encoding(code);
    }

    @Override
    public CodeEncoder encoder(BloomShape shape) {
        return new LinearEncoder(this, shape);
    }

    /** Makes {@code code}, one of {@link #words}, the code of a filter that has these bits. */
    void sum(int[] bits, int count, long[] code) {
        Arrays.fill(code, 0);
        int i = 0;
        for (; i + AT_ONCE <= count; i += AT_ONCE) {
            addEight(bits, i, code);
        }
        for (; i < count; i++) {
            add(columns[bits[i]], code);
        }
    }

    /** Arrays of their own and one index for all is what the compiler makes vectors of. */
    private void addEight(int[] bits, int at, long[] code) {
        long[] a = columns[bits[at]];
        long[] b = columns[bits[at + 1]];
        long[] c = columns[bits[at + 2]];
        long[] d = columns[bits[at + 3]];
        long[] e = columns[bits[at + 4]];
        long[] f = columns[bits[at + 5]];
        long[] g = columns[bits[at + 6]];
        long[] h = columns[bits[at + 7]];
        for (int w = 0; w < code.length; w++) {
            code[w] ^= a[w] ^ b[w] ^ c[w] ^ d[w] ^ e[w] ^ f[w] ^ g[w] ^ h[w];
        }
    }

    private static void add(long[] column, long[] code) {
        for (int w = 0; w < code.length; w++) {
            code[w] ^= column[w];
        }
    }

    /** Length of a code in words of 64 bits. */
    int words() {
        return words;
    }

    @Override
    public String toString() {
        return "LinearLayer[…]";
    }
}
