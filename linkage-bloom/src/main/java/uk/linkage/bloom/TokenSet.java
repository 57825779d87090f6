package uk.linkage.bloom;

import java.util.ArrayList;
import java.util.List;
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
    private final List<KeyedToken> tokens = new ArrayList<>();

    /** Adds a token. */
    public void add(KeyedToken token) {
        tokens.add(token);
    }

    /** Forgets all tokens. */
    public void clear() {
        tokens.clear();
    }

    /** How many tokens were added. */
    public int size() {
        return tokens.size();
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Gives every token to the consumer. */
    public void forEach(Consumer<KeyedToken> consumer) {
        tokens.forEach(consumer);
    }

    @Override
    public String toString() {
        return "TokenSet[" + tokens.size() + "]";
    }
}
