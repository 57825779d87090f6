package uk.linkage.hub.review;

import java.nio.file.Path;
import java.util.Set;

/**
 * An answer that was given.
 *
 * @param records of which pair
 * @param answer what was said
 * @param pattern the number of the pair's pattern in the run that asked; 0 of an answer from before that
 * @param file where it stands
 * @param line in which line
 */
public record Given(NamedPair records, Answer answer, int pattern, Path file, long line) {
    /** Whether it was read in an earlier run. */
    boolean isFormer() {
        return pattern == 0;
    }

    /** Whether either record is one of these providers'. */
    boolean isOf(Set<String> providers) {
        return providers.contains(records.left().provider())
                || providers.contains(records.right().provider());
    }
}
