package uk.linkage.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * How alike every two of a number of records are, in one way of looking at them.
 *
 * <p>The leak index of two such views of the same records, made under two secrets: of the most alike pairs of the one,
 * the share that are among the most alike of the other. A graph attack aligns just these pairs; what coincides by chance
 * is the share of pairs taken. Where pairs tie at the cut each counts for its chance of being taken, so that the index
 * does not depend on an order.
 *
 * <pre>{@code
 * List<Edges> first = Edges.of(2_000, 5, firstTable::look);
 * double leak = first.get(0).leak(second.get(0), 0.01);
 * }</pre>
 */
final class Edges {
    private final float[] scores;
    private final float[] sorted;

    private Edges(float[] scores) {
        this.scores = scores;
        this.sorted = scores.clone();
        Arrays.sort(sorted);
    }

    /** Several measures of a pair of records, larger where they are more alike. */
    interface Look {
        void at(int left, int right, double[] scores);
    }

    /** All pairs of {@code rows} records by each of {@code measures} measures, in one pass. */
    static List<Edges> of(int rows, int measures, Look look) {
        float[][] columns = new float[measures][Math.toIntExact((long) rows * (rows - 1) / 2)];
        double[] scores = new double[measures];
        int pair = 0;
        for (int left = 0; left < rows; left++) {
            for (int right = left + 1; right < rows; right++, pair++) {
                look.at(left, right, scores);
                fill(columns, pair, scores);
            }
        }
        return Arrays.stream(columns).map(Edges::new).toList();
    }

    private static void fill(float[][] columns, int pair, double[] scores) {
        for (int measure = 0; measure < scores.length; measure++) {
            columns[measure][pair] = (float) scores[measure];
        }
    }

    /** The share of the top pairs that coincide. */
    double leak(Edges other, double share) {
        Cut mine = cut(share);
        Cut theirs = other.cut(share);
        double coinciding = 0;
        for (int pair = 0; pair < scores.length; pair++) {
            coinciding += mine.taken(scores[pair]) * theirs.taken(other.scores[pair]);
        }
        return coinciding / wanted(share);
    }

    private Cut cut(double share) {
        int wanted = wanted(share);
        float at = sorted[sorted.length - wanted];
        int above = sorted.length - from(Math.nextUp(at));
        int tied = sorted.length - above - from(at);
        return new Cut(at, (double) (wanted - above) / tied);
    }

    private int wanted(double share) {
        return (int) Math.max(1, Math.round(share * scores.length));
    }

    /** The place of the first score that is not below this one. */
    private int from(float score) {
        int low = 0;
        for (int high = sorted.length; low < high; ) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the top ends: what is above is taken, what is at it in part. */
    private record Cut(float at, double chance) {
        double taken(float score) {
            return score > at ? 1 : score == at ? chance : 0;
        }
    }
}
