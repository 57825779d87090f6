package uk.linkage.hub.resolve;

import java.util.Arrays;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;

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
 * share a deduplicated provider, a pair between them is forbidden, or all that is known of the pairs between them speaks against it:
 * a chain of links must not join what does not look alike. For that the evidence of all pairs between the two clusters is added up,
 * as average linkage does, and must not be below zero. It is greedy: the heaviest link is honoured first. {@link LocalMoves} then
 * betters what that got wrong. Clusters are numbered by their smallest record. For duplicate-free sources this gives what the
 * literature calls source-consistent clusters:
 *
 * <ol>
 *   <li>A. Saeedi, E. Peukert and E. Rahm, Using link features for entity clustering in knowledge graphs (CLIP), ESWC 2018.
 *   <li>M. Nentwig and E. Rahm, Incremental clustering on linked data, ICDM Workshops 2018.
 *   <li>A. Saeedi, L. David and E. Rahm, Matching entities from multiple sources with hierarchical agglomerative clustering, KEOD 2021.
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
    private final int refusedByEvidence;
    private final int moves;

    private Clusters(Agglomeration made, int moves) {
        this.clusterOf = made.clusterOf;
        this.count = numbered(clusterOf);
        this.refusedByProvider = made.refusedByProvider;
        this.refusedByVeto = made.refusedByVeto;
        this.refusedByEvidence = made.refusedByEvidence;
        this.moves = moves;
    }

    /** Numbers clusters by their first records; how many there are. */
    private static int numbered(int[] clusterOf) {
        int[] numbers = new int[clusterOf.length];
        Arrays.fill(numbers, -1);
        int count = 0;
        for (int record = 0; record < clusterOf.length; record++) {
            int cluster = clusterOf[record];
            numbers[cluster] = numbers[cluster] < 0 ? count++ : numbers[cluster];
            clusterOf[record] = numbers[cluster];
        }
        return count;
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
        return of(providerOf, deduplicated, accepted, veto, Evidence.none());
    }

    /** Clusters by links, a veto and whatever is known of other pairs. */
    public static Clusters of(int[] providerOf, boolean[] deduplicated, Links accepted, Veto veto, Evidence evidence) {
        return of(providerOf, deduplicated, accepted, veto, evidence, Progress.UNSEEN);
    }

    /** The same, telling of links. */
    public static Clusters of(
            int[] providerOf, boolean[] deduplicated, Links accepted, Veto veto, Evidence evidence, Progress progress) {
        check(providerOf, deduplicated, accepted);
        Agglomeration made = new Agglomeration(providerOf, deduplicated, veto, evidence);
        made.joinAlong(accepted, progress.begin("putting people together", "links", accepted.size()));
        Grouping grouping = new Grouping(made.clusterOf, accepted, evidence);
        int moves = new LocalMoves(providerOf, deduplicated, veto, grouping)
                .along(accepted, progress.begin("moving records to whom they fit best", "links", 0));
        return new Clusters(made, moves);
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

    /** Links refused by neither, but because what is known of the pairs between the clusters speaks against one person. */
    public int refusedByEvidence() {
        return refusedByEvidence;
    }

    /** Records moved afterwards to a cluster that has more claim to them. */
    public int moves() {
        return moves;
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
        private final Evidence evidence;
        private final int[] clusterOf;
        private int refusedByProvider;
        private int refusedByVeto;
        private int refusedByEvidence;

        Agglomeration(int[] providerOf, boolean[] deduplicated, Veto veto, Evidence evidence) {
            this.clusterOf = new int[providerOf.length];
            this.sets = new DisjointSets(providerOf.length);
            this.providers = new ProviderSets(providerOf, deduplicated);
            this.members = new Members(providerOf.length);
            this.veto = veto;
            this.evidence = evidence;
        }

        void joinAlong(Links heaviestFirst, Step step) {
            for (int link = 0; link < heaviestFirst.size(); link++) {
                step.at(link);
                consider(sets.root(heaviestFirst.left(link)), sets.root(heaviestFirst.right(link)));
            }
            Arrays.setAll(clusterOf, sets::root);
        }

        private void consider(int one, int other) {
            if (one == other) {
                return;
            }
            if (providers.overlap(one, other)) {
                refusedByProvider++;
            } else if (members.forbidden(one, other, veto)) {
                refusedByVeto++;
            } else if (members.bits(one, other, evidence) < 0) {
                refusedByEvidence++;
            } else {
                join(one, other);
            }
        }

        private void join(int one, int other) {
            int root = sets.join(one, other);
            providers.merge(root == one ? other : one, root);
            members.merge(one, other);
        }
    }
}
