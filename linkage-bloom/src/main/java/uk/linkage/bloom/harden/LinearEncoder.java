package uk.linkage.bloom.harden;

import java.util.Arrays;
import java.util.List;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenGroup;
import uk.linkage.bloom.TokenSet;

/**
 * Codes of tokens under a {@link LinearLayer} without going through the filter's bits one by one.
 *
 * <p><b>Goal:</b> a record sets some hundred and eighty bits a view, and each costs a column of the layer. <b>Idea:</b> a
 * group of tokens, such as those of one name, has its filter and code worked out once and left in the group; by linearity
 * the code of a record is the exclusive or of its groups' codes, were it not that a bit of a filter is set once however
 * many groups set it. <b>Invariant:</b> {@code code} is always the code of {@code filter}: a bit that both had is in the
 * sum twice, which is not at all, so its column is added a third time. <b>Trade-off:</b> memory for a filter and a code a
 * group; whoever keeps groups bounds it.
 *
 * <p>The plain twin that it is held against is {@link FilterThenCode}. A worker: one thread.
 */
final class LinearEncoder implements CodeEncoder {
    private final LinearLayer layer;
    private final BloomShape shape;
    private final long[] filter;

    LinearEncoder(LinearLayer layer, BloomShape shape) {
        this.layer = layer;
        this.shape = shape;
        this.filter = new long[shape.words()];
    }

    @Override
    public void encode(TokenSet tokens, long[] code, int at) {
        Arrays.fill(filter, 0);
        Arrays.fill(code, at, at + layer.words(), 0);
        for (int i = 0; i < tokens.groups(); i++) {
            add(known(tokens.group(i)), code, at);
        }
    }

    /** @param group its filter, and behind it its code */
    private void add(long[] group, long[] code, int at) {
        for (int w = 0; w < layer.words(); w++) {
            code[at + w] ^= group[filter.length + w];
        }
        for (int w = 0; w < filter.length; w++) {
            for (long both = filter[w] & group[w]; both != 0; both &= both - 1) {
                layer.toggle(64 * w + Long.numberOfTrailingZeros(both), code, at);
            }
            filter[w] |= group[w];
        }
    }

    private long[] known(TokenGroup group) {
        if (!group.isNotedBy(this)) {
            group.note(this, workOut(group.tokens()));
        }
        return group.noted();
    }

    private long[] workOut(List<KeyedToken> tokens) {
        long[] words = new long[filter.length + layer.words()];
        for (int i = 0; i < tokens.size(); i++) {
            for (int position : tokens.get(i).positionsIn(shape)) {
                set(position, words);
            }
        }
        return words;
    }

    private void set(int position, long[] words) {
        long bit = 1L << position;
        if ((words[position >>> 6] & bit) == 0) {
            words[position >>> 6] |= bit;
            layer.toggle(position, words, filter.length);
        }
    }
}
