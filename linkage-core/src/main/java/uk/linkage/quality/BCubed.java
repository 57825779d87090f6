package uk.linkage.quality;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

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
        double precision = meanShare(records, records.byCluster());
        double recall = meanShare(records, records.byPerson());
        double f1 = 2 * precision * recall / (precision + recall);
        return new BCubed(OptionalDouble.of(precision), OptionalDouble.of(recall), OptionalDouble.of(f1));
    }

    /**
     * The mean over records of cell size / group size. Both are never 0, a record being in its own cell. Records alike in both sizes are
     * added together and in order of size, so that rounding does not depend on the order of records.
     */
    private static double meanShare(LabelledRecords records, Groups groups) {
        Groups cells = records.byCell();
        Map<Long, Long> recordsBySizes = new TreeMap<>();
        for (int record = 0; record < records.size(); record++) {
            long cellSize = cells.size(cells.groupOf(record));
            long groupSize = groups.size(groups.groupOf(record));
            recordsBySizes.merge(groupSize << Integer.SIZE | cellSize, 1L, Long::sum);
        }
        double sum = 0;
        for (Map.Entry<Long, Long> alike : recordsBySizes.entrySet()) {
            double share = (double) alike.getKey().intValue() / (alike.getKey() >>> Integer.SIZE);
            sum += alike.getValue() * share;
        }
        return sum / records.size();
    }
}
