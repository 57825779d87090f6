package uk.linkage.bloom.search;

import java.util.Arrays;
import uk.linkage.bloom.EncodingTable;

/** Pairs met in many tables as {@code left << 32 | right}; sorted and thinned whenever full, so that each stays once. */
final class PairKeys {
    private long[] keys = new long[1 << 14];
    private int size;
    private long passedOver;

    void add(int left, int right) {
        if (size == keys.length) {
            thin();
        }
        keys[size++] = (long) left << 32 | right;
    }

    void addAll(PairKeys others) {
        others.thin();
        for (int i = 0; i < others.size; i++) {
            add((int) (others.keys[i] >>> 32), (int) others.keys[i]);
        }
        passedOver += others.passedOver;
    }

    void passOver(long pairs) {
        passedOver += pairs;
    }

    SimilarPairs pairs(EncodingTable left, EncodingTable right) {
        thin();
        SimilarPairs pairs = new SimilarPairs();
        pairs.passOver(passedOver);
        for (int i = 0; i < size; i++) {
            int a = (int) (keys[i] >>> 32);
            int b = (int) keys[i];
            pairs.add(a, b, left.differing(a, right, b));
        }
        return pairs;
    }

    private void thin() {
        Arrays.sort(keys, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || keys[i] != keys[kept - 1]) {
                keys[kept++] = keys[i];
            }
        }
        size = kept;
        if (size > keys.length / 2) {
            keys = Arrays.copyOf(keys, keys.length * 2);
        }
    }
}
