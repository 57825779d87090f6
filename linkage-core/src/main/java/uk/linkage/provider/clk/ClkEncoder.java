package uk.linkage.provider.clk;

import java.util.BitSet;
import java.util.List;
import uk.linkage.provider.extract.Rejects;

/**
 * From the cells of a row to its CLK: the filter of all features together, folded. A worker: one thread.
 *
 * <pre>{@code
 * byte[] clk = encoder.encode(line, cells, rejects);
 * }</pre>
 */
public final class ClkEncoder {
    private final int bits;
    private final int folds;
    private final List<FeatureEncoder> features;

    ClkEncoder(int bits, int folds, List<FeatureEncoder> features) {
        this.bits = bits;
        this.folds = folds;
        this.features = features;
    }

    /**
     * The CLK of a row: bit i is bit 7 - i mod 8, counted from the least significant, of byte i / 8. A value that breaks
     * a rule of the schema is told and left out, and what comes back is then no CLK to use.
     *
     * @param row cells in the schema's order, ignored ones among them
     */
    public byte[] encode(long line, List<String> row, Rejects rejects) {
        BitSet filter = new BitSet(bits << folds);
        features.forEach(feature -> feature.add(line, row, filter, rejects));
        return bytes(folded(filter));
    }

    /** Each fold lays the upper half over the lower, by exclusive or. */
    private BitSet folded(BitSet filter) {
        BitSet folded = filter;
        for (int half = bits << folds >> 1; half >= bits; half >>= 1) {
            BitSet upper = folded.get(half, 2 * half);
            folded = folded.get(0, half);
            folded.xor(upper);
        }
        return folded;
    }

    private byte[] bytes(BitSet filter) {
        byte[] bytes = new byte[(bits + 7) / 8];
        for (int i = filter.nextSetBit(0); i >= 0; i = filter.nextSetBit(i + 1)) {
            bytes[i >> 3] |= (byte) (0x80 >> (i & 7));
        }
        return bytes;
    }
}
