package uk.linkage.provider.extract;

import java.util.Arrays;

/**
 * A set of 128-bit hashes, open addressing in one array: 16 bytes a place, of which three in four may be taken, where a
 * set of strings takes over a hundred a member.
 */
final class HashSet128 {
    private long[] slots;
    private int size;

    /** @param members how many to have room for from the start; it grows where more come */
    HashSet128(int members) {
        int places = Integer.highestOneBit(Math.max(16, members + members / 3) - 1) << 1;
        slots = new long[2 * places];
    }

    /** Adds a hash; false where it is there already. The hash (0, 0) stands for an empty slot and is taken as (0, 1). */
    boolean add(long high, long low) {
        long second = high == 0 && low == 0 ? 1 : low;
        if (size >= slots.length / 8 * 3) {
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

    /** Forgets all members and keeps the room. */
    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
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
