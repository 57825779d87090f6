package uk.linkage.provider.person;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What was lately worked out, so that what comes often is not worked out again: names, dates and postcodes repeat from row
 * to row. Each key has a pair of places, and a newcomer takes that of the two which was not asked for last; so memory is
 * bounded whatever comes. Never prints. A worker: one thread.
 *
 * <pre>{@code
 * Recent<String, Reading<Postcode>> postcodes = new Recent<>(4096, Postcode::read);
 * Reading<Postcode> reading = postcodes.get(cell);
 * }</pre>
 *
 * @param <K> what is asked, by its {@code equals}
 * @param <V> the answer, which must depend on the key alone
 */
public final class Recent<K, V> {
    private final Function<? super K, ? extends V> work;
    private final Object[] keys;
    private final Object[] values;

    /**
     * @param places how many answers are kept, a power of two from 2
     * @param work what works an answer out
     */
    public Recent(int places, Function<? super K, ? extends V> work) {
        if (places < 2 || Integer.bitCount(places) != 1) {
            throw new IllegalArgumentException("places (" + places + ") must be a power of two from 2");
        }
        this.work = work;
        this.keys = new Object[places];
        this.values = new Object[places];
    }

    /** The answer for a key. */
    @SuppressWarnings("unchecked") // only work's answers are put there
    public V get(K key) {
        int first = place(key.hashCode());
        if (is(key, keys[first])) {
            return (V) values[first];
        }
        Object value = is(key, keys[first + 1]) ? values[first + 1] : work.apply(key);
        keys[first + 1] = keys[first];
        values[first + 1] = values[first];
        keys[first] = key;
        values[first] = value;
        return (V) value;
    }

    /** Most often it is the very same object, and then its content need not be looked at. */
    private static boolean is(Object key, Object known) {
        return key == known || key.equals(known);
    }

    /** Forgets all answers. */
    public void clear() {
        Arrays.fill(keys, null);
        Arrays.fill(values, null);
    }

    /** The first of a pair, by Fibonacci hashing (Knuth 6.4): upper bits of a product spread hashes that are alike. */
    private int place(int hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32) & keys.length - 2;
    }

    @Override
    public String toString() {
        return "Recent[" + keys.length + " places]";
    }
}
