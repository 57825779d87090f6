package uk.linkage.bloom;

/**
 * Sets the bits of tokens in a filter of one {@link BloomShape}: those at {@link KeyedToken#positionsIn its positions} for
 * each token.
 *
 * <pre>{@code
 * Encoding encoding = shape.newEncoder().encode(tokens);
 * }</pre>
 */
public final class BloomEncoder {
    private final BloomShape shape;

    BloomEncoder(BloomShape shape) {
        this.shape = shape;
    }

    /** The filter of these tokens: all zero for an empty set. */
    public Encoding encode(TokenSet tokens) {
        long[] words = new long[shape.words()];
        tokens.forEach(token -> set(words, token.positionsIn(shape)));
        return new Encoding(words);
    }

    private static void set(long[] words, int[] positions) {
        for (int position : positions) {
            words[position >>> 6] |= 1L << position;
        }
    }
}
