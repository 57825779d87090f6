package uk.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.resolve.Evidence;

/**
 * What the linkages of every two providers say of any two records: the log-odds of a pair that was looked at, among its rivals. That
 * no rule found a pair speaks against it as well, where both records have enough of every component to be found by: of the pairs of one
 * person that are so complete blocking misses about one in {@code 2^}{@value #UNSEEN_BITS} or fewer.
 */
final class PairEvidence implements Evidence {
    private static final int UNSEEN_BITS = 5;

    private final Agreement agreement;
    private final Records records;
    private final PairLinkage[][] linkages;
    private final Map<Integer, Boolean> complete = new HashMap<>();

    PairEvidence(Agreement agreement, Records records, List<PairLinkage> pairs) {
        this.agreement = agreement;
        this.records = records;
        this.linkages = new PairLinkage[records.providers()][records.providers()];
        pairs.forEach(pair -> linkages[pair.left()][pair.right()] = pair);
    }

    @Override
    public double bits(int record, int other) {
        int left = Math.min(record, other);
        int right = Math.max(record, other);
        PairLinkage linkage = linkages[records.providerOf(left)][records.providerOf(right)];
        int pair = linkage.find(records, left, right);
        if (pair >= 0) {
            return linkage.among(pair);
        }
        return isComplete(presence(left) & presence(right)) ? -UNSEEN_BITS : 0;
    }

    private int presence(int record) {
        int provider = records.providerOf(record);
        return records.table(provider).presence(record - records.first(provider));
    }

    private boolean isComplete(int presenceInBoth) {
        return complete.computeIfAbsent(
                presenceInBoth,
                fields ->
                        agreement.components().stream().allMatch(component -> agreement.comparable(component, fields)));
    }
}
