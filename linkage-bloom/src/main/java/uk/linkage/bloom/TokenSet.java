package uk.linkage.bloom;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The keyed tokens of one record for one encoding. A set in effect: order, grouping and repetition do not change the
 * encoding.
 *
 * <p>A worker fills, encodes and {@link #clear() clears} it again; it belongs to one thread.
 *
 * <pre>{@code
 * tokens.add(group);
 * Encoding encoding = encoder.encode(tokens);
 * tokens.clear();
 * }</pre>
 */
public final class TokenSet {
    private TokenGroup[] groups = new TokenGroup[16];
    private int count;
    private KeyedToken[] single = new KeyedToken[64];
    private int singles;

    /** Adds a token by itself. */
    public void add(KeyedToken token) {
        if (singles == single.length) {
            single = Arrays.copyOf(single, 2 * singles);
        }
        single[singles++] = token;
    }

    /** Adds all tokens of a group. */
    public void add(TokenGroup group) {
        if (count == groups.length) {
            groups = Arrays.copyOf(groups, 2 * count);
        }
        groups[count++] = group;
    }

    /** Forgets all tokens. */
    public void clear() {
        count = 0;
        singles = 0;
    }

    /** How many tokens were added. */
    public int size() {
        int size = singles;
        for (int i = 0; i < count; i++) {
            size += groups[i].tokens().size();
        }
        return size;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many groups were added. */
    public int groups() {
        return count;
    }

    /**
     * Group number {@code index}, in the order added.
     *
     * @throws IndexOutOfBoundsException where there is none
     */
    public TokenGroup group(int index) {
        return groups[Objects.checkIndex(index, count)];
    }

    /** How many tokens were added by themselves. */
    public int singles() {
        return singles;
    }

    /**
     * Token number {@code index} of those added by themselves.
     *
     * @throws IndexOutOfBoundsException where there is none
     */
    public KeyedToken single(int index) {
        return single[Objects.checkIndex(index, singles)];
    }

    /** Gives every token to the consumer. */
    public void forEach(Consumer<KeyedToken> consumer) {
        for (int i = 0; i < count; i++) {
            groups[i].tokens().forEach(consumer);
        }
        for (int i = 0; i < singles; i++) {
            consumer.accept(single[i]);
        }
    }

    @Override
    public String toString() {
        return "TokenSet[" + size() + "]";
    }
}
