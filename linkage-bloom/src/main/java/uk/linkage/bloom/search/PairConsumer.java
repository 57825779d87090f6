package uk.linkage.bloom.search;

/** Takes similar pairs one by one, as a search finds them. */
@FunctionalInterface
public interface PairConsumer {

    /**
     * @param left row in the left table
     * @param right row in the right table
     * @param differing bits in which they differ
     */
    void pair(int left, int right, int differing);
}
