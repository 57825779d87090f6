package uk.linkage.quality;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts true and false pairs by all that is wrong with them. */
final class CauseTally {
    private static final Comparator<CauseCount> MOST_MISSED = Comparator.comparing(CauseCount::missed)
            .reversed()
            .thenComparing(count -> String.join(";", count.causes()));

    private final LabelledRecords records;
    private final Tags tags;
    private final Map<Long, long[]> counts = new HashMap<>();
    private long falseLinks;
    private long ofOneHousehold;

    CauseTally(LabelledRecords records, Tags tags) {
        this.records = records;
        this.tags = tags;
    }

    void addTrue(int left, int right) {
        long[] count = counts.computeIfAbsent(tags.causes(left, right), unseen -> new long[3]);
        count[0]++;
        count[1] += records.cluster(left) == records.cluster(right) ? 0 : 1;
    }

    void addFalse(int left, int right) {
        counts.computeIfAbsent(tags.causes(left, right), unseen -> new long[3])[2]++;
        falseLinks++;
        ofOneHousehold += tags.ofOneHousehold(left, right) ? 1 : 0;
    }

    long falseLinks() {
        return falseLinks;
    }

    long ofOneHousehold() {
        return ofOneHousehold;
    }

    /** Each cause by itself, and last the pairs with which nothing is wrong. */
    List<CauseCount> singly(CauseLabels causes) {
        return IntStream.rangeClosed(0, causes.count())
                .mapToObj(bit -> {
                    boolean nothing = bit == causes.count();
                    long[] sum = sum(nothing ? 0 : 1L << bit);
                    return new CauseCount(nothing ? List.of() : causes.words(1L << bit), sum[0], sum[1], sum[2]);
                })
                .sorted(MOST_MISSED)
                .toList();
    }

    /** Over the pairs that have this cause, or over those that have none. */
    private long[] sum(long cause) {
        long[] sum = new long[3];
        counts.forEach((mask, count) -> {
            if (cause == 0 ? mask == 0 : (mask & cause) != 0) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += count[i];
                }
            }
        });
        return sum;
    }

    /** All that is wrong with pairs that were missed, together. */
    List<CauseCount> together(CauseLabels causes) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue()[1] > 0)
                .map(entry -> new CauseCount(
                        causes.words(entry.getKey()), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
                .sorted(MOST_MISSED)
                .toList();
    }
}
