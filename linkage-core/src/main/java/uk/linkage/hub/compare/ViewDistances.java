package uk.linkage.hub.compare;

import java.util.stream.IntStream;

/**
 * The filter distances of the views while fields take theirs one after another, and how well they go with what is seen of a pair. What is worked out
 * for a field stands until that field takes another distance. A worker: one thread.
 */
final class ViewDistances {
    private static final double[] SURE = {1};

    private final ViewBins bins;
    private final int[][] masks;
    private final int[][] distances;
    private final double[][] chances;
    private final double[][] mostBeyond;

    /** @param covers for each view, whether it covers each field */
    ViewDistances(ViewBins bins, boolean[][] covers, int fields) {
        this.bins = bins;
        this.masks = IntStream.range(0, fields)
                .mapToObj(field -> IntStream.range(0, covers.length)
                        .map(view -> covers[view][field] ? -1 : 0)
                        .toArray())
                .toArray(int[][]::new);
        this.distances = new int[fields + 1][covers.length];
        this.chances = new double[covers.length][];
        this.mostBeyond = new double[covers.length][];
    }

    /** From now on it is about a pair of which this is seen: a bin for each view first. */
    void lookAt(byte[] seen) {
        for (int view = 0; view < chances.length; view++) {
            boolean tells = seen[view] != Comparer.UNSEEN;
            chances[view] = tells ? bins.chances(seen[view]) : SURE;
            mostBeyond[view] = tells ? bins.mostBeyond(seen[view]) : SURE;
        }
    }

    /** Gives a field a distance; the largest chance of what is seen that later fields may still leave. */
    double give(int field, int by) {
        int[] before = distances[field];
        int[] after = distances[field + 1];
        double most = 1;
        for (int view = 0; view < after.length; view++) {
            after[view] = before[view] + (masks[field][view] & by);
            most *= at(mostBeyond[view], after[view]);
        }
        return most;
    }

    /** The chance of what is seen when all fields have their distances. */
    double chance() {
        int[] all = distances[distances.length - 1];
        double chance = 1;
        for (int view = 0; view < all.length; view++) {
            chance *= at(chances[view], all[view]);
        }
        return chance;
    }

    private static double at(double[] byDistance, int distance) {
        return byDistance[Math.min(distance, byDistance.length - 1)];
    }
}
