package uk.linkage.bloom.harden;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenSet;

/**
 * Codes of tokens under a {@link LinearLayer} without going through the filter.
 *
 * <p><b>Goal:</b> a record has some thirty tokens a view but sets some hundred and eighty bits, and each costs a column.
 * <b>Idea:</b> the code of one token is worked out once and remembered; by linearity the code of a record is the
 * exclusive or of its tokens' codes, were it not that a filter's bit is set once however many tokens set it. <b>Invariant:</b>
 * {@code code} is always the code of {@code filter}: a position that is already set has its column added once more, which
 * takes it out again. <b>Trade-off:</b> memory for a code a token, which is bounded: full, it is emptied.
 *
 * <p>Scratch and memory are its own; the plain twin that it is held against is {@link FilterThenCode}.
 */
final class LinearEncoder implements CodeEncoder {
    private static final int MEMORY_WORDS = 1 << 18;

    private final LinearLayer layer;
    private final BloomShape shape;
    private final int most;
    private final long[] filter;
    private final Map<KeyedToken, Known> remembered = new HashMap<>();

    LinearEncoder(LinearLayer layer, BloomShape shape) {
        this.layer = layer;
        this.shape = shape;
        this.most = Math.max(1, MEMORY_WORDS / layer.words());
        this.filter = new long[shape.words()];
    }

    /** A token's bits, and the exclusive or of their columns. */
    private record Known(int[] positions, long[] code) {}

    @Override
    public void encode(TokenSet tokens, long[] code, int at) {
        Arrays.fill(filter, 0);
        Arrays.fill(code, at, at + layer.words(), 0);
        for (int i = 0; i < tokens.size(); i++) {
            add(known(tokens.get(i)), code, at);
        }
    }

    private void add(Known token, long[] code, int at) {
        for (int w = 0; w < token.code.length; w++) {
            code[at + w] ^= token.code[w];
        }
        for (int position : token.positions) {
            set(position, code, at);
        }
    }

    private void set(int position, long[] code, int at) {
        long bit = 1L << position;
        if ((filter[position >>> 6] & bit) != 0) {
            layer.toggle(position, code, at);
        }
        filter[position >>> 6] |= bit;
    }

    private Known known(KeyedToken token) {
        Known known = remembered.get(token);
        return known != null ? known : remember(token);
    }

    private Known remember(KeyedToken token) {
        if (remembered.size() >= most) {
            remembered.clear();
        }
        Known known = new Known(token.positionsIn(shape), new long[layer.words()]);
        for (int position : known.positions) {
            layer.toggle(position, known.code, 0);
        }
        remembered.put(token, known);
        return known;
    }
}
