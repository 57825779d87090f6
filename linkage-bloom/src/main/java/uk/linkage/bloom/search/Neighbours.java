package uk.linkage.bloom.search;

import java.util.Arrays;

/** The rows nearest to an encoding, the most similar first and of equally similar ones the lower row. Immutable. */
public final class Neighbours {
    private final int[] rows;
    private final double[] similarities;

    Neighbours(int[] rows, double[] similarities) {
        this.rows = rows;
        this.similarities = similarities;
    }

    /** How many. */
    public int size() {
        return rows.length;
    }

    /** Row of neighbour {@code i}. */
    public int row(int i) {
        return rows[i];
    }

    /** How alike neighbour {@code i} is. */
    public double similarity(int i) {
        return similarities[i];
    }

    @Override
    public String toString() {
        return "Neighbours" + Arrays.toString(rows);
    }
}
