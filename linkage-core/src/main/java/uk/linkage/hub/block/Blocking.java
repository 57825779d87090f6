package uk.linkage.hub.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.View;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.search.PairSearch;
import uk.linkage.bloom.search.SimilarPairs;
import uk.linkage.bloom.search.ThresholdJoin;

/** A rule by which pairs become candidates. */
public sealed interface Blocking {

    /** The rules of an agreement: equal tokens of each match key, then similar codes of each view. */
    static List<Blocking> of(Agreement agreement) {
        List<Blocking> rules = new ArrayList<>();
        for (int key = 0; key < agreement.keys().size(); key++) {
            rules.add(new ByKey(agreement.keys().get(key).name(), key));
        }
        for (int view = 0; view < agreement.views().size(); view++) {
            rules.add(similarity(agreement, view));
        }
        return rules;
    }

    private static BySimilarity similarity(Agreement agreement, int number) {
        View view = agreement.views().get(number);
        Map<Integer, Boolean> known = new ConcurrentHashMap<>();
        return new BySimilarity(
                view.name(),
                number,
                Reach.of(agreement),
                presence -> known.computeIfAbsent(presence, fields -> agreement.tells(view, fields)));
    }

    /** What the rule is called in reports. */
    String name();

    /**
     * Equal tokens of a match key.
     *
     * <p>Of a token that many records share, as in a hostel or of a default date, not all pairs are proposed: above
     * {@value #LARGEST_BLOCK} pairs those are whose codes are near in some view, which the exact search finds. Above
     * {@value #LARGEST_SEARCH} pairs they are left to the other rules, and counted.
     *
     * @param name the key's name
     * @param key its place in the agreement
     */
    record ByKey(String name, int key) implements Blocking {
        static final long LARGEST_SEARCH = 4_000_000_000L;
        private static final long LARGEST_BLOCK = 10_000;

        void propose(EncodedTable left, EncodedTable right, Proposals proposals) {
            SortedTokens lefts = left.key(key).sorted();
            SortedTokens rights = right.key(key).sorted();
            lefts.join(rights, (from, to, otherFrom, otherTo) -> {
                long pairs = (long) (to - from) * (otherTo - otherFrom);
                if (pairs > LARGEST_BLOCK) {
                    proposals.crowd(new Crowd(lefts.rows(from, to), rights.rows(otherFrom, otherTo)));
                } else {
                    all(lefts, from, to, rights, otherFrom, otherTo, proposals);
                }
            });
        }

        private static void all(
                SortedTokens lefts, int from, int to, SortedTokens rights, int otherFrom, int otherTo, Proposals all) {
            for (int i = from; i < to; i++) {
                for (int j = otherFrom; j < otherTo; j++) {
                    all.pair(lefts.row(i), rights.row(j));
                }
            }
        }
    }

    /**
     * Similar codes of a view: exactly where the tables are not large, else by banded search ({@link ViewSearch}).
     *
     * <p>Codes of two people agree in half of their bits but for chance, so it is known how many pairs come up by chance.
     * The exact search takes what is nearer than {@value #CHANCE_IN_VIEW} chance pairs a record would be, and of that what
     * over all views together is nearer than {@value #CHANCE_OVERALL} would be: one view may be near by chance, but the
     * views of one person are near together.
     *
     * @param name the view's name
     * @param view its place in the agreement
     * @param reach how far apart codes may be
     * @param telling whether a record of this presence is nearly unique in the view
     */
    record BySimilarity(String name, int view, Reach reach, IntPredicate telling) implements Blocking {
        /** Pairs a record that the exact search may find in one view by chance. */
        public static final double CHANCE_IN_VIEW = 2;

        /** Pairs a record that may be near over all views by chance. */
        public static final double CHANCE_OVERALL = 0.1;

        /** The search of all pairs of tables of these sizes. */
        PairSearch exact(int leftRows, int rightRows) {
            return new ThresholdJoin(Similarity.AGREEMENT, reach.exact(CHANCE_IN_VIEW, leftRows, rightRows));
        }

        /** The most code bits, over all views, in which a pair of these tables may differ to be found. */
        public int mostDiffering(EncodedTable left, EncodedTable right) {
            return reach.mostDiffering(CHANCE_OVERALL, left, right);
        }

        /** Rows whose fields in this view say enough: nearly empty filters are all alike. */
        int[] tellingRows(EncodedTable table) {
            return IntStream.range(0, table.rows())
                    .filter(row -> telling.test(table.presence(row)))
                    .toArray();
        }

        /** The search of all pairs that are near, whatever chance brings. */
        PairSearch near() {
            return new ThresholdJoin(Similarity.AGREEMENT, reach.least());
        }

        /** Of these rows, the pairs that a search finds and that are near over all views. */
        void keep(
                PairSearch search,
                EncodedTable left,
                int[] leftRows,
                EncodedTable right,
                int[] rightRows,
                Proposals proposals,
                LongConsumer compared) {
            EncodingTable lefts = left.view(view).select(leftRows);
            EncodingTable rights = right.view(view).select(rightRows);
            SimilarPairs pairs = search.between(lefts, rights, compared);
            keep(pairs, left, at -> leftRows[at], right, at -> rightRows[at], proposals);
        }

        /** Of the pairs found, those that are near over all views; rows are named by the places in what was searched. */
        void keep(
                SimilarPairs pairs,
                EncodedTable left,
                IntUnaryOperator leftRow,
                EncodedTable right,
                IntUnaryOperator rightRow,
                Proposals proposals) {
            int most = mostDiffering(left, right);
            proposals.passedOver(pairs.passedOver());
            for (int i = 0; i < pairs.size(); i++) {
                int ofLeft = leftRow.applyAsInt(pairs.left(i));
                int ofRight = rightRow.applyAsInt(pairs.right(i));
                if (left.differing(ofLeft, right, ofRight) <= most) {
                    proposals.pair(ofLeft, ofRight);
                }
            }
        }
    }
}
