package uk.linkage.bloom.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.kernel.Columns;
import uk.linkage.bloom.kernel.Queries;

/**
 * Some rows of the left table on their way over all runs of the right one, and the pairs found. A kernel leaves the few pairs
 * that may reach the threshold; each of these is judged by the definition of the similarity. One thread.
 */
final class Tile {
    /** The most rows. */
    static final int ROWS = 128;

    /** A pair is one number: left row within the tile, right row, differing bits (at most 65,536, hence 17 bits). */
    private static final int DIFFERING_BITS = 17;

    private static final int RIGHT_BITS = 31;

    private final Terms terms;
    private final int from;
    private final int to;
    private final int most;
    private final int[] rows;
    private final Queries queries;
    private final int[] found;
    private final Best[] best;
    private long[] kept = new long[64];
    private int size;

    /**
     * @param words the words that runs are laid out by
     * @param prefix how many of them are counted at first
     * @param from the first left row
     * @param to the row after the last, at most {@value #ROWS} further on
     * @param most the room for pairs
     */
    Tile(Terms terms, int[] words, int prefix, int from, int to, int most) {
        this.terms = terms;
        this.from = from;
        this.to = to;
        this.most = most;
        this.rows = Run.byCount(terms.left(), from, to);
        this.queries = queries(terms.left(), rows, words, prefix);
        this.found = new int[rows.length * Columns.RUN];
        this.best = terms.areOfAll() ? new Best[0] : bests(terms, rows.length);
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether there was no room for all pairs; what was found is then of no use. */
    boolean isFull() {
        return size > most;
    }

    /** Passes over all runs and puts the pairs in order. */
    Tile over(List<Run> runs) {
        for (Run run : runs) {
            if (!isFull() && !(terms.within() && run.highest() <= from)) {
                over(run);
            }
        }
        for (int query = 0; query < best.length; query++) {
            keepBest(rows[query], best[query].neighbours());
        }
        Arrays.sort(kept, 0, size);
        return this;
    }

    /** The pairs in ascending order of left row, then right row. */
    void forEach(PairConsumer consumer) {
        for (int i = 0; i < size; i++) {
            long pair = kept[i];
            int row = (int) (pair >>> RIGHT_BITS + DIFFERING_BITS);
            int right = (int) (pair >>> DIFFERING_BITS) & Integer.MAX_VALUE;
            consumer.pair(from + row, right, (int) pair & (1 << DIFFERING_BITS) - 1);
        }
    }

    private void over(Run run) {
        int first = 0;
        int last = rows.length;
        while (first < last && terms.areHopeless(count(first), run)) {
            first++;
        }
        while (first < last && terms.areHopeless(count(last - 1), run)) {
            last--;
        }
        for (int query = first; query < last; query++) {
            queries.need()[query] = terms.need(floor(query), count(query), run);
        }
        judge(run, run.columns().survivors(queries, first, last, run.rest(), run.more(), found));
    }

    /** Where only the most similar are wanted, it rises as they are found. */
    private double floor(int query) {
        return terms.areOfAll() ? terms.threshold() : best[query].floor();
    }

    private void judge(Run run, int survivors) {
        for (int i = 0; i < survivors; i++) {
            int query = found[i] / Columns.RUN;
            int other = run.rows()[found[i] % Columns.RUN];
            int differing = differing(rows[query], other);
            if (terms.areOfAll() && terms.hold(rows[query], other, differing)) {
                keep(rows[query], other, differing);
            } else if (!terms.areOfAll()) {
                best[query].add(other, terms.similarity(rows[query], other, differing));
            }
        }
    }

    private void keepBest(int row, Neighbours nearest) {
        for (int i = 0; i < nearest.size(); i++) {
            keep(row, nearest.row(i), differing(row, nearest.row(i)));
        }
    }

    private int differing(int row, int other) {
        return terms.left().differing(row, terms.right(), other);
    }

    private void keep(int row, int other, int differing) {
        keep((long) (row - from) << RIGHT_BITS + DIFFERING_BITS | (long) other << DIFFERING_BITS | differing);
    }

    private void keep(long pair) {
        if (isFull()) {
            return;
        }
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, 2 * size);
        }
        kept[size++] = pair;
    }

    private int count(int query) {
        return terms.left().count(rows[query]);
    }

    private static Best[] bests(Terms terms, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> new Best(terms.each(), terms.threshold()))
                .toArray(Best[]::new);
    }

    private static Queries queries(EncodingTable table, int[] rows, int[] words, int prefix) {
        long[] bits = new long[rows.length * prefix];
        int[] rest = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int w = 0; w < prefix; w++) {
                bits[i * prefix + w] = table.word(rows[i], words[w]);
            }
            rest[i] = Run.rest(table, rows[i], words, prefix);
        }
        return new Queries(bits, prefix, rest, new int[rows.length]);
    }
}
