package uk.linkage.hub.compare;

import uk.linkage.agreement.ViewDesign;

/**
 * Tells from the distances of views, each over several components, the distances of the components.
 *
 * <p>Goal. A view's filter distance is the sum of its components' distances, seen through noise. With as many independent
 * views as components the sums can be unpicked: a weighing design (Hotelling 1944). Distances are not negative, most are
 * zero, and the noise of a view grows steeply with its distance.
 *
 * <p>Method. Weighted least squares with non-negative unknowns (Lawson and Hanson 1974) and a price of {@value #PRICE} for
 * each component that is not zero (Akaike 1974), by trying every set of such components: with at most eight components
 * there are few. A view of equal codes has no noise, so all its components come out as zero, as they must.
 *
 * <p>A worker: one thread.
 */
final class Unpicking {
    private static final double PRICE = 2;
    private static final double FLOOR = 0.05;

    private final ViewDesign design;
    private final int components;
    private final double[] weight;
    private final double[][] normal;
    private final double[] solution;
    private final double[] best;

    Unpicking(ViewDesign design) {
        this.design = design;
        this.components = design.components();
        this.weight = new double[design.views()];
        this.normal = new double[components][components + 1];
        this.solution = new double[components];
        this.best = new double[components];
    }

    /**
     * The component distances.
     *
     * @param distance of each view
     * @param deviation of each view's distance
     * @return one for each component, in the same unit; overwritten by the next call
     */
    double[] components(double[] distance, double[] deviation) {
        for (int v = 0; v < weight.length; v++) {
            weight[v] = 1 / (deviation[v] * deviation[v] + FLOOR);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << components; set++) {
            double misfit = solve(set, distance) ? misfit(set, distance) : Double.POSITIVE_INFINITY;
            if (misfit < least) {
                least = misfit;
                System.arraycopy(solution, 0, best, 0, components);
            }
        }
        return best;
    }

    /** Solves for the components in the set, the others zero; false where one comes out negative. */
    private boolean solve(int set, double[] distance) {
        int unknowns = 0;
        for (int c = 0; c < components; c++) {
            solution[c] = 0;
            if ((set >>> c & 1) != 0) {
                fillRow(unknowns++, c, set, distance);
            }
        }
        return eliminate(unknowns) && takeOver(set, unknowns);
    }

    private void fillRow(int row, int component, int set, double[] distance) {
        int column = 0;
        for (int c = 0; c < components; c++) {
            if ((set >>> c & 1) != 0) {
                normal[row][column++] = product(component, c);
            }
        }
        normal[row][column] = 0;
        for (int v = 0; v < weight.length; v++) {
            normal[row][column] += design.covers(v, component) ? weight[v] * distance[v] : 0;
        }
    }

    private double product(int a, int b) {
        double sum = 0;
        for (int v = 0; v < weight.length; v++) {
            sum += design.covers(v, a) && design.covers(v, b) ? weight[v] : 0;
        }
        return sum;
    }

    /** Gauss elimination without pivoting: the matrix is symmetric and positive definite. */
    private boolean eliminate(int n) {
        for (int p = 0; p < n; p++) {
            if (normal[p][p] < 1e-12) {
                return false;
            }
            for (int r = p + 1; r < n; r++) {
                double factor = normal[r][p] / normal[p][p];
                for (int c = p; c <= n; c++) {
                    normal[r][c] -= factor * normal[p][c];
                }
            }
        }
        return true;
    }

    private boolean takeOver(int set, int n) {
        for (int component = components - 1, row = n - 1; component >= 0; component--) {
            if ((set >>> component & 1) != 0) {
                double value = normal[row][n];
                for (int c = row + 1; c < n; c++) {
                    value -= normal[row][c] * normal[c][n];
                }
                normal[row][n] = value / normal[row][row];
                if (normal[row][n] < 0) {
                    return false;
                }
                solution[component] = normal[row--][n];
            }
        }
        return true;
    }

    private double misfit(int set, double[] distance) {
        double misfit = PRICE * Integer.bitCount(set);
        for (int v = 0; v < weight.length; v++) {
            double residual = distance[v];
            for (int c = 0; c < components; c++) {
                residual -= design.covers(v, c) ? solution[c] : 0;
            }
            misfit += weight[v] * residual * residual;
        }
        return misfit;
    }
}
