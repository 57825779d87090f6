package uk.linkage.bloom.kernel;

/** A run of encodings in the layout of one kernel. Immutable. */
public interface Columns {
    /** The most rows of a run: four words of them are 8 KiB, so that what is read of a run stays in a first-level cache. */
    int RUN = 256;

    /** How many rows this run has. */
    int rows();

    /**
     * Pairs of a query and a row that share enough: {@code shared + min(queryRest, rowRest) - rowMore >= need}, where {@code
     * shared} counts bits in the first {@link Queries#prefix()} words and {@code need} is the query's. What is left over of a
     * row and of a query is the most they can share beyond those words, so a pair that is dropped would never reach the need.
     *
     * @param from the first query
     * @param to the query after the last
     * @param rest for each row of this run the bits it has set beyond the prefix; {@link #RUN} long
     * @param more for each row how many bits more than the query's need it must share; {@link #RUN} long
     * @param found where survivors are put, as {@code query * RUN + row}, in no certain order; room for {@code (to - from) * RUN}
     * @return how many
     */
    int survivors(Queries queries, int from, int to, int[] rest, int[] more, int[] found);
}
