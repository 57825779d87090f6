package uk.linkage.audit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features in a space where what differs between two encodings of one person is equal noise in every direction, so that the nearest
 * is the likeliest (Fisher 1936). An attacker learns it by encoding a register under two secrets of their own.
 *
 * <pre>{@code
 * Discriminant discriminant = Discriminant.learn(underOne, underAnother);
 * float[][] comparable = discriminant.apply(seen);
 * }</pre>
 *
 * <p>The covariance of the noise is shrunk a little towards its diagonal mean, since features are many and people may be few.
 */
final class Discriminant {
    private static final double SHRINKAGE = 0.01;

    private final double[][] lower;

    private Discriminant(double[][] lower) {
        this.lower = lower;
    }

    /** From rows of features of the same people under two secrets. */
    static Discriminant learn(float[][] first, float[][] second) {
        double[] one = means(first);
        double[] other = means(second);
        int size = one.length;
        double[][] covariance = new double[size][size];
        double[] noise = new double[size];
        for (int row = 0; row < first.length; row++) {
            for (int f = 0; f < size; f++) {
                noise[f] = first[row][f] - one[f] - second[row][f] + other[f];
            }
            add(covariance, noise, 0.5 / first.length);
        }
        shrink(covariance);
        return new Discriminant(root(covariance));
    }

    private static double[] means(float[][] rows) {
        double[] means = new double[rows[0].length];
        for (float[] row : rows) {
            for (int f = 0; f < means.length; f++) {
                means[f] += row[f] / (double) rows.length;
            }
        }
        return means;
    }

    private static void add(double[][] covariance, double[] noise, double weight) {
        for (int a = 0; a < noise.length; a++) {
            double[] row = covariance[a];
            double factor = noise[a] * weight;
            for (int b = 0; b <= a; b++) {
                row[b] += factor * noise[b];
            }
        }
    }

    private static void shrink(double[][] covariance) {
        for (int a = 0; a < covariance.length; a++) {
            covariance[a][a] += SHRINKAGE * covariance[a][a] + 1e-6;
        }
    }

    /** The lower triangle whose product with itself the matrix is (Cholesky), in its place. */
    private static double[][] root(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / a[j][j];
            }
        }
        return a;
    }

    /** The rows of a table, about their mean. */
    float[][] apply(float[][] rows) {
        double[] means = means(rows);
        float[][] applied = new float[rows.length][];
        IntStream.range(0, rows.length).parallel().forEach(row -> applied[row] = apply(rows[row], means));
        return applied;
    }

    private float[] apply(float[] row, double[] means) {
        double[] x = new double[row.length];
        Arrays.setAll(x, f -> row[f] - means[f]);
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        float[] applied = new float[x.length];
        for (int f = 0; f < x.length; f++) {
            applied[f] = (float) x[f];
        }
        return applied;
    }
}
