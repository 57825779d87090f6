package uk.linkage.audit;

import java.util.stream.IntStream;
import uk.linkage.hub.block.EncodedTable;

/**
 * Records that are taken to be known, and everybody's distances to them as features: what is near the same people is the same person.
 *
 * @param rows of a table, in an order that is the same for all tables
 */
record Anchors(int[] rows) {

    /** A row of features for each record of the table: code bits that agree with each anchor; with itself an anchor has the mean. */
    float[][] distances(EncodedTable table) {
        float[][] distances = new float[table.rows()][rows.length];
        IntStream.range(0, table.rows()).parallel().forEach(row -> fill(table, row, distances[row]));
        return distances;
    }

    private void fill(EncodedTable table, int row, float[] distances) {
        double sum = 0;
        int self = -1;
        for (int anchor = 0; anchor < rows.length; anchor++) {
            self = rows[anchor] == row ? anchor : self;
            distances[anchor] = table.differing(row, table, rows[anchor]);
            sum += distances[anchor];
        }
        if (self >= 0) {
            distances[self] = (float) (sum / Math.max(1, rows.length - 1));
        }
    }
}
