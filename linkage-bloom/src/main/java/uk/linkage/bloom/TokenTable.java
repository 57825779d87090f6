package uk.linkage.bloom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tokens that come again and again, by number, with the bits that each sets in filters of one shape.
 *
 * <p>The bits of tokens that were added one after the other lie one after the other in one array, so that to set them a
 * processor reads a line of memory or two, where a token that holds its own bits costs a line for each step to them. And a
 * number can be kept in an array without the collector having to know. A worker: one thread. Never prints a token.
 *
 * <pre>{@code
 * int number = table.add(token);
 * tokens.add(number);            // of a set that reads this table
 * }</pre>
 */
public final class TokenTable {
    private final BloomShape shape;
    private final List<KeyedToken> tokens = new ArrayList<>();
    private short[] positions = new short[1 << 10];
    private int[] ends = new int[1 << 8];

    /** @param shape of the filters that the tokens set bits in */
    public TokenTable(BloomShape shape) {
        this.shape = shape;
    }

    /** Adds a token, again where it is there already, and returns its number: how many there were. */
    public int add(KeyedToken token) {
        int number = tokens.size();
        if (number == ends.length) {
            ends = Arrays.copyOf(ends, 2 * number);
        }
        int[] drawn = token.positionsIn(shape);
        ends[number] = append(drawn, number == 0 ? 0 : ends[number - 1]);
        tokens.add(token);
        return number;
    }

    private int append(int[] drawn, int at) {
        if (at + drawn.length > positions.length) {
            positions = Arrays.copyOf(positions, Math.max(2 * positions.length, at + drawn.length));
        }
        for (int i = 0; i < drawn.length; i++) {
            positions[at + i] = (short) drawn[i];
        }
        return at + drawn.length;
    }

    /** How many there are. */
    public int size() {
        return tokens.size();
    }

    /** Forgets all tokens; numbers begin at 0 again. */
    public void clear() {
        tokens.clear();
    }

    /** A token by its number. */
    public KeyedToken token(int number) {
        return tokens.get(number);
    }

    /** The shape of the filters. */
    public BloomShape shape() {
        return shape;
    }

    /**
     * Sets the bits of a token in the words of a filter, and appends those to a list that were not set before; there is no
     * branch, since nobody can foresee which.
     *
     * @param bits the list, with a place to spare
     * @param count how many are in the list already
     * @return how many are in the list then
     */
    int set(int number, long[] filter, int[] bits, int count) {
        int listed = count;
        for (int i = number == 0 ? 0 : ends[number - 1]; i < ends[number]; i++) {
            int position = positions[i] & 0xffff;
            long word = filter[position >>> 6];
            bits[listed] = position;
            listed += (int) (~word >>> position) & 1;
            filter[position >>> 6] = word | 1L << position;
        }
        return listed;
    }

    @Override
    public String toString() {
        return "TokenTable[" + size() + "]";
    }
}
