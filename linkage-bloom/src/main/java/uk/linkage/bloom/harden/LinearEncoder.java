package uk.linkage.bloom.harden;

import java.util.Arrays;
import java.util.List;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenGroup;
import uk.linkage.bloom.TokenSet;

/**
 * Codes of tokens under a {@link LinearLayer}, without garbage.
 *
 * <p><b>Goal:</b> a record sets some hundred and eighty bits a view, and each costs a column of the layer. <b>How:</b> bits
 * are set in a filter, which tells whether one was set before, and listed as they are; then their columns are added up,
 * eight at a time. A group of tokens has its filter worked out once and left in the group. <b>Invariant:</b> each bit of the
 * filter is in the list once, however many tokens set it. <b>Trade-off:</b> by linearity the code of a name could be kept and
 * added as a whole; but then bits that two names share must be put right one by one, and to read a code that is no longer
 * near the processor takes time too. The columns are near all the time.
 *
 * <p>The plain twin that it is held against is {@link FilterThenCode}. A worker: one thread.
 */
final class LinearEncoder implements CodeEncoder {
    private final LinearLayer layer;
    private final BloomShape shape;
    private final long[] filter;
    private final int[] bits;
    private final long[] sum;

    LinearEncoder(LinearLayer layer, BloomShape shape) {
        this.layer = layer;
        this.shape = shape;
        this.filter = new long[shape.words()];
        this.bits = new int[shape.bits() + 1];
        this.sum = new long[layer.words()];
    }

    @Override
    public void encode(TokenSet tokens, long[] code, int at) {
        layer.sum(bits, fill(tokens), sum);
        System.arraycopy(sum, 0, code, at, sum.length);
    }

    /** Sets the bits of all tokens and lists them, each once; returns how many. */
    private int fill(TokenSet tokens) {
        Arrays.fill(filter, 0);
        int count = 0;
        for (int i = 0; i < tokens.groups(); i++) {
            count = add(known(tokens.group(i)), count);
        }
        return tokens.setNumbered(shape, filter, bits, count);
    }

    private int add(long[] group, int count) {
        int listed = count;
        for (int w = 0; w < filter.length; w++) {
            for (long left = group[w] & ~filter[w]; left != 0; left &= left - 1) {
                bits[listed++] = 64 * w + Long.numberOfTrailingZeros(left);
            }
            filter[w] |= group[w];
        }
        return listed;
    }

    private long[] known(TokenGroup group) {
        if (!group.isNotedBy(this)) {
            group.note(this, filterOf(group.tokens()));
        }
        return group.noted();
    }

    private long[] filterOf(List<KeyedToken> tokens) {
        long[] words = new long[filter.length];
        for (KeyedToken token : tokens) {
            for (int position : token.positionsIn(shape)) {
                words[position >>> 6] |= 1L << position;
            }
        }
        return words;
    }
}
