package uk.linkage.quality;

import java.util.Map;
import java.util.TreeMap;

/**
 * A share of each record, averaged over records: B-cubed precision or recall.
 *
 * @param records how many
 * @param below how many have less than the whole share
 * @param mean 0 to 1; NaN without records
 */
public record RecordMean(long records, long below, double mean) {

    /**
     * Adds shares up. Records alike in both numbers are added together and in order of these, so that rounding does not depend on the
     * order of records.
     */
    static final class Sum {
        private final Map<Long, Long> recordsBySizes = new TreeMap<>();

        /** A record whose cell has so many records, and whose cluster or person so many. */
        void add(int cellSize, int groupSize) {
            recordsBySizes.merge((long) groupSize << Integer.SIZE | cellSize, 1L, Long::sum);
        }

        RecordMean mean() {
            long records = 0;
            long below = 0;
            double sum = 0;
            for (Map.Entry<Long, Long> alike : recordsBySizes.entrySet()) {
                int cellSize = alike.getKey().intValue();
                long groupSize = alike.getKey() >>> Integer.SIZE;
                records += alike.getValue();
                below += cellSize < groupSize ? alike.getValue() : 0;
                sum += alike.getValue() * (double) cellSize / groupSize;
            }
            return new RecordMean(records, below, sum / records);
        }
    }
}
