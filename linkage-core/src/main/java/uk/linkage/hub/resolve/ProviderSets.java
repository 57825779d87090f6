package uk.linkage.hub.resolve;

/** For each cluster, named by its root, the deduplicated providers it already has a record of: one bit each. */
final class ProviderSets {
    private final int words;
    private final long[] bits;

    /**
     * One cluster for each record.
     *
     * @param providerOf the provider of each record
     * @param deduplicated whether a provider holds each person once; the others leave no bit
     */
    ProviderSets(int[] providerOf, boolean[] deduplicated) {
        words = (deduplicated.length + Long.SIZE - 1) / Long.SIZE;
        bits = new long[Math.multiplyExact(providerOf.length, words)];
        for (int record = 0; record < providerOf.length; record++) {
            int provider = providerOf[record];
            if (deduplicated[provider]) {
                bits[record * words + provider / Long.SIZE] = 1L << provider;
            }
        }
    }

    boolean overlap(int root, int other) {
        for (int word = 0; word < words; word++) {
            if ((bits[root * words + word] & bits[other * words + word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Adds the providers of one cluster to another's. */
    void merge(int from, int into) {
        for (int word = 0; word < words; word++) {
            bits[into * words + word] |= bits[from * words + word];
        }
    }
}
