package uk.linkage.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts true and false pairs by all that is wrong with them, and by each thing that is. */
final class CauseTally {
    private static final Comparator<CauseCount> MOST_MISSED = Comparator.comparing(CauseCount::missed)
            .reversed()
            .thenComparing(count -> String.join(";", count.causes()));

    private final LabelledRecords records;
    private final Tags tags;
    private final Map<Long, Tally> together = new HashMap<>();
    private final Tally[] singly = new Tally[Long.SIZE];
    private final Tally nothing = new Tally();
    private long falseLinks;
    private long ofOneHousehold;

    CauseTally(LabelledRecords records, Tags tags) {
        this.records = records;
        this.tags = tags;
        Arrays.setAll(singly, bit -> new Tally());
    }

    /** Of one cause, or of a set of them. */
    private static final class Tally {
        private long pairs;
        private long missed;
        private long wrong;
        private final RunningUnit recall = new RunningUnit();

        void addTrue(int person, boolean isFound) {
            pairs++;
            missed += isFound ? 0 : 1;
            recall.add(person, isFound);
        }

        CauseCount count(List<String> causes) {
            return new CauseCount(causes, pairs, missed, wrong, recall.designEffect());
        }
    }

    /** One more pair of one person; those of one come one after the other. */
    void addTrue(int left, int right) {
        boolean isFound = records.cluster(left) == records.cluster(right);
        each(tags.causes(left, right), tally -> tally.addTrue(records.person(left), isFound));
    }

    void addFalse(int left, int right) {
        each(tags.causes(left, right), tally -> tally.wrong++);
        falseLinks++;
        ofOneHousehold += tags.ofOneHousehold(left, right) ? 1 : 0;
    }

    private void each(long causes, Consumer<Tally> adding) {
        adding.accept(together.computeIfAbsent(causes, unseen -> new Tally()));
        if (causes == 0) {
            adding.accept(nothing);
        }
        for (long left = causes; left != 0; left &= left - 1) {
            adding.accept(singly[Long.numberOfTrailingZeros(left)]);
        }
    }

    long falseLinks() {
        return falseLinks;
    }

    long ofOneHousehold() {
        return ofOneHousehold;
    }

    /** Each cause by itself, and last the pairs with which nothing is wrong. */
    List<CauseCount> singly(CauseLabels causes) {
        List<CauseCount> counts = new ArrayList<>();
        for (int bit = 0; bit < causes.count(); bit++) {
            counts.add(singly[bit].count(causes.words(1L << bit)));
        }
        counts.add(nothing.count(List.of()));
        counts.sort(MOST_MISSED);
        return counts;
    }

    /** All that is wrong with pairs that were missed, together. */
    List<CauseCount> together(CauseLabels causes) {
        return together.entrySet().stream()
                .filter(entry -> entry.getValue().missed > 0)
                .map(entry -> entry.getValue().count(causes.words(entry.getKey())))
                .sorted(MOST_MISSED)
                .toList();
    }
}
