package uk.linkage.quality;

import uk.linkage.file.Progress;
import uk.linkage.file.Step;

/**
 * Goes through the pairs that count: those that are true, and those that were found and are not.
 *
 * <p>Every pair is visited, so that time grows with the square of the records of a person or cluster. Both are small where linkage is
 * of any use.
 */
final class PairWalk {
    private final LabelledRecords records;
    private final boolean withinProviders;
    private final Progress progress;

    PairWalk(LabelledRecords records, boolean withinProviders, Progress progress) {
        this.progress = progress;
        this.records = records;
        this.withinProviders = withinProviders;
    }

    /** Two records. */
    interface Visitor {
        void pair(int left, int right);
    }

    /** All pairs of one person, person by person. */
    void truePairs(Visitor visitor) {
        walk("going through true pairs", records.byPerson(), visitor);
    }

    /** All pairs with one study id, id by id. */
    void foundPairs(Visitor visitor) {
        walk("going through linked pairs", records.byCluster(), visitor);
    }

    /** All pairs with one study id that are of two people. */
    void falsePairs(Visitor visitor) {
        walk("going through false pairs", records.byCluster(), (left, right) -> {
            if (records.person(left) != records.person(right)) {
                visitor.pair(left, right);
            }
        });
    }

    private void walk(String what, Groups groups, Visitor visitor) {
        Step step = progress.begin(what, "records", records.size());
        int[] order = groups.order();
        for (int from = 0; from < order.length; from++) {
            step.at(from);
            int group = groups.groupOf(order[from]);
            for (int to = from + 1; to < order.length && groups.groupOf(order[to]) == group; to++) {
                visit(order[from], order[to], visitor);
            }
        }
    }

    private void visit(int left, int right, Visitor visitor) {
        if (withinProviders || records.provider(left) != records.provider(right)) {
            visitor.pair(left, right);
        }
    }
}
