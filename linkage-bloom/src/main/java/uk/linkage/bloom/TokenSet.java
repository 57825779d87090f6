package uk.linkage.bloom;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The keyed tokens of one record for one encoding. A set in effect: order and repetition do not change the encoding.
 *
 * <p>A worker fills, encodes and {@link #clear() clears} it again; it belongs to one thread.
 *
 * <pre>{@code
 * tokens.add(token);
 * Encoding encoding = encoder.encode(tokens);
 * tokens.clear();
 * }</pre>
 */
public final class TokenSet {
    private KeyedToken[] tokens = new KeyedToken[64];
    private int size;

    /** Adds a token. */
    public void add(KeyedToken token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        tokens[size++] = token;
    }

    /** Forgets all tokens. */
    public void clear() {
        size = 0;
    }

    /** How many tokens were added. */
    public int size() {
        return size;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The token that was added as number {@code index}.
     *
     * @throws IndexOutOfBoundsException where there is none
     */
    public KeyedToken get(int index) {
        return tokens[Objects.checkIndex(index, size)];
    }

    /** Gives every token to the consumer. */
    public void forEach(Consumer<KeyedToken> consumer) {
        for (int i = 0; i < size; i++) {
            consumer.accept(tokens[i]);
        }
    }

    @Override
    public String toString() {
        return "TokenSet[" + size + "]";
    }
}
