package uk.linkage.bloom.search;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.bloom.kernel.BitKernel;

/**
 * A whole exact search: tiles of left rows pass over the right table, a wave of them at a time on all processors, and hand
 * over what they found in order. So no more pairs are ever held than those of one wave.
 *
 * <p>A wave holds at most {@value #MOST_BYTES} bytes of pairs. A tile that finds more than its share is done again in
 * halves, one after the other, and later tiles are half as high; only the pairs of a single left row may exceed a share.
 */
final class Sweep {
    static final long MOST_BYTES = 1L << 28;

    private static final int TILES_A_PROCESSOR = 4;
    private static final int STRIPES = 16;
    private static final int LEAST_STRIPE = 4096;

    private final Terms terms;
    private final int[] words;
    private final int prefix;
    private final List<Run> runs;
    private final int tiles;
    private final int most;
    private final LongConsumer compared;
    private int height;

    Sweep(Terms terms, BitKernel kernel) {
        this(terms, kernel, MOST_BYTES, PairSearch.UNCOUNTED);
    }

    /** @param compared is told tile by tile how many more comparisons were made; a tile that is done again counts once */
    Sweep(Terms terms, BitKernel kernel, long mostBytes, LongConsumer compared) {
        Sieve sieve = Sieve.of(terms.left(), terms.right());
        int stripe = Math.max(LEAST_STRIPE, terms.right().rows() / STRIPES + 1);
        this.terms = terms;
        this.compared = compared;
        this.prefix = sieve.prefix(terms.similarity(), expected(terms, sieve));
        this.words = Arrays.copyOf(sieve.order(), prefix);
        this.runs = Run.of(terms, words, prefix, kernel, stripe);
        this.tiles = TILES_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
        this.most = (int) Math.min(Integer.MAX_VALUE / 2, mostBytes / Long.BYTES / tiles);
        this.height = Math.max(1, Math.min(Tile.ROWS, terms.left().rows() / tiles));
    }

    /** Hands over every pair, in ascending order of left row, then right row. */
    void to(PairConsumer consumer) {
        for (int from = 0; from < terms.left().rows(); ) {
            List<Tile> wave = wave(from);
            from = wave.get(wave.size() - 1).to();
            wave.forEach(tile -> handOver(tile, consumer));
        }
    }

    /** The floor that most pairs meet: the threshold, or where only the most similar are wanted about that of the last of them. */
    private static double expected(Terms terms, Sieve sieve) {
        double share = (double) terms.each() / terms.right().rows();
        return Math.max(terms.threshold(), share < 1 ? sieve.reachedBy(terms.similarity(), share) : 0);
    }

    private List<Tile> wave(int from) {
        int step = height;
        int last = (int) Math.min(tiles, ((long) terms.left().rows() - from + step - 1) / step);
        return IntStream.range(0, last)
                .parallel()
                .mapToObj(i -> counted(tile(from + i * step, from + (i + 1) * step, most)))
                .toList();
    }

    private Tile counted(Tile tile) {
        compared.accept((long) (tile.to() - tile.from()) * terms.right().rows());
        return tile;
    }

    private Tile tile(int from, int to, int room) {
        return new Tile(terms, words, prefix, from, Math.min(to, terms.left().rows()), room).over(runs);
    }

    private void handOver(Tile tile, PairConsumer consumer) {
        if (!tile.isFull()) {
            tile.forEach(consumer);
            return;
        }
        int rows = tile.to() - tile.from();
        height = Math.max(1, Math.min(height, rows / 2));
        int middle = tile.from() + (rows + 1) / 2;
        handOver(again(tile.from(), middle), consumer);
        if (middle < tile.to()) {
            handOver(again(middle, tile.to()), consumer);
        }
    }

    private Tile again(int from, int to) {
        return tile(from, to, to - from == 1 ? Integer.MAX_VALUE : most);
    }
}
