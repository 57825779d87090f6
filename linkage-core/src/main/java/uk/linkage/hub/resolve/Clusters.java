package uk.linkage.hub.resolve;

import java.util.Arrays;

/**
 * People among the records of any number of providers: one cluster number for each record, singletons included.
 *
 * <p>Promises that no cluster holds two records of a provider that holds each person once, that no two of its records are forbidden by
 * the veto, and that each cluster is connected by accepted links. The answer depends on the set of links alone, not on their order.
 *
 * <pre>{@code
 * int[] providerOf = {0, 0, 1, 2};
 * Clusters people = Clusters.of(providerOf, new boolean[] {true, true, true}, links);
 * int person = people.clusterOf(3);
 * }</pre>
 *
 * <p>Method: constrained agglomeration. Links are taken by descending weight; a link joins the clusters of its two records unless they
 * share a deduplicated provider or a pair between them is forbidden. A link refused once stays refused, since clusters only grow, so
 * one pass is enough. It is greedy: the heaviest evidence is honoured first, and the sum over all links need not be the largest
 * possible. Clusters are numbered by their smallest record. For duplicate-free sources this gives what the literature calls
 * source-consistent clusters:
 *
 * <ol>
 *   <li>A. Saeedi, E. Peukert and E. Rahm, Using link features for entity clustering in knowledge graphs (CLIP), ESWC 2018.
 *   <li>M. Nentwig and E. Rahm, Incremental clustering on linked data, ICDM Workshops 2018.
 * </ol>
 *
 * <p>The test of providers costs a word or two; the veto is asked for every pair of records between the two clusters. Provider numbers
 * and record numbers out of range are refused.
 */
public final class Clusters {
    private final int[] clusterOf;
    private final int count;
    private final int refusedByProvider;
    private final int refusedByVeto;

    private Clusters(int[] clusterOf, int count, int refusedByProvider, int refusedByVeto) {
        this.clusterOf = clusterOf;
        this.count = count;
        this.refusedByProvider = refusedByProvider;
        this.refusedByVeto = refusedByVeto;
    }

    /** Clusters by links alone. */
    public static Clusters of(int[] providerOf, boolean[] deduplicated, Links accepted) {
        return of(providerOf, deduplicated, accepted, Veto.none());
    }

    /**
     * Clusters by links and a veto.
     *
     * @param providerOf the provider's number of each record 0..n-1
     * @param deduplicated for each provider whether it holds a person at most once
     */
    public static Clusters of(int[] providerOf, boolean[] deduplicated, Links accepted, Veto veto) {
        check(providerOf, deduplicated, accepted);
        return new Agglomeration(providerOf, deduplicated, veto).of(accepted);
    }

    /** How many records there are. */
    public int records() {
        return clusterOf.length;
    }

    /** How many clusters there are; they are numbered 0..count-1. */
    public int count() {
        return count;
    }

    public int clusterOf(int record) {
        return clusterOf[record];
    }

    /** Links refused because both clusters had a record of one deduplicated provider. */
    public int refusedByProvider() {
        return refusedByProvider;
    }

    /** Links not refused by a provider, but by the veto. */
    public int refusedByVeto() {
        return refusedByVeto;
    }

    @Override
    public String toString() {
        return "Clusters[records=" + records() + ", count=" + count + "]";
    }

    private static void check(int[] providerOf, boolean[] deduplicated, Links accepted) {
        for (int record = 0; record < providerOf.length; record++) {
            if (providerOf[record] < 0 || providerOf[record] >= deduplicated.length) {
                throw new IllegalArgumentException("record " + record + " has provider " + providerOf[record]
                        + ", there are " + deduplicated.length);
            }
        }
        if (accepted.recordBound() > providerOf.length) {
            throw new IllegalArgumentException("a link names record " + (accepted.recordBound() - 1) + ", there are "
                    + providerOf.length + " records");
        }
    }

    /** The clusters while they grow. */
    private static final class Agglomeration {
        private final DisjointSets sets;
        private final ProviderSets providers;
        private final Members members;
        private final Veto veto;
        private final int records;
        private int refusedByProvider;
        private int refusedByVeto;

        Agglomeration(int[] providerOf, boolean[] deduplicated, Veto veto) {
            this.records = providerOf.length;
            this.sets = new DisjointSets(records);
            this.providers = new ProviderSets(providerOf, deduplicated);
            this.members = new Members(records);
            this.veto = veto;
        }

        Clusters of(Links heaviestFirst) {
            for (int link = 0; link < heaviestFirst.size(); link++) {
                consider(sets.root(heaviestFirst.left(link)), sets.root(heaviestFirst.right(link)));
            }
            return numbered();
        }

        private void consider(int one, int other) {
            if (one == other) {
                return;
            }
            if (providers.overlap(one, other)) {
                refusedByProvider++;
            } else if (members.forbidden(one, other, veto)) {
                refusedByVeto++;
            } else {
                join(one, other);
            }
        }

        private void join(int one, int other) {
            int root = sets.join(one, other);
            providers.merge(root == one ? other : one, root);
            members.merge(one, other);
        }

        private Clusters numbered() {
            int[] numbers = new int[records];
            Arrays.fill(numbers, -1);
            int count = 0;
            for (int record = 0; record < records; record++) {
                int root = sets.root(record);
                numbers[record] = root == record ? count++ : numbers[root];
            }
            return new Clusters(numbers, count, refusedByProvider, refusedByVeto);
        }
    }
}
