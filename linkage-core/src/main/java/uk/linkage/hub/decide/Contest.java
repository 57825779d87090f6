package uk.linkage.hub.decide;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Patterns;

/**
 * Pairs that share a record compete for it: greedily by rank, then by row. Pairs of equal pattern have equal rank, so it
 * is enough to sort the patterns.
 */
final class Contest {
    private final CandidatePairs pairs;
    private final Patterns patterns;
    private final Claims claims;
    private final int[][] pairsOf;

    Contest(CandidatePairs pairs, Patterns patterns, Claims claims) {
        this.pairs = pairs;
        this.patterns = patterns;
        this.claims = claims;
        this.pairsOf = pairsOf(patterns);
    }

    /**
     * How many pairs of each pattern won, lost, and won among the losers.
     *
     * @param winners ruled out by no better pair
     * @param losers ruled out
     * @param runnersUp losers ruled out by no better loser
     */
    record Outcome(long[] winners, long[] losers, long[] runnersUp) {
        /** Where all pairs are false: they have lost, and winners are what runners-up are elsewhere. */
        Outcome asFalse() {
            return new Outcome(new long[winners.length], sum(winners, losers), winners);
        }

        Outcome plus(Outcome more) {
            return new Outcome(sum(winners, more.winners), sum(losers, more.losers), sum(runnersUp, more.runnersUp));
        }

        private static long[] sum(long[] a, long[] b) {
            long[] sum = a.clone();
            Arrays.setAll(sum, i -> a[i] + b[i]);
            return sum;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Outcome that
                    && Arrays.equals(winners, that.winners)
                    && Arrays.equals(losers, that.losers)
                    && Arrays.equals(runnersUp, that.runnersUp);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(winners);
        }
    }

    /** Whether pairs rule each other out at all. */
    boolean isOpen() {
        return claims.areLimited();
    }

    Outcome hold(double[] rank) {
        int[] order = IntStream.range(0, patterns.size())
                .boxed()
                .sorted(Comparator.comparingDouble(pattern -> -rank[pattern]))
                .mapToInt(Integer::intValue)
                .toArray();
        BitSet won = new BitSet();
        long[] winners = round(order, won);
        long[] runnersUp = round(order, won);
        long[] losers = new long[winners.length];
        for (int pattern = 0; pattern < losers.length; pattern++) {
            losers[pattern] = pairsOf[pattern].length - winners[pattern];
        }
        return new Outcome(winners, losers, runnersUp);
    }

    /** One assignment among the pairs that have not won yet; the winners are marked. */
    private long[] round(int[] order, BitSet won) {
        long[] winners = new long[patterns.size()];
        claims.clear();
        for (int pattern : order) {
            for (int pair : pairsOf[pattern]) {
                if (!won.get(pair) && claims.take(pairs.left(pair), pairs.right(pair))) {
                    won.set(pair);
                    winners[pattern]++;
                }
            }
        }
        return winners;
    }

    private static int[][] pairsOf(Patterns patterns) {
        int[] sizes = new int[patterns.size()];
        for (int pair = 0; pair < patterns.pairs(); pair++) {
            sizes[patterns.of(pair)]++;
        }
        int[][] pairsOf = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int pair = patterns.pairs() - 1; pair >= 0; pair--) {
            int pattern = patterns.of(pair);
            pairsOf[pattern][--sizes[pattern]] = pair;
        }
        return pairsOf;
    }
}
