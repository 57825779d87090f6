package uk.linkage.destroy;

/**
 * Which files of a folder the program made, so that nothing else is destroyed by mistake.
 *
 * <pre>{@code
 * KnownFiles known = place -> place.equals("run.json") ? Knowledge.OURS : Knowledge.UNKNOWN;
 * }</pre>
 */
@FunctionalInterface
public interface KnownFiles {
    /** What is known of a file by its place in the folder, parts of which are separated by {@code /}. */
    Knowledge of(String place);

    /** What is known of a file. */
    enum Knowledge {
        /** Nothing: not to be destroyed unless it is asked for. */
        UNKNOWN,
        /** The program made it, and its digest gives nothing away. */
        OURS,
        /** The program made it, and it may be so short a list of local ids that its digest would confirm a guess. */
        OURS_AND_GUESSABLE
    }
}
