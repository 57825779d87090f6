package uk.linkage.bloom;

import java.util.HashMap;
import java.util.Map;

/**
 * Sets the bits of tokens in a filter of one {@link BloomShape}. A worker: one thread, its own memory of positions.
 *
 * <p>The positions of a token are {@link BitStream#distinct} numbers of its digest. A file of people has few distinct
 * tokens (853 in a hundred thousand records), so they are remembered; the memory is emptied when it reaches
 * {@value #MEMORY} tokens and so stays constant in the size of a file.
 *
 * <pre>{@code
 * Encoding encoding = shape.newEncoder().encode(tokens);
 * }</pre>
 */
public final class BloomEncoder {
    private static final int MEMORY = 1 << 16;

    private final BloomShape shape;
    private final Map<KeyedToken, int[]> remembered = new HashMap<>();

    BloomEncoder(BloomShape shape) {
        this.shape = shape;
    }

    /** The filter of these tokens: all zero for an empty set. */
    public Encoding encode(TokenSet tokens) {
        long[] words = new long[shape.words()];
        tokens.forEach(token -> set(words, positions(token)));
        return new Encoding(words);
    }

    private int[] positions(KeyedToken token) {
        int[] known = remembered.get(token);
        return known != null ? known : remember(token);
    }

    private int[] remember(KeyedToken token) {
        if (remembered.size() == MEMORY) {
            remembered.clear();
        }
        int[] drawn = token.positionsIn(shape);
        remembered.put(token, drawn);
        return drawn;
    }

    private static void set(long[] words, int[] positions) {
        for (int position : positions) {
            words[position >>> 6] |= 1L << position;
        }
    }
}
