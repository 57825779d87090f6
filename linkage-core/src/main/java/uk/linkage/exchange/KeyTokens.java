package uk.linkage.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key tokens of one record: a place for each match key of the agreement, filled anew for the next record so that a
 * file of records leaves no garbage. Never prints. A worker: one thread.
 *
 * <pre>{@code
 * keys.clear();
 * keys.set(0, high, low);
 * List<Optional<KeyToken>> tokens = keys.toList();
 * }</pre>
 */
public final class KeyTokens {
    private final boolean[] present;
    private final long[] halves;

    /** @param keys how many match keys the agreement has */
    public KeyTokens(int keys) {
        this.present = new boolean[keys];
        this.halves = new long[2 * keys];
    }

    /** Those of a record. */
    public static KeyTokens of(List<Optional<KeyToken>> record) {
        KeyTokens tokens = new KeyTokens(record.size());
        for (int key = 0; key < record.size(); key++) {
            int place = key;
            record.get(key).ifPresent(token -> tokens.set(place, token.high(), token.low()));
        }
        return tokens;
    }

    /** Takes all tokens away. */
    public void clear() {
        for (int key = 0; key < present.length; key++) {
            present[key] = false;
        }
    }

    /** Puts a token in its place, as the halves of {@link KeyToken}. */
    public void set(int key, long high, long low) {
        present[key] = true;
        halves[2 * key] = high;
        halves[2 * key + 1] = low;
    }

    /** How many match keys there are. */
    public int size() {
        return present.length;
    }

    /** Whether the record has a token of that key. */
    public boolean has(int key) {
        return present[key];
    }

    /** The first half of a token that is there. */
    public long high(int key) {
        return halves[2 * key];
    }

    /** The second half of a token that is there. */
    public long low(int key) {
        return halves[2 * key + 1];
    }

    /** A copy that stays. */
    public List<Optional<KeyToken>> toList() {
        List<Optional<KeyToken>> tokens = new ArrayList<>(present.length);
        for (int key = 0; key < present.length; key++) {
            tokens.add(has(key) ? Optional.of(new KeyToken(high(key), low(key))) : Optional.empty());
        }
        return tokens;
    }

    @Override
    public String toString() {
        return "KeyTokens[" + present.length + "]";
    }
}
