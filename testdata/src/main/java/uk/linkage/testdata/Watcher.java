package uk.linkage.testdata;

import java.util.function.LongConsumer;

/**
 * Told how far the making of a population is.
 *
 * <pre>{@code
 * synthetic.writeTo(directory, (what, people) -> more -> System.err.println(what + ": " + more + " more of " + people));
 * }</pre>
 */
@FunctionalInterface
public interface Watcher {
    /** For what nobody watches. */
    Watcher NOBODY = (what, people) -> more -> {};

    /**
     * A step begins.
     *
     * @param what is done
     * @param people of how many it is to be done
     * @return is told of how many more it is done, by any thread
     */
    LongConsumer begin(String what, long people);
}
