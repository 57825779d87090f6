package uk.linkage.bloom.search;

import java.util.Arrays;

/**
 * The best rows so far, at most a given number, in order: the most similar first, of equally similar ones the lower row. One
 * thread.
 */
final class Best {
    private final int most;
    private final double threshold;
    private int size;
    private int[] rows;
    private double[] similarities;

    /**
     * @param most how many are kept, at least 1
     * @param threshold the least similarity
     */
    Best(int most, double threshold) {
        this.most = most;
        this.threshold = threshold;
        this.rows = new int[Math.min(most, 16)];
        this.similarities = new double[rows.length];
    }

    /** What a further row must reach to have a chance: at first the threshold, then the similarity of the last of them. */
    double floor() {
        return size < most ? threshold : Math.max(threshold, similarities[size - 1]);
    }

    void add(int row, double similarity) {
        if (similarity < threshold || size == most && !isBefore(row, similarity, size - 1)) {
            return;
        }
        makeRoom();
        int at = size - 1;
        for (; at > 0 && isBefore(row, similarity, at - 1); at--) {
            rows[at] = rows[at - 1];
            similarities[at] = similarities[at - 1];
        }
        rows[at] = row;
        similarities[at] = similarity;
    }

    void addAll(Best others) {
        for (int i = 0; i < others.size; i++) {
            add(others.rows[i], others.similarities[i]);
        }
    }

    Neighbours neighbours() {
        return new Neighbours(Arrays.copyOf(rows, size), Arrays.copyOf(similarities, size));
    }

    private boolean isBefore(int row, double similarity, int at) {
        return similarity > similarities[at] || similarity == similarities[at] && row < rows[at];
    }

    /** One place more, or the last one anew. */
    private void makeRoom() {
        if (size == most) {
            return;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.min(most, 2 * size));
            similarities = Arrays.copyOf(similarities, rows.length);
        }
        size++;
    }
}
