package uk.linkage.audit.learn;

/**
 * A symmetric positive definite matrix as the product of a triangle with itself, by panels of {@value #PANEL} rows so that
 * each row below is read once for all of them.
 */
final class Cholesky {
    private static final int PANEL = 4;

    private final float[][] upper;

    private Cholesky(float[][] upper) {
        this.upper = upper;
    }

    /** Takes over a matrix, of which the upper triangle is read; its size must be a multiple of {@value #PANEL}. */
    static Cholesky of(float[][] a) {
        for (int top = 0; top < a.length; top += PANEL) {
            panel(a, top);
            for (int row = top + PANEL; row < a.length; row++) {
                update(a, top, row);
            }
        }
        return new Cholesky(a);
    }

    private static void panel(float[][] a, int top) {
        for (int k = top; k < top + PANEL; k++) {
            float root = (float) Math.sqrt(a[k][k]);
            for (int column = k; column < a.length; column++) {
                a[k][column] /= root;
            }
            for (int row = k + 1; row < top + PANEL; row++) {
                subtract(a[row], a[k][row], a[k], row);
            }
        }
    }

    private static void update(float[][] a, int top, int row) {
        float[] target = a[row];
        float[] p0 = a[top];
        float[] p1 = a[top + 1];
        float[] p2 = a[top + 2];
        float[] p3 = a[top + 3];
        float f0 = p0[row];
        float f1 = p1[row];
        float f2 = p2[row];
        float f3 = p3[row];
        for (int column = row; column < target.length; column++) {
            target[column] -= f0 * p0[column] + f1 * p1[column] + f2 * p2[column] + f3 * p3[column];
        }
    }

    private static void subtract(float[] target, float factor, float[] source, int from) {
        for (int column = from; column < target.length; column++) {
            target[column] -= factor * source[column];
        }
    }

    /** Solves for a right side, in place. */
    void solve(float[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] /= upper[k][k];
            subtract(x, x[k], upper[k], k + 1);
        }
        for (int k = x.length - 1; k >= 0; k--) {
            x[k] = (float) ((x[k] - Floats.dot(upper[k], x, k + 1, x.length)) / upper[k][k]);
        }
    }
}
