package uk.linkage.quality;

/**
 * Records in groups: the clusters found, the true people, or the cells where both meet. Counts pairs without ever listing them.
 *
 * <p>A group with a records of one provider and b of another has a x b pairs between them and a(a-1)/2 within the first, so that one walk
 * over the records counts all pairs.
 */
final class Groups {
    private final int[] groupOf;
    private final int[] providerOf;
    private final int[] sizes;
    private final boolean[] mixed;
    private int[] order;

    Groups(int[] groupOf, int count, int[] providerOf) {
        this.groupOf = groupOf;
        this.providerOf = providerOf;
        this.sizes = new int[count];
        this.mixed = new boolean[count];
        int[] provider = new int[count];
        for (int record = 0; record < groupOf.length; record++) {
            int group = groupOf[record];
            mixed[group] |= sizes[group]++ > 0 && provider[group] != providerOf[record];
            provider[group] = providerOf[record];
        }
    }

    int count() {
        return sizes.length;
    }

    int size(int group) {
        return sizes[group];
    }

    int groupOf(int record) {
        return groupOf[record];
    }

    /** Whether a group holds a pair that counts: any two records, or two of different providers. */
    boolean holdsPair(int group, boolean withinProviders) {
        return withinProviders ? sizes[group] > 1 : mixed[group];
    }

    /** Which pairs are meant, by the providers of their records. */
    @FunctionalInterface
    interface Among {
        /** Whether those of two providers are, or within one. */
        boolean pairs(int provider, int other);
    }

    /** How many pairs each group holds of those that are meant. */
    long[] pairs(Among among) {
        long[] pairs = new long[sizes.length];
        int[] order = order();
        for (int from = 0, to; from < order.length; from = to) {
            to = endOfGroup(order, from);
            pairs[groupOf[order[from]]] = pairs(order, from, to, among);
        }
        return pairs;
    }

    /** Of one group, whose records come provider by provider. */
    private long pairs(int[] order, int groupFrom, int groupTo, Among among) {
        long pairs = 0;
        for (int from = groupFrom, to; from < groupTo; from = to) {
            to = endOfProvider(order, from, groupTo);
            int provider = providerOf[order[from]];
            long records = to - from;
            pairs += among.pairs(provider, provider) ? records * (records - 1) / 2 : 0;
            for (int other = groupFrom, end; other < from; other = end) {
                end = endOfProvider(order, other, from);
                pairs += among.pairs(providerOf[order[other]], provider) ? (end - other) * records : 0;
            }
        }
        return pairs;
    }

    private int endOfGroup(int[] order, int from) {
        int to = from + 1;
        while (to < order.length && groupOf[order[to]] == groupOf[order[from]]) {
            to++;
        }
        return to;
    }

    private int endOfProvider(int[] order, int from, int groupTo) {
        int to = from + 1;
        while (to < groupTo && providerOf[order[to]] == providerOf[order[from]]) {
            to++;
        }
        return to;
    }

    /** The records by group, and within a group by provider, providers coming one after the other as records do. */
    int[] order() {
        if (order == null) {
            int[] next = new int[sizes.length + 1];
            for (int group = 0; group < sizes.length; group++) {
                next[group + 1] = next[group] + sizes[group];
            }
            order = new int[groupOf.length];
            for (int record = 0; record < groupOf.length; record++) {
                order[next[groupOf[record]]++] = record;
            }
        }
        return order;
    }
}
