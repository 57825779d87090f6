package uk.linkage.bloom.kernel;

/**
 * Sifts many encodings against many others: of all pairs it leaves those that may be alike enough, judged by the bits
 * they share in their first words.
 *
 * <p>{@link ScalarKernel} is the definition; every other kernel must leave the same pairs. A kernel is found by {@link
 * java.util.ServiceLoader}, holds no state and may be shared by threads. {@link KernelChoice} says which one is used.
 *
 * <pre>{@code
 * Columns columns = KernelChoice.chosen().kernel().columns(bits, words, 256);
 * int left = columns.survivors(queries, 0, queries.size(), found);
 * }</pre>
 */
public interface BitKernel {

    /**
     * A run of encodings, laid out as this kernel likes them.
     *
     * @param bits row after row of {@code words} words of 64 bits; copied
     * @param rows how many, 0 to {@value Columns#RUN}
     */
    Columns columns(long[] bits, int words, int rows);

    /** A short name for reports, such as {@code scalar}. */
    String name();

    /** How this kernel ranks among those that run here; the highest is used. */
    int rank();

    /** Why it does not run here, or ranks low; nothing where it runs at its best. */
    default String reason() {
        return "";
    }

    /** Whether it runs on this Java and this machine at all. */
    default boolean runs() {
        return true;
    }
}
