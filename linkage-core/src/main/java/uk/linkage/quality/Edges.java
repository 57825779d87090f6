package uk.linkage.quality;

import java.util.Arrays;
import java.util.List;

/**
 * How alike every two of a number of records are, in one way of looking at them.
 *
 * <p>The leak of two such looks at the same records, made under two secrets: of the most alike pairs of the one, the share
 * that are among the most alike of the other. A graph attack aligns just these pairs (Schaefer, Armknecht and Heng, ACSAC
 * 2024); what coincides by chance is the share of pairs taken.
 *
 * <p>Ties: of the pairs that tie at the cut each counts for its chance of being taken, on either side by itself, so that
 * no order matters and a look that tells nothing leaks what chance would.
 *
 * <pre>{@code
 * List<Edges> first = Edges.of(2_000, 5, firstTable::look);
 * double leak = first.get(0).leak(second.get(0), 0.01);
 * }</pre>
 *
 * <p>Memory: eight bytes a pair and measure, 16 MB for 2,000 records.
 */
public final class Edges {
    private final int rows;
    private final float[] scores;
    private final float[] sorted;

    private Edges(int rows, float[] scores) {
        this.rows = rows;
        this.scores = scores;
        this.sorted = scores.clone();
        Arrays.sort(sorted);
    }

    /** Several measures of a pair of records, larger where they are more alike. */
    public interface Look {
        /** Writes all measures of a pair. */
        void at(int left, int right, double[] scores);
    }

    /** All pairs of {@code rows} records by each of {@code measures} measures, in one pass. */
    public static List<Edges> of(int rows, int measures, Look look) {
        float[][] columns = new float[measures][Math.toIntExact((long) rows * (rows - 1) / 2)];
        double[] scores = new double[measures];
        int pair = 0;
        for (int left = 0; left < rows; left++) {
            for (int right = left + 1; right < rows; right++, pair++) {
                look.at(left, right, scores);
                fill(columns, pair, scores);
            }
        }
        return Arrays.stream(columns).map(column -> new Edges(rows, column)).toList();
    }

    private static void fill(float[][] columns, int pair, double[] scores) {
        for (int measure = 0; measure < scores.length; measure++) {
            columns[measure][pair] = (float) scores[measure];
        }
    }

    /** Which pairs of records are meant. */
    public interface Among {
        /** Whether this one is; {@code left} is less than {@code right}. */
        boolean pair(int left, int right);
    }

    /** The share of the top pairs that coincide. */
    public double leak(Edges other, double share) {
        return leak(other, share, (left, right) -> true);
    }

    /** That part of the leak which some pairs make up: of all top pairs, the share that are of these and coincide. */
    public double leak(Edges other, double share, Among among) {
        Cut mine = cut(share);
        Cut theirs = other.cut(share);
        double coinciding = 0;
        int pair = 0;
        for (int left = 0; left < rows; left++) {
            for (int right = left + 1; right < rows; right++, pair++) {
                if (scores[pair] >= mine.at && other.scores[pair] >= theirs.at && among.pair(left, right)) {
                    coinciding += mine.taken(scores[pair]) * theirs.taken(other.scores[pair]);
                }
            }
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
