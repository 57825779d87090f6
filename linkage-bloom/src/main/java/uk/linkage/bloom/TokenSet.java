package uk.linkage.bloom;

import java.util.Arrays;
import java.util.List;
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
    private final TokenTable table;
    private TokenGroup[] groups = new TokenGroup[16];
    private int count;
    private int[] numbers = new int[64];
    private int numbered;

    /** A set of tokens that are no table's. */
    public TokenSet() {
        this(new TokenTable(new BloomShape(64)));
    }

    /** @param table the one whose numbers can be added */
    public TokenSet(TokenTable table) {
        this.table = table;
    }

    /** Adds a token by itself. */
    public void add(KeyedToken token) {
        add(new TokenGroup(List.of(token)));
    }

    /** Adds a token by its number in the table, which must still be there when the set is encoded. */
    public void add(int number) {
        if (numbered == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbered);
        }
        numbers[numbered++] = number;
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
        numbered = 0;
    }

    /** How many tokens were added. */
    public int size() {
        int size = numbered;
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

    /** Gives every token to the consumer. */
    public void forEach(Consumer<KeyedToken> consumer) {
        for (int i = 0; i < count; i++) {
            groups[i].tokens().forEach(consumer);
        }
        for (int i = 0; i < numbered; i++) {
            consumer.accept(table.token(numbers[i]));
        }
    }

    /**
     * Sets the bits of those tokens that were added by number in the words of a filter, and appends those to a list that
     * were not set before.
     *
     * @param bits the list, with a place to spare when all bits of the filter are in it
     * @param count how many are in the list already
     * @return how many are in the list then
     * @throws IllegalArgumentException where the table is for filters of another shape
     */
    public int setNumbered(BloomShape shape, long[] filter, int[] bits, int count) {
        if (numbered > 0 && !table.shape().equals(shape)) {
            throw new IllegalArgumentException("tokens of a table for filters of "
                    + table.shape().bits() + " bits cannot set bits of one of " + shape.bits());
        }
        int listed = count;
        for (int i = 0; i < numbered; i++) {
            listed = table.set(numbers[i], filter, bits, listed);
        }
        return listed;
    }

    @Override
    public String toString() {
        return "TokenSet[" + size() + "]";
    }
}
