package uk.linkage.hub.resolve;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The assignment of largest total gain in a sparse graph of rows and columns, where a row may stay alone.
 *
 * <p>Goal: choose edges, no two of which share a row or a column, so that the sum of their gains is as large as it can be. All gains
 * are positive.
 *
 * <p>Method: successive shortest augmenting paths with potentials, the Hungarian method in its sparse form. Costs are negated gains.
 * Rows enter one at a time. From the entering row a Dijkstra search over reduced costs {@code cost - potential(row) -
 * potential(column)} grows a tree of alternating paths until the cheapest of three endings is certain: a column that is free, or a row
 * of the tree that stays alone (cost 0) and gives its column up. Along that path the assignment is shifted by one, and the potentials
 * are corrected so that the next search sees no negative cost.
 *
 * <p>Invariants: no reduced cost is negative; it is 0 on every edge of the assignment; the potential of a free column is 0, that of a
 * row at most 0, and that of a row alone 0. These are the complementary slackness conditions, so the assignment of the rows so far is optimal. A row
 * that stays alone stays so: later rows only make columns scarcer.
 *
 * <p>Trade-off: rows x edges x log(edges) at worst, though a search seldom leaves the neighbourhood of its row; and exact in real
 * arithmetic only: totals within the rounding of a sum of doubles count as equal. Of columns
 * equally far the free ones come first, then the smaller number.
 *
 * <ol>
 *   <li>H. W. Kuhn, The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2, 1955.
 *   <li>R. Jonker and A. Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment problems, Computing 38,
 *       1987.
 * </ol>
 */
final class ShortestPaths {
    private static final int ALONE = -1;
    private static final double FAR = Double.POSITIVE_INFINITY;

    private final SparseGains gains;
    private final int[] columnOf;
    private final int[] rowOf;
    private final double[] rowPotential;
    private final double[] columnPotential;

    // The search tree of the row that enters.
    private final double[] distance;
    private final int[] reachedFrom;
    private final boolean[] settled;
    private final int[] reached;
    private int reachedCount;
    private final PriorityQueue<Reach> frontier = new PriorityQueue<>();
    private double aloneDistance;
    private int aloneRow;

    private ShortestPaths(SparseGains gains) {
        this.gains = gains;
        this.columnOf = new int[gains.rows()];
        this.rowOf = new int[gains.columns()];
        this.rowPotential = new double[gains.rows()];
        this.columnPotential = new double[gains.columns()];
        this.distance = new double[gains.columns()];
        this.reachedFrom = new int[gains.columns()];
        this.settled = new boolean[gains.columns()];
        this.reached = new int[gains.columns()];
        Arrays.fill(columnOf, ALONE);
        Arrays.fill(rowOf, ALONE);
        Arrays.fill(distance, FAR);
    }

    /** The edge chosen for each row, or -1 for a row alone. */
    static int[] bestEdges(SparseGains gains) {
        ShortestPaths paths = new ShortestPaths(gains);
        for (int row = 0; row < gains.rows(); row++) {
            paths.enter(row);
        }
        return gains.edges(paths.columnOf);
    }

    private void enter(int row) {
        rowPotential[row] = cheapest(row);
        int end = search(row);
        correctPotentials(row, end == ALONE ? aloneDistance : distance[end]);
        shift(row, end);
        forget();
    }

    private double cheapest(int row) {
        double cheapest = 0;
        for (int edge = gains.firstEdge(row); edge < gains.firstEdge(row + 1); edge++) {
            cheapest = Math.min(cheapest, -gains.gain(edge) - columnPotential[gains.column(edge)]);
        }
        return cheapest;
    }

    /** Grows the tree until its cheapest ending is certain: a free column, or ALONE for {@code aloneRow} giving its column up. */
    private int search(int source) {
        aloneDistance = FAR;
        grow(source, 0);
        for (Reach next = frontier.poll(); next != null && next.distance <= aloneDistance; next = frontier.poll()) {
            if (settled[next.column]) {
                continue;
            }
            if (rowOf[next.column] == ALONE) {
                return next.column;
            }
            settled[next.column] = true;
            grow(rowOf[next.column], next.distance);
        }
        return ALONE;
    }

    private void grow(int row, double soFar) {
        offerAlone(row, soFar - rowPotential[row]);
        for (int edge = gains.firstEdge(row); edge < gains.firstEdge(row + 1); edge++) {
            int column = gains.column(edge);
            double reduced = -gains.gain(edge) - rowPotential[row] - columnPotential[column];
            reach(column, row, soFar + Math.max(0, reduced));
        }
    }

    private void offerAlone(int row, double total) {
        if (total < aloneDistance) {
            aloneDistance = total;
            aloneRow = row;
        }
    }

    private void reach(int column, int row, double total) {
        if (settled[column] || total >= distance[column] || total > aloneDistance) {
            return;
        }
        if (distance[column] == FAR) {
            reached[reachedCount++] = column;
        }
        distance[column] = total;
        reachedFrom[column] = row;
        frontier.add(new Reach(total, rowOf[column] != ALONE, column));
    }

    private void correctPotentials(int source, double length) {
        rowPotential[source] += length;
        for (int i = 0; i < reachedCount; i++) {
            int column = reached[i];
            if (settled[column]) {
                rowPotential[rowOf[column]] += length - distance[column];
                columnPotential[column] -= length - distance[column];
            }
        }
    }

    private void shift(int source, int end) {
        int taken = end;
        int row = end == ALONE ? aloneRow : reachedFrom[end];
        while (row != source) {
            int givenUp = assign(row, taken);
            taken = givenUp;
            row = reachedFrom[givenUp];
        }
        assign(source, taken);
    }

    private int assign(int row, int column) {
        int before = columnOf[row];
        columnOf[row] = column;
        if (column != ALONE) {
            rowOf[column] = row;
        }
        return before;
    }

    private void forget() {
        for (int i = 0; i < reachedCount; i++) {
            distance[reached[i]] = FAR;
            settled[reached[i]] = false;
        }
        reachedCount = 0;
        frontier.clear();
    }

    /** A column at its distance; of columns equally far a free one comes first, since it ends the search. */
    private record Reach(double distance, boolean taken, int column) implements Comparable<Reach> {
        @Override
        public int compareTo(Reach other) {
            int order = Double.compare(distance, other.distance);
            order = order != 0 ? order : Boolean.compare(taken, other.taken);
            return order != 0 ? order : Integer.compare(column, other.column);
        }
    }
}
