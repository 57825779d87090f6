package uk.linkage.file;

/**
 * Told how far a long piece of work is, so that somebody can be shown it. Whoever works tells often and in passing; whoever shows decides
 * whether and how. Counts and names of steps only, never a value. May be told by several threads.
 *
 * <pre>{@code
 * Progress progress = (step, done, total) -> System.err.println(step + ": " + done + " of " + total);
 * }</pre>
 */
@FunctionalInterface
public interface Progress {
    /** For work that nobody watches. */
    Progress UNSEEN = (step, done, total) -> {};

    /**
     * So far it is.
     *
     * @param step what is being done, the same words from its beginning to its end
     * @param done how many rows of it are done
     * @param total at most so many there are; 0 where that is not known
     */
    void at(String step, long done, long total);
}
