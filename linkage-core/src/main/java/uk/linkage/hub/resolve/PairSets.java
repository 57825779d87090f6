package uk.linkage.hub.resolve;

import java.util.Arrays;

/**
 * All sets of pairs of a small component in which no record occurs twice, weighed by the product of their odds: for {@link Rivalry},
 * where both sides are limited.
 *
 * <p>Method: rows are the records of the larger side and columns those of the smaller, a set of columns being the bits of a number.
 * {@code before[row][set]} is the weight of all sets of pairs of the rows before this one that fill just these columns, and
 * {@code behind[row][set]} that of all sets of pairs of this row and those behind it that find these columns filled (the rule for the
 * permanent of a sparse matrix, one row at a time). What holds a pair is what comes before its row, the pair, and what can follow. Every row's
 * sums are scaled to be at most one, which changes no share, and components whose products could span more than 2^{@value #MOST_BITS}
 * are not for this method.
 *
 * <p>Trade-off: links x 2^columns, so it takes components of up to {@value #MOST_CELLS} rows times 2^columns.
 */
final class PairSets {
    private static final int MOST_CELLS = 1 << 17;
    private static final int MOST_COLUMNS = 14;
    private static final int MOST_BITS = 1000;

    private final SparseGains pairs;
    private final double[][] before;
    private final double[][] behind;

    private PairSets(SparseGains pairs) {
        this.pairs = pairs;
        this.before = new double[pairs.rows() + 1][1 << pairs.columns()];
        this.behind = new double[pairs.rows() + 1][1 << pairs.columns()];
        fill();
    }

    /** Whether the sets of these links, one component, can be gone through. */
    static boolean areFew(Links links) {
        long lefts = LinksOf.lefts(links).count();
        long rights = LinksOf.rights(links).count();
        long columns = Math.min(lefts, rights);
        return columns <= MOST_COLUMNS
                && Math.max(lefts, rights) << columns <= MOST_CELLS
                && columns * Rivalry.bounded(links.weight(0)) <= MOST_BITS;
    }

    /** The log-odds in bits of each link: the weight of the sets that hold it against that of those that do not. */
    static double[] logOdds(Links links) {
        int[] all = new int[links.size()];
        Arrays.setAll(all, link -> link);
        boolean turned = LinksOf.lefts(links).count() < LinksOf.rights(links).count();
        PairSets sets = new PairSets(SparseGains.of(turned ? links.turned() : links, all, 0));
        double[] logOdds = new double[all.length];
        for (int row = 0; row < sets.pairs.rows(); row++) {
            sets.tell(row, logOdds);
        }
        return logOdds;
    }

    private void fill() {
        int rows = pairs.rows();
        before[0][0] = 1;
        Arrays.fill(behind[rows], 1);
        for (int row = 0; row < rows; row++) {
            before[row + 1] = scaled(after(row));
        }
        for (int row = rows - 1; row > 0; row--) {
            behind[row] = scaled(from(row));
        }
    }

    private double[] after(int row) {
        double[] after = before[row].clone();
        for (int edge = pairs.firstEdge(row); edge < pairs.firstEdge(row + 1); edge++) {
            int column = 1 << pairs.column(edge);
            for (int set = 0; set < after.length; set++) {
                after[set] += (set & column) == 0 ? 0 : odds(edge) * before[row][set ^ column];
            }
        }
        return after;
    }

    private double[] from(int row) {
        double[] from = behind[row + 1].clone();
        for (int edge = pairs.firstEdge(row); edge < pairs.firstEdge(row + 1); edge++) {
            int column = 1 << pairs.column(edge);
            for (int set = 0; set < from.length; set++) {
                from[set] += (set & column) != 0 ? 0 : odds(edge) * behind[row + 1][set ^ column];
            }
        }
        return from;
    }

    private void tell(int row, double[] logOdds) {
        int first = pairs.firstEdge(row);
        double[] held = new double[pairs.firstEdge(row + 1) - first];
        double none = 0;
        for (int set = 0; set < before[row].length; set++) {
            none += before[row][set] * behind[row + 1][set];
            for (int i = 0; i < held.length; i++) {
                int column = 1 << pairs.column(first + i);
                held[i] += (set & column) != 0 ? 0 : before[row][set] * behind[row + 1][set | column];
            }
        }
        for (int i = 0; i < held.length; i++) {
            held[i] *= odds(first + i);
        }
        double[] sums = Messages.others(none, held);
        for (int i = 0; i < held.length; i++) {
            logOdds[pairs.link(first + i)] = Math.log(held[i] / sums[i]) / Math.log(2);
        }
    }

    private double odds(int edge) {
        return Math.pow(2, Rivalry.bounded(pairs.gain(edge)));
    }

    private static double[] scaled(double[] sums) {
        double most = Arrays.stream(sums).max().orElse(1);
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= most;
        }
        return sums;
    }
}
