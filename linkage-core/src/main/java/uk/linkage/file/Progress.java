package uk.linkage.file;

/**
 * Told which steps long work takes, so that somebody can be shown how far it is. Whoever works counts what is done of a {@link Step}; whoever
 * shows looks at it when it likes, and decides whether and how. Names of steps and counts only, never a value.
 *
 * <pre>{@code
 * Step step = progress.begin("sealing hospital.csv", "rows", 120_000);
 * rows.forEach(row -> {
 *     seal(row);
 *     step.accept(1);
 * });
 * }</pre>
 *
 * <p>One step at a time, begun by the thread that leads the work; any thread may count it.
 */
@FunctionalInterface
public interface Progress {
    /** For work that nobody watches. */
    Progress UNSEEN = Step::new;

    /**
     * A step begins, and with that the one before it is over.
     *
     * @param what is done, such as {@code sealing hospital.csv}
     * @param unit what is counted, in the plural
     * @param total at most so many there are; 0 where that is not known
     */
    Step begin(String what, String unit, long total);

    /** A step of which nothing is counted. */
    default Step begin(String what) {
        return begin(what, "", 0);
    }

    /** The same, each step saying what it is part of. */
    default Progress within(String whole) {
        return (what, unit, total) -> begin(what + ", " + whole, unit, total);
    }
}
