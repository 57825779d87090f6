package uk.linkage.hub.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.View;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.search.BandedSearch;
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

    private static Blocking similarity(Agreement agreement, int number) {
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

    /** The pairs it proposes, as {@code left row << 32 | right row}, told to the sink. */
    void propose(EncodedTable left, EncodedTable right, PairSink sink);

    /** Where proposals go. */
    interface PairSink {
        /** A pair to look at. */
        void pair(int left, int right);

        /** Pairs that a rule had to leave to the others because too many records share one value. */
        void passedOver(long pairs);
    }

    /**
     * Equal tokens of a match key.
     *
     * @param name the key's name
     * @param key its place in the agreement
     */
    record ByKey(String name, int key) implements Blocking {
        private static final long LARGEST_BLOCK = 10_000;

        @Override
        public void propose(EncodedTable left, EncodedTable right, PairSink sink) {
            TokenColumn lefts = left.key(key);
            TokenColumn rights = right.key(key);
            int[] a = lefts.sortedRows();
            int[] b = rights.sortedRows();
            for (int i = 0, j = 0; i < a.length && j < b.length; ) {
                int order = lefts.compare(a[i], rights, b[j]);
                if (order != 0) {
                    i += order < 0 ? 1 : 0;
                    j += order > 0 ? 1 : 0;
                } else {
                    int iEnd = endOf(lefts, a, i);
                    int jEnd = endOf(rights, b, j);
                    block(a, i, iEnd, b, j, jEnd, sink);
                    i = iEnd;
                    j = jEnd;
                }
            }
        }

        private static int endOf(TokenColumn column, int[] rows, int from) {
            int end = from + 1;
            while (end < rows.length && column.compare(rows[end], column, rows[from]) == 0) {
                end++;
            }
            return end;
        }

        private static void block(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo, PairSink sink) {
            long pairs = (long) (aTo - aFrom) * (bTo - bFrom);
            if (pairs > LARGEST_BLOCK) {
                sink.passedOver(pairs);
                return;
            }
            for (int i = aFrom; i < aTo; i++) {
                for (int j = bFrom; j < bTo; j++) {
                    sink.pair(a[i], b[j]);
                }
            }
        }
    }

    /**
     * Similar codes of a view: exactly where the tables are not large, else by banded search.
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

        /** The wanted share of pairs where codes agree as {@link Reach#sure} says. */
        public static final double RECALL = 0.98;

        private static final long EXACT_UP_TO = 4_000_000_000L;

        /** How pairs are found in tables of these sizes. */
        public PairSearch search(int leftRows, int rightRows) {
            return (long) leftRows * rightRows <= EXACT_UP_TO
                    ? new ThresholdJoin(Similarity.AGREEMENT, reach.exact(CHANCE_IN_VIEW, leftRows, rightRows))
                    : BandedSearch.forRecall(reach.least(), reach.sure(), RECALL, leftRows, rightRows);
        }

        /** The most code bits, over all views, in which a pair of these tables may differ to be found. */
        public int mostDiffering(EncodedTable left, EncodedTable right) {
            return reach.mostDiffering(CHANCE_OVERALL, left, right);
        }

        @Override
        public void propose(EncodedTable left, EncodedTable right, PairSink sink) {
            int[] leftRows = tellingRows(left);
            int[] rightRows = tellingRows(right);
            EncodingTable lefts = left.view(view).select(leftRows);
            EncodingTable rights = right.view(view).select(rightRows);
            SimilarPairs pairs = search(lefts.rows(), rights.rows()).between(lefts, rights);
            int most = mostDiffering(left, right);
            sink.passedOver(pairs.passedOver());
            for (int i = 0; i < pairs.size(); i++) {
                if (left.differing(leftRows[pairs.left(i)], right, rightRows[pairs.right(i)]) <= most) {
                    sink.pair(leftRows[pairs.left(i)], rightRows[pairs.right(i)]);
                }
            }
        }

        /** Rows whose fields in this view say enough: nearly empty filters are all alike. */
        private int[] tellingRows(EncodedTable table) {
            return IntStream.range(0, table.rows())
                    .filter(row -> telling.test(table.presence(row)))
                    .toArray();
        }
    }
}
