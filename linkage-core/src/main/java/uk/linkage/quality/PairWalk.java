package uk.linkage.quality;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Goes through the pairs that count: those that are true, and those that were found and are not.
 *
 * <p>Every pair is visited, so that time grows with the square of the records of a person or cluster. Both are small where linkage is
 * of any use.
 */
final class PairWalk {
    private final LabelledRecords records;
    private final boolean withinProviders;

    PairWalk(LabelledRecords records, boolean withinProviders) {
        this.records = records;
        this.withinProviders = withinProviders;
    }

    /** Two records. */
    interface Visitor {
        void pair(int left, int right);
    }

    /** All pairs of one person, person by person. */
    void truePairs(Visitor visitor) {
        walk(records::person, visitor);
    }

    /** All pairs with one study id, id by id. */
    void foundPairs(Visitor visitor) {
        walk(records::cluster, visitor);
    }

    /** All pairs with one study id that are of two people. */
    void falsePairs(Visitor visitor) {
        foundPairs((left, right) -> {
            if (records.person(left) != records.person(right)) {
                visitor.pair(left, right);
            }
        });
    }

    private void walk(IntUnaryOperator groupOf, Visitor visitor) {
        long[] sorted = new long[records.size()];
        Arrays.setAll(sorted, record -> (long) groupOf.applyAsInt(record) << Integer.SIZE | record);
        Arrays.sort(sorted);
        for (int from = 0; from < sorted.length; from++) {
            for (int to = from + 1; to < sorted.length && sameGroup(sorted[from], sorted[to]); to++) {
                visit((int) sorted[from], (int) sorted[to], visitor);
            }
        }
    }

    private static boolean sameGroup(long one, long other) {
        return one >>> Integer.SIZE == other >>> Integer.SIZE;
    }

    private void visit(int left, int right, Visitor visitor) {
        if (withinProviders || records.provider(left) != records.provider(right)) {
            visitor.pair(left, right);
        }
    }
}
