package uk.linkage.hub.compare;

import java.util.Arrays;

/**
 * Sums of chances by joint level, in the order in which joint levels first came. A hash table by open addressing, which is emptied at the cost of
 * what is in it: it is filled and emptied once for every pattern. A worker: one thread.
 */
final class JointChances {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FREE = -1;

    private int size;
    private long[] joints = new long[16];
    private double[] chances = new double[16];
    private double[] likely = new double[16];
    private int[] places = new int[16];
    private int[] table = free(64);

    private static int[] free(int length) {
        int[] table = new int[length];
        Arrays.fill(table, FREE);
        return table;
    }

    /** How many joint levels have come. */
    int size() {
        return size;
    }

    /** The joint level that came so many-th. */
    long joint(int i) {
        return joints[i];
    }

    /** The sum of its chances. */
    double chance(int i) {
        return chances[i];
    }

    /** How likely it was said to be at all when it first came. */
    double likely(int i) {
        return likely[i];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            table[places[i]] = FREE;
        }
        size = 0;
    }

    /** Adds a chance and gives back the sum. */
    double add(long joint, double chance, double likelyAtAll) {
        int place = place(joint);
        if (table[place] == FREE) {
            place = take(place, joint, likelyAtAll);
        }
        return chances[table[place]] += chance;
    }

    private int take(int free, long joint, double likelyAtAll) {
        int place = size == joints.length ? grow(joint) : free;
        joints[size] = joint;
        chances[size] = 0;
        likely[size] = likelyAtAll;
        places[size] = place;
        table[place] = size++;
        return place;
    }

    /** Where a joint level is, or would be. */
    private int place(long joint) {
        int place = (int) (joint * MIX >>> 32) & table.length - 1;
        while (table[place] != FREE && joints[table[place]] != joint) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private int grow(long wanted) {
        joints = Arrays.copyOf(joints, 2 * size);
        chances = Arrays.copyOf(chances, 2 * size);
        likely = Arrays.copyOf(likely, 2 * size);
        places = Arrays.copyOf(places, 2 * size);
        table = free(2 * table.length);
        for (int i = 0; i < size; i++) {
            places[i] = place(joints[i]);
            table[places[i]] = i;
        }
        return place(wanted);
    }
}
