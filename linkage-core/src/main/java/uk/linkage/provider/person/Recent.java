package uk.linkage.provider.person;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What was lately worked out, so that what comes often is not worked out again: names, dates and postcodes repeat from row
 * to row. Each key has one place, and a newcomer takes it from whoever was there; so memory is bounded whatever comes.
 * Never prints. A worker: one thread.
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
     * @param places how many answers are kept, a power of two
     * @param work what works an answer out
     */
    public Recent(int places, Function<? super K, ? extends V> work) {
        if (Integer.bitCount(places) != 1) {
            throw new IllegalArgumentException("places (" + places + ") must be a power of two");
        }
        this.work = work;
        this.keys = new Object[places];
        this.values = new Object[places];
    }

    /** The answer for a key. */
    @SuppressWarnings("unchecked") // only work's answers are put there
    public V get(K key) {
        int place = place(key.hashCode());
        if (!key.equals(keys[place])) {
            values[place] = work.apply(key);
            keys[place] = key;
        }
        return (V) values[place];
    }

    /** Forgets all answers. */
    public void clear() {
        Arrays.fill(keys, null);
        Arrays.fill(values, null);
    }

    /** Fibonacci hashing (Knuth 6.4): the upper bits of a product spread keys whose hashes are alike. */
    private int place(int hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 32) & keys.length - 1;
    }

    @Override
    public String toString() {
        return "Recent[" + keys.length + " places]";
    }
}
