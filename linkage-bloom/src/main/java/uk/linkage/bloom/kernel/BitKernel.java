package uk.linkage.bloom.kernel;

import java.util.Comparator;
import java.util.ServiceLoader;

/**
 * Counts of shared and of differing bits between a tile of encodings and a tile of others.
 *
 * <p>A tile is a run of rows in a flat array: row {@code r} of {@code words} words begins at {@code r * words}. The
 * counts come out row by row of the left tile: {@code counts[i * rightRows + j]}. A kernel holds no state and may be
 * shared by threads.
 *
 * <pre>{@code
 * BitKernel kernel = BitKernel.fastest();
 * kernel.differing(left, 0, 64, right, 0, 64, 16, counts);
 * }</pre>
 *
 * <p>{@link ScalarKernel} is the definition; every other kernel is checked against it.
 */
public interface BitKernel {

    /** Bits set in both: {@code popcount(a & b)}. */
    void shared(
            long[] left,
            int leftFrom,
            int leftRows,
            long[] right,
            int rightFrom,
            int rightRows,
            int words,
            int[] counts);

    /** Bits set in exactly one, the Hamming distance: {@code popcount(a ^ b)}. */
    void differing(
            long[] left,
            int leftFrom,
            int leftRows,
            long[] right,
            int rightFrom,
            int rightRows,
            int words,
            int[] counts);

    /** A short name for reports, such as {@code scalar}. */
    String name();

    /** How this kernel ranks among those that run on this machine; the highest is used. */
    int rank();

    /** The highest-ranking kernel found on the class path, the scalar one where no other is. */
    static BitKernel fastest() {
        return ServiceLoader.load(BitKernel.class).stream()
                .map(ServiceLoader.Provider::get)
                .max(Comparator.comparingInt(BitKernel::rank))
                .orElseGet(ScalarKernel::new);
    }
}
