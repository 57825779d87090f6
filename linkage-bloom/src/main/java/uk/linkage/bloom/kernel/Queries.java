package uk.linkage.bloom.kernel;

/**
 * The encodings that pass over a run. The arrays are shared with whoever made them, so that needs can be set anew for
 * every run; one thread.
 *
 * @param bits the first {@code prefix} words of each, one query after the other
 * @param prefix words that are counted, at least 1
 * @param rest for each the bits it has set beyond those words
 * @param need for each how many bits a pair must be able to share
 */
public record Queries(long[] bits, int prefix, int[] rest, int[] need) {

    /** How many there is room for. */
    public int size() {
        return rest.length;
    }
}
