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
 * <p><b>Goal:</b> a record sets some hundred and eighty bits a view, and each costs a column of the layer. <b>How:</b> the
 * filter first, a bit set once however many tokens set it; then its columns, which the layer adds up eight at a time. A group of tokens, such as those of one name, has its filter worked out once and left in the group, so
 * that a name that comes again costs one pass over the words. <b>Trade-off:</b> by linearity a group's code could be left
 * there too, and was; but then bits that two groups share must be put right one by one, and reading a code that is no
 * longer near the processor takes as long as adding it up. A layer's 128 KiB of columns are near all the time.
 *
 * <p>The plain twin that it is held against is {@link FilterThenCode}. A worker: one thread.
 */
final class LinearEncoder implements CodeEncoder {
    private static final int AT_ONCE = 4;

    private final LinearLayer layer;
    private final BloomShape shape;
    private final long[] filter;
    private final int[] bits;
    private final long[] sum;

    LinearEncoder(LinearLayer layer, BloomShape shape) {
        this.layer = layer;
        this.shape = shape;
        this.filter = new long[shape.words()];
        this.bits = new int[shape.bits() + AT_ONCE];
        this.sum = new long[layer.words()];
    }

    @Override
    public void encode(TokenSet tokens, long[] code, int at) {
        fill(tokens);
        layer.sum(bits, bitsOfFilter(), sum);
        System.arraycopy(sum, 0, code, at, sum.length);
    }

    private void fill(TokenSet tokens) {
        Arrays.fill(filter, 0);
        for (int i = 0; i < tokens.groups(); i++) {
            long[] group = known(tokens.group(i));
            for (int w = 0; w < filter.length; w++) {
                filter[w] |= group[w];
            }
        }
        tokens.setNumbered(shape, filter);
    }

    /** Four at a time, of which the last may be none and are written over: the end of a word is hard to foresee. */
    private int bitsOfFilter() {
        int count = 0;
        for (int w = 0; w < filter.length; w++) {
            long left = filter[w];
            int end = count + Long.bitCount(left);
            for (int i = count; i < end; i += AT_ONCE) {
                for (int k = 0; k < AT_ONCE; k++) {
                    bits[i + k] = 64 * w + Long.numberOfTrailingZeros(left);
                    left &= left - 1;
                }
            }
            count = end;
        }
        return count;
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
