package uk.linkage.bloom.search;

import java.util.function.LongConsumer;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.kernel.BitKernel;
import uk.linkage.bloom.kernel.KernelChoice;

/**
 * Every pair at or above a threshold, exactly: all rows against all rows, on all processors. Rows without a set bit are empty
 * and meet nobody.
 *
 * <p>Most pairs are out after a few words: what they share so far and what is left over of the poorer one do not reach what
 * the threshold asks of their numbers of set bits. Those that are not are judged by the definition of the similarity. Time
 * grows with the product of both tables; nothing exact does better at useful thresholds (Swamidass and Baldi 2007 bound by
 * set bits alone, which drops hardly a pair of such filters).
 *
 * <p>Beside the tables, memory is that of the counted words of the right one and 256 MiB of pairs at most, whatever is found;
 * collected pairs take twelve bytes each on top.
 *
 * <pre>{@code
 * SimilarPairs pairs = new ThresholdJoin(Similarity.DICE, 0.8).between(left, right);
 * new ThresholdJoin(Similarity.DICE, 0.8).within(table, (row, other, differing) -> ...);
 * }</pre>
 *
 * @param similarity what is measured
 * @param threshold the least similarity of a pair, 0 to 1
 * @param kernel what counts bits
 */
public record ThresholdJoin(Similarity similarity, double threshold, BitKernel kernel) implements PairSearch {

    /** @throws IllegalArgumentException where the threshold is not between 0 and 1 */
    public ThresholdJoin {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold (" + threshold + ") must be between 0 and 1");
        }
    }

    /** By the fastest kernel that runs here. */
    public ThresholdJoin(Similarity similarity, double threshold) {
        this(similarity, threshold, KernelChoice.chosen().kernel());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where there are more pairs than {@link SimilarPairs#MOST}
     */
    @Override
    public SimilarPairs between(EncodingTable left, EncodingTable right, LongConsumer compared) {
        SimilarPairs pairs = new SimilarPairs();
        between(left, right, pairs::add, compared);
        return pairs;
    }

    @Override
    public long comparisons(int leftRows, int rightRows) {
        return (long) leftRows * rightRows;
    }

    /** The same, each pair handed over in order as soon as those before it are known, by the calling thread. */
    public void between(EncodingTable left, EncodingTable right, PairConsumer consumer) {
        between(left, right, consumer, UNCOUNTED);
    }

    private void between(EncodingTable left, EncodingTable right, PairConsumer consumer, LongConsumer compared) {
        PairSearch.requireSameLength(left, right);
        new Sweep(new Terms(left, right, similarity, threshold, false), kernel, Sweep.MOST_BYTES, compared)
                .to(consumer);
    }

    /**
     * The similar pairs among the rows of one table, the lower row on the left, at about half the cost of {@link
     * #between(EncodingTable, EncodingTable)}.
     *
     * @throws IllegalStateException where there are more pairs than {@link SimilarPairs#MOST}
     */
    public SimilarPairs within(EncodingTable table) {
        SimilarPairs pairs = new SimilarPairs();
        within(table, pairs::add);
        return pairs;
    }

    /** The same, each pair handed over in order as soon as those before it are known, by the calling thread. */
    public void within(EncodingTable table, PairConsumer consumer) {
        new Sweep(new Terms(table, table, similarity, threshold, true), kernel).to(consumer);
    }

    /**
     * For each left row the {@code most} most similar right rows that reach the threshold; of equally similar ones the lower
     * rows. In ascending order of left row, then right row, all the same.
     *
     * @throws IllegalArgumentException where {@code most} is below 1
     */
    public SimilarPairs nearest(EncodingTable left, EncodingTable right, int most) {
        PairSearch.requireSameLength(left, right);
        if (most < 1) {
            throw new IllegalArgumentException("most (" + most + ") must be at least 1");
        }
        SimilarPairs pairs = new SimilarPairs();
        new Sweep(new Terms(left, right, similarity, threshold, false, most), kernel).to(pairs::add);
        return pairs;
    }

    @Override
    public double recallAt(double agreement) {
        return agreement >= threshold ? 1 : 0;
    }
}
