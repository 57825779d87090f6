package uk.linkage.audit;

import java.util.Arrays;
import java.util.stream.IntStream;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.hub.block.EncodedTable;

/**
 * What a record's place among all others looks like, whatever the secret: for each view, and for all together, how far its nearest, its
 * fifth nearest and so on are, and quantiles of its distances to all; then the same of its nearest neighbours on average. A graph's nodes
 * are told so by their neighbourhoods (Weisfeiler and Leman 1968; Heimann, Shen, Safavi and Koutra, REGAL, CIKM 2018).
 */
final class Portraits {
    private static final int[] RANKS = {1, 2, 3, 5, 10, 20, 50};
    private static final double[] QUANTILES = {0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98};
    private static final int NEIGHBOURS = 5;

    private final EncodedTable table;
    private final int views;
    private final int each = RANKS.length + QUANTILES.length + 1;
    private final float[][] own;
    private final int[][] neighbours;

    private Portraits(EncodedTable table, int views) {
        this.table = table;
        this.views = views;
        this.own = new float[table.rows()][];
        this.neighbours = new int[table.rows()][];
    }

    /** A row of features for each record. */
    static float[][] of(EncodedTable table, int views, Progress progress) {
        Step step = progress.begin("drawing portraits", "records", table.rows());
        Portraits portraits = new Portraits(table, views);
        IntStream.range(0, table.rows()).parallel().forEach(row -> {
            portraits.draw(row);
            step.accept(1);
        });
        return IntStream.range(0, table.rows())
                .mapToObj(portraits::withNeighbours)
                .toArray(float[][]::new);
    }

    private void draw(int row) {
        int[][] histograms = new int[views + 1][];
        for (int view = 0; view < views; view++) {
            histograms[view] = new int[table.view(view).bits() + 1];
        }
        histograms[views] = new int[table.codeBits() + 1];
        Closest closest = new Closest(NEIGHBOURS);
        for (int other = 0; other < table.rows(); other++) {
            if (other != row) {
                count(row, other, histograms, closest);
            }
        }
        own[row] = features(row, histograms);
        neighbours[row] = closest.rows();
    }

    private void count(int row, int other, int[][] histograms, Closest closest) {
        int all = 0;
        for (int view = 0; view < views; view++) {
            int differing = table.view(view).differing(row, table.view(view), other);
            histograms[view][differing]++;
            all += differing;
        }
        histograms[views][all]++;
        closest.offer(other, all);
    }

    private float[] features(int row, int[][] histograms) {
        float[] features = new float[(views + 1) * each];
        for (int look = 0; look <= views; look++) {
            describe(histograms[look], features, look * each);
            features[(look + 1) * each - 1] = look < views ? table.view(look).count(row) : 0;
        }
        return features;
    }

    /** Distances by rank and by quantile; a rank beyond all others is that of the last. */
    private void describe(int[] histogram, float[] features, int at) {
        int others = table.rows() - 1;
        int passed = 0;
        int feature = 0;
        for (int distance = 0; distance < histogram.length && feature < each - 1; distance++) {
            passed += histogram[distance];
            while (feature < each - 1 && passed >= Math.min(others, rank(feature, others))) {
                features[at + feature++] = distance;
            }
        }
    }

    private static double rank(int feature, int others) {
        return feature < RANKS.length ? RANKS[feature] : QUANTILES[feature - RANKS.length] * others;
    }

    private float[] withNeighbours(int row) {
        float[] features = new float[2 * own[row].length];
        System.arraycopy(own[row], 0, features, 0, own[row].length);
        for (int neighbour : neighbours[row]) {
            for (int f = 0; f < own[row].length; f++) {
                features[own[row].length + f] += own[neighbour][f] / neighbours[row].length;
            }
        }
        return features;
    }

    /** The nearest few so far, nearest first. */
    private static final class Closest {
        private final int[] rows;
        private final int[] distances;
        private int count;

        Closest(int most) {
            this.rows = new int[most];
            this.distances = new int[most];
        }

        void offer(int row, int distance) {
            if (count == rows.length && distance >= distances[count - 1]) {
                return;
            }
            int at = count < rows.length ? count++ : count - 1;
            for (; at > 0 && distances[at - 1] > distance; at--) {
                distances[at] = distances[at - 1];
                rows[at] = rows[at - 1];
            }
            distances[at] = distance;
            rows[at] = row;
        }

        int[] rows() {
            return Arrays.copyOf(rows, count);
        }
    }
}
