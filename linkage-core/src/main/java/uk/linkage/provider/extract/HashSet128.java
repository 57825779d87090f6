package uk.linkage.provider.extract;

/**
 * A set of 128-bit hashes, open addressing in one array: 32 bytes a member, where a set of strings takes over a hundred.
 */
final class HashSet128 {
    private long[] slots = new long[1 << 11];
    private int size;

    /** Adds a hash; false where it is there already. The hash (0, 0) stands for an empty slot and is taken as (0, 1). */
    boolean add(long high, long low) {
        long second = high == 0 && low == 0 ? 1 : low;
        if (size * 4 > slots.length) {
            grow();
        }
        int slot = find(slots, high, second);
        if (slots[slot] == high && slots[slot + 1] == second) {
            return false;
        }
        slots[slot] = high;
        slots[slot + 1] = second;
        size++;
        return true;
    }

    int size() {
        return size;
    }

    private static int find(long[] slots, long high, long low) {
        int slot = (int) high & slots.length - 1 & ~1;
        while (!(slots[slot] == 0 && slots[slot + 1] == 0) && !(slots[slot] == high && slots[slot + 1] == low)) {
            slot = slot + 2 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                int slot = find(larger, slots[i], slots[i + 1]);
                larger[slot] = slots[i];
                larger[slot + 1] = slots[i + 1];
            }
        }
        slots = larger;
    }
}
