package uk.linkage.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import uk.linkage.ScoredPairs;

/**
 * What every threshold would have done to pairs of known truth. Pairs of one weight stand or fall together.
 *
 * @param judged pairs, heaviest first
 * @param truePairs how many pairs there are to find
 */
record Curve(List<Judged> judged, long truePairs) {

    /** A pair's weight, and whether it is of one person. */
    record Judged(double weight, boolean same) {}

    /** All pairs, a record in as many as it will. */
    static Curve all(List<ScoredPairs> scored, Labels labels) {
        return of(scored, labels, false);
    }

    /** Between each two providers a record is in one pair at most, which goes to the heaviest first. */
    static Curve oneToOne(List<ScoredPairs> scored, Labels labels) {
        return of(scored, labels, true);
    }

    private static Curve of(List<ScoredPairs> scored, Labels labels, boolean once) {
        List<Judged> judged = new ArrayList<>();
        long truePairs = 0;
        for (ScoredPairs pairs : scored) {
            List<Integer> order = heaviestFirst(pairs);
            (once ? once(pairs, order) : order)
                    .forEach(i -> judged.add(new Judged(pairs.weight(i), labels.same(pairs, i))));
            truePairs += labels.pairs(pairs.leftProvider(), pairs.rightProvider());
        }
        judged.sort(Comparator.comparingDouble(Judged::weight).reversed());
        return new Curve(judged, truePairs);
    }

    private static List<Integer> heaviestFirst(ScoredPairs pairs) {
        return IntStream.range(0, pairs.size())
                .boxed()
                .sorted((a, b) -> Double.compare(pairs.weight(b), pairs.weight(a)))
                .toList();
    }

    private static List<Integer> once(ScoredPairs pairs, List<Integer> order) {
        Set<String> lefts = new HashSet<>();
        Set<String> rights = new HashSet<>();
        List<Integer> kept = new ArrayList<>();
        for (int pair : order) {
            if (!lefts.contains(pairs.left(pair)) && rights.add(pairs.right(pair))) {
                lefts.add(pairs.left(pair));
                kept.add(pair);
            }
        }
        return kept;
    }

    /** The share of true pairs among all of these; NaN where there are none to find. */
    double recall() {
        return (double) judged.stream().filter(Judged::same).count() / truePairs;
    }

    /** The best F1 that one threshold can reach. */
    double bestF1() {
        double best = 0;
        long right = 0;
        for (int i = 0; i < judged.size(); i++) {
            right += judged.get(i).same() ? 1 : 0;
            if (i + 1 == judged.size()
                    || judged.get(i + 1).weight() < judged.get(i).weight()) {
                best = Math.max(best, 2.0 * right / (i + 1 + truePairs));
            }
        }
        return best;
    }
}
