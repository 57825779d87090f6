package uk.linkage.quality;

import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.compare.Comparer;

/**
 * Each way in which a hub can look at two records of one table: every view alone, all views together by the code bits
 * that agree, and the distance of every component as the library's own {@link Comparer} unpicks it. A worker: one thread.
 */
final class HubSight {
    private final Agreement agreement;
    private final EncodedTable table;
    private final Comparer comparer;
    private final int views;

    HubSight(Agreement agreement, EncodedTable table) {
        this.agreement = agreement;
        this.table = table;
        this.comparer = new Comparer(agreement, table, table);
        this.views = agreement.views().size();
    }

    /** What is looked at, in the order of the scores. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        agreement.views().forEach(view -> names.add("view " + view.name()));
        names.add("all views");
        agreement.components().forEach(component -> names.add(component.name() + ", unpicked"));
        return names;
    }

    /** All pairs of the table, by each. */
    List<Edges> edges() {
        return Edges.of(table.rows(), names().size(), this::look);
    }

    private void look(int left, int right, double[] scores) {
        scores[views] = 0;
        for (int v = 0; v < views; v++) {
            scores[v] = -table.view(v).differing(left, table.view(v), right);
            scores[views] += scores[v];
        }
        double[] unpicked = comparer.componentDistances(left, right);
        for (int c = 0; c < agreement.components().size(); c++) {
            scores[views + 1 + c] = -unpicked[c];
        }
    }
}
