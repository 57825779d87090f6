package uk.linkage.benchmarks;

import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.compare.Comparer;

/**
 * Each way in which a hub can look at two records of one table: every view alone, all views together by the code bits
 * that agree, and the distance of every component, both as the library's own {@link Comparer} unpicks it and by plain
 * sums. With {@code n} views that each leave one component out, the whole distance is the sum of all views over {@code n
 * - 1}, and a component's is the whole less that of the view without it. A worker: one thread.
 */
final class HubSight {
    private final Agreement agreement;
    private final EncodedTable table;
    private final Comparer comparer;
    private final double[] distances;
    private final int[] without;

    HubSight(Agreement agreement, EncodedTable table) {
        this.agreement = agreement;
        this.table = table;
        this.comparer = new Comparer(agreement, table, table);
        this.distances = new double[agreement.views().size()];
        this.without =
                agreement.components().stream().mapToInt(c -> without(c.name())).toArray();
    }

    /** What is looked at, in the order of the scores. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        agreement.views().forEach(view -> names.add("view " + view.name()));
        names.add("all views");
        agreement.components().forEach(c -> names.add(c.name() + ", unpicked"));
        agreement.components().forEach(c -> names.add(c.name() + ", by sums"));
        return names;
    }

    /** All pairs of the table, by each. */
    List<Edges> edges() {
        return Edges.of(table.rows(), names().size(), this::look);
    }

    private void look(int left, int right, double[] scores) {
        int next = views(left, right, scores);
        double[] unpicked = comparer.componentDistances(left, right);
        double whole = whole();
        for (int c = 0; c < without.length; c++) {
            scores[next + c] = -unpicked[c];
            scores[next + without.length + c] = without[c] < 0 ? -whole : distances[without[c]] - whole;
        }
    }

    private int views(int left, int right, double[] scores) {
        int all = distances.length;
        scores[all] = 0;
        for (int v = 0; v < all; v++) {
            int differing = table.view(v).differing(left, table.view(v), right);
            distances[v] = agreement
                    .hardening()
                    .filterDistance(differing, agreement.filter().bits());
            scores[v] = -differing;
            scores[all] -= differing;
        }
        return all + 1;
    }

    private double whole() {
        double sum = 0;
        for (double distance : distances) {
            sum += distance;
        }
        return sum / Math.max(1, distances.length - 1);
    }

    /** The view that leaves this component out; -1 where none does. */
    private int without(String component) {
        for (int v = 0; v < agreement.views().size(); v++) {
            if (!agreement.views().get(v).components().contains(component)) {
                return v;
            }
        }
        return -1;
    }
}
