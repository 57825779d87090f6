package uk.linkage.quality;

import java.util.OptionalDouble;

/**
 * B-cubed precision, recall and F1: how pure a record's cluster is and how much of its person the cluster holds, averaged over records.
 *
 * <p>Unlike exact recovery of people it gives part marks, and unlike pairs it does not let large clusters rule. All records of the run
 * and of the truth count, single ones too. Undefined (empty) only without records. There is no interval, since it is no count of
 * trials. Source: A. Bagga and B. Baldwin, Algorithms for scoring coreference chains, LREC workshop on linguistic coreference, 1998.
 */
public record BCubed(OptionalDouble precision, OptionalDouble recall, OptionalDouble f1) {
    static BCubed of(LabelledRecords records) {
        if (records.size() == 0) {
            return new BCubed(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        double precision = mean(records, records.byCluster());
        double recall = mean(records, records.byPerson());
        return new BCubed(
                OptionalDouble.of(precision), OptionalDouble.of(recall), OptionalDouble.of(f1(precision, recall)));
    }

    /** The harmonic mean. Both are never 0, a record being in its own cell. */
    static double f1(double precision, double recall) {
        return 2 * precision * recall / (precision + recall);
    }

    private static double mean(LabelledRecords records, Groups groups) {
        Groups cells = records.byCell();
        RecordMean.Sum sum = new RecordMean.Sum();
        for (int record = 0; record < records.size(); record++) {
            sum.add(cells.size(cells.groupOf(record)), groups.size(groups.groupOf(record)));
        }
        return sum.mean().mean();
    }
}
