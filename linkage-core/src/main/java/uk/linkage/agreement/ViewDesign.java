package uk.linkage.agreement;

/**
 * Which view covers which component, as a matrix of zeros and ones: a weighing design (Yates 1935; Hotelling, Annals of
 * Mathematical Statistics 1944). Distances of views are sums of distances of components, so components can be told
 * apart where the columns are linearly independent.
 */
public final class ViewDesign {
    private final boolean[][] covers;
    private final int components;

    /** The design of an agreement. */
    public ViewDesign(Agreement agreement) {
        this.components = agreement.components().size();
        this.covers = new boolean[agreement.views().size()][components];
        for (int v = 0; v < covers.length; v++) {
            for (int c = 0; c < components; c++) {
                String name = agreement.components().get(c).name();
                covers[v][c] = agreement.views().get(v).components().contains(name);
            }
        }
    }

    /** Whether a view covers a component. */
    public boolean covers(int view, int component) {
        return covers[view][component];
    }

    /** Rows of the matrix. */
    public int views() {
        return covers.length;
    }

    /** Columns of the matrix. */
    public int components() {
        return components;
    }

    /** Whether the matrix has full column rank. */
    boolean tellsComponentsApart() {
        double[][] m = new double[covers.length][components];
        for (int v = 0; v < m.length; v++) {
            for (int c = 0; c < components; c++) {
                m[v][c] = covers[v][c] ? 1 : 0;
            }
        }
        int rank = 0;
        for (int c = 0; c < components; c++) {
            rank += eliminate(m, rank, c) ? 1 : 0;
        }
        return rank == components;
    }

    private static boolean eliminate(double[][] m, int from, int column) {
        for (int pivot = from; pivot < m.length; pivot++) {
            if (Math.abs(m[pivot][column]) > 1e-9) {
                double[] row = m[pivot];
                m[pivot] = m[from];
                m[from] = row;
                subtract(m, from, column);
                return true;
            }
        }
        return false;
    }

    private static void subtract(double[][] m, int pivot, int column) {
        for (int row = pivot + 1; row < m.length; row++) {
            double factor = m[row][column] / m[pivot][column];
            for (int c = column; c < m[row].length; c++) {
                m[row][c] -= factor * m[pivot][c];
            }
        }
    }
}
