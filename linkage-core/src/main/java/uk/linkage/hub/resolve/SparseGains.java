package uk.linkage.hub.resolve;

import java.util.Arrays;

/**
 * One component of a bipartite graph as rows, columns and positive gains, the edges of a row side by side (compressed sparse rows).
 *
 * <p>Rows are the component's left records and columns its right records, each numbered in ascending order of record. An edge knows
 * the link it came from.
 */
final class SparseGains {
    private final int columns;
    private final int[] firstEdge;
    private final int[] column;
    private final double[] gain;
    private final int[] link;

    private SparseGains(int columns, int[] firstEdge, int[] column, double[] gain, int[] link) {
        this.columns = columns;
        this.firstEdge = firstEdge;
        this.column = column;
        this.gain = gain;
        this.link = link;
    }

    /** The links chosen by their indices, each gaining what its weight is above the floor. */
    static SparseGains of(Links links, int[] chosen, double floor) {
        int[] byRow = chosen.clone();
        Order.sort(byRow, (a, b) -> Integer.compare(links.left(a), links.left(b)));
        int[] rows = distinct(Arrays.stream(byRow).map(links::left).toArray());
        int[] columns = distinct(Arrays.stream(byRow).map(links::right).toArray());
        int[] firstEdge = new int[rows.length + 1];
        for (int link : byRow) {
            firstEdge[Arrays.binarySearch(rows, links.left(link)) + 1]++;
        }
        Arrays.parallelPrefix(firstEdge, Integer::sum);
        int[] column = Arrays.stream(byRow)
                .map(link -> Arrays.binarySearch(columns, links.right(link)))
                .toArray();
        double[] gain = Arrays.stream(byRow)
                .mapToDouble(link -> links.weight(link) - floor)
                .toArray();
        return new SparseGains(columns.length, firstEdge, column, gain, byRow);
    }

    int rows() {
        return firstEdge.length - 1;
    }

    int columns() {
        return columns;
    }

    /** The first edge of a row; the first edge of the next row ends it. */
    int firstEdge(int row) {
        return firstEdge[row];
    }

    int column(int edge) {
        return column[edge];
    }

    double gain(int edge) {
        return gain[edge];
    }

    int link(int edge) {
        return link[edge];
    }

    /** The edge from each row to the column given for it, or -1 where that is -1. */
    int[] edges(int[] columnOf) {
        int[] edges = new int[columnOf.length];
        Arrays.setAll(edges, row -> edge(row, columnOf[row]));
        return edges;
    }

    private int edge(int row, int wanted) {
        for (int edge = firstEdge[row]; edge < firstEdge[row + 1]; edge++) {
            if (column[edge] == wanted) {
                return edge;
            }
        }
        return -1;
    }

    private static int[] distinct(int[] records) {
        return Arrays.stream(records).sorted().distinct().toArray();
    }
}
