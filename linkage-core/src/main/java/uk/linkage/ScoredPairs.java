package uk.linkage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.resolve.Links;

/**
 * Every pair of two providers' records that a run looked at, with its weight: what a researcher needs to see what another
 * threshold would have done, where the truth is at hand. It stays at the hub. Providers get accepted links and never
 * scores, which would tell them who nearly matched.
 *
 * <pre>{@code
 * ScoredPairs pairs = run.scored().get(0);
 * for (int i = 0; i < pairs.size(); i++) {
 *     curve.add(pairs.probability(i), truth.contains(pairs.left(i), pairs.right(i)));
 * }
 * }</pre>
 *
 * <p>Pairs come in ascending order of left and then of right row of the sealed files. Immutable.
 */
public final class ScoredPairs {
    private final String leftProvider;
    private final String rightProvider;
    private final List<String> leftIds;
    private final List<String> rightIds;
    private final PairLinkage linkage;
    private final Set<Long> accepted = new HashSet<>();

    ScoredPairs(Agreement agreement, List<String> providers, List<EncodedTable> tables, PairLinkage linkage) {
        this.leftProvider = providers.get(linkage.left());
        this.rightProvider = providers.get(linkage.right());
        this.leftIds = tables.get(linkage.left()).localIds();
        this.rightIds = tables.get(linkage.right()).localIds();
        this.linkage = linkage;
        int[] first = Hub.firstRecords(tables);
        Links links = linkage.atLeast(agreement.decide().link());
        for (int i = 0; i < links.size(); i++) {
            accepted.add(key(links.left(i) - first[linkage.left()], links.right(i) - first[linkage.right()]));
        }
    }

    /** The first provider. */
    public String leftProvider() {
        return leftProvider;
    }

    /** The second. */
    public String rightProvider() {
        return rightProvider;
    }

    /** How many pairs were looked at. */
    public int size() {
        return linkage.pairs().size();
    }

    /** The first provider's local id of a pair. */
    public String left(int pair) {
        return leftIds.get(linkage.pairs().left(pair));
    }

    /** The second provider's. */
    public String right(int pair) {
        return rightIds.get(linkage.pairs().right(pair));
    }

    /** Log-odds in bits that a pair which no better pair rules out is of one person. */
    public double weight(int pair) {
        return linkage.fitted().logOdds()[linkage.patterns().of(pair)];
    }

    /** The same as a probability. */
    public double probability(int pair) {
        return MatchModel.probability(weight(pair));
    }

    /** Whether the pair is a link: assigned, and not below the agreement's threshold. */
    public boolean accepted(int pair) {
        return accepted.contains(key(linkage.pairs().left(pair), linkage.pairs().right(pair)));
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    @Override
    public String toString() {
        return "ScoredPairs[" + leftProvider + ", " + rightProvider + ", " + size() + "]";
    }
}
