package uk.linkage.audit.learn;

/** Two loops over vectors, written so that the compiler makes wide instructions of them. */
final class Floats {
    private Floats() {}

    /** {@code target += factor * source}. */
    static void add(float[] target, float factor, float[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }

    /** The inner product from one place up to another, in four sums. */
    static double dot(float[] a, float[] b, int from, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        double sum = (double) s0 + s1 + s2 + s3;
        for (; i < to; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double dot(float[] a, float[] b) {
        return dot(a, b, 0, a.length);
    }
}
