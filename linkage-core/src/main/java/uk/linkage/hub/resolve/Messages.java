package uk.linkage.hub.resolve;

import java.util.stream.IntStream;

/**
 * Belief propagation for {@link Rivalry}: each record tells each of its pairs how likely it is to be free for it, judging by what
 * the records at the other ends of its other pairs tell.
 *
 * <pre>
 *   free(l, r) = 1 / (1 + sum over other pairs (l, s) of o(l, s) free(s, l))
 *   odds(l, r) = o(l, r) free(l, r) free(r, l)
 * </pre>
 *
 * <p>Exact where pairs form no ring. Where they do it is an approximation, which can be too sure of one of two sets of pairs that fill the
 * same records. Each round goes half of the way in logarithms, in which a full step brings no two answers further apart, so that
 * rounds draw near the one fixed point; they end when no answer is off by more than {@value #STILL} bits, or after
 * {@value #MOST_ROUNDS}.
 *
 * <ol>
 *   <li>M. Bayati, D. Gamarnik, D. Katz, C. Nair and P. Tetali, Simple deterministic approximation algorithms for counting matchings,
 *       STOC 2007.
 *   <li>J. Williams and R. Lau, Approximate evaluation of marginal association probabilities with belief propagation, IEEE Transactions
 *       on Aerospace and Electronic Systems 50, 2014.
 * </ol>
 */
final class Messages {
    private static final double STILL = 1e-6;
    private static final int MOST_ROUNDS = 500;

    private final double[] bits;
    private final Side left;
    private final Side right;

    private Messages(Links links, boolean onceLeft, boolean onceRight) {
        this.bits = IntStream.range(0, links.size())
                .mapToDouble(link -> Rivalry.bounded(links.weight(link)))
                .toArray();
        this.left = new Side(LinksOf.lefts(links), onceRight, bits.length);
        this.right = new Side(LinksOf.rights(links), onceLeft, bits.length);
    }

    /** The log-odds in bits of each link among the others. */
    static double[] logOdds(Links links, boolean onceLeft, boolean onceRight) {
        Messages messages = new Messages(links, onceLeft, onceRight);
        messages.settle();
        return IntStream.range(0, links.size())
                .mapToDouble(link -> messages.bits[link] + messages.left.free[link] + messages.right.free[link])
                .toArray();
    }

    private void settle() {
        double furthest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && furthest > STILL; round++) {
            furthest = Math.max(left.hear(right, bits), right.hear(left, bits));
        }
    }

    /** For each of some odds what there is besides and the sum of all the others, with nothing large taken away again. */
    static double[] others(double besides, double[] odds) {
        double[] sums = new double[odds.length];
        double before = besides;
        double behind = 0;
        for (int i = 0, j = odds.length - 1; j >= 0; i++, j--) {
            sums[i] += before;
            sums[j] += behind;
            before += odds[i];
            behind += odds[j];
        }
        return sums;
    }

    /** What one side's records say: for each link the binary logarithm of the chance that its record here is free for it. */
    private static final class Side {
        private final LinksOf records;
        private final boolean limited;
        private final double[] free;

        Side(LinksOf records, boolean limited, int links) {
            this.records = records;
            this.limited = limited;
            this.free = new double[links];
        }

        /** Goes half of the way to what the other side's answers ask for; how far off the furthest was. */
        double hear(Side other, double[] bits) {
            double furthest = 0;
            for (int record = 0; limited && record < records.count(); record++) {
                int[] own = records.links(record);
                double[] odds = new double[own.length];
                for (int i = 0; i < own.length; i++) {
                    odds[i] = Math.pow(2, bits[own[i]] + other.free[own[i]]);
                }
                double[] sums = others(1, odds);
                for (int i = 0; i < own.length; i++) {
                    double step = -Math.log(sums[i]) / Math.log(2) - free[own[i]];
                    furthest = Math.max(furthest, Math.abs(step));
                    free[own[i]] += step / 2;
                }
            }
            return furthest;
        }
    }
}
