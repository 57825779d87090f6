package uk.linkage.quality;

import java.util.Arrays;

/**
 * Records in groups: the clusters found, the true people, or the cells where both meet. Counts pairs without ever listing them.
 *
 * <p>A group with a records of one provider and b of another has a x b pairs between them and a(a-1)/2 within the first, so that one sort
 * of the records counts all pairs.
 */
final class Groups {
    private final int[] groupOf;
    private final int[] providerOf;
    private final int[] sizes;
    private final boolean[] mixed;

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

    /** The pairs for every two providers p <= q, at [p][q]. */
    long[][] pairs(int providers) {
        long[] keys = new long[groupOf.length];
        Arrays.setAll(keys, record -> (long) groupOf[record] * providers + providerOf[record]);
        Arrays.sort(keys);
        PairCount count = new PairCount(providers);
        for (int from = 0, to; from < keys.length; from = to) {
            to = endOfRun(keys, from);
            count.add(keys[from] / providers, (int) (keys[from] % providers), to - from);
        }
        return count.pairs;
    }

    private static int endOfRun(long[] keys, int from) {
        int to = from + 1;
        while (to < keys.length && keys[to] == keys[from]) {
            to++;
        }
        return to;
    }

    /** Takes the records of one provider in one group at a time, group by group and provider by provider. */
    private static final class PairCount {
        private final long[][] pairs;
        private final int[] seenProviders;
        private final long[] seenRecords;
        private int seen;
        private long group = -1;

        PairCount(int providers) {
            pairs = new long[providers][providers];
            seenProviders = new int[providers];
            seenRecords = new long[providers];
        }

        void add(long nextGroup, int provider, long records) {
            seen = nextGroup == group ? seen : 0;
            group = nextGroup;
            for (int i = 0; i < seen; i++) {
                pairs[seenProviders[i]][provider] += seenRecords[i] * records;
            }
            pairs[provider][provider] += records * (records - 1) / 2;
            seenProviders[seen] = provider;
            seenRecords[seen++] = records;
        }
    }
}
