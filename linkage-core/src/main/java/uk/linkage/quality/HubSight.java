package uk.linkage.quality;

import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.compare.ComponentDistances;

/**
 * Each way in which a hub can look at two records of one table: every view alone, all views together by the code bits
 * that agree, and the distance of every component as the library's own {@link ComponentDistances} unpicks it. A worker: one thread.
 */
final class HubSight {
    private final EncodedTable table;
    private final ComponentDistances distances;
    private final int views;
    private final int components;

    HubSight(Agreement agreement, EncodedTable table) {
        this.table = table;
        this.distances = new ComponentDistances(agreement, table, table);
        this.views = agreement.views().size();
        this.components = agreement.components().size();
    }

    /** All pairs of the table by each view, and last by all of them. */
    List<Edges> views() {
        return Edges.of(table.rows(), views + 1, (left, right, scores) -> {
            scores[views] = 0;
            for (int v = 0; v < views; v++) {
                scores[v] = -table.view(v).differing(left, table.view(v), right);
                scores[views] += scores[v];
            }
        });
    }

    /** All pairs of the table by each component. */
    List<Edges> components() {
        return Edges.of(table.rows(), components, (left, right, scores) -> {
            double[] unpicked = distances.of(left, right);
            for (int c = 0; c < components; c++) {
                scores[c] = -unpicked[c];
            }
        });
    }
}
