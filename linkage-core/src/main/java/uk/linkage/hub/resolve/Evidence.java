package uk.linkage.hub.resolve;

/**
 * What is known of two records whether or not they were linked: log-odds in bits that they are of one person, 0 where nothing is known.
 *
 * <p>Asked in either order, as often as needed, so it must answer the same each time.
 */
@FunctionalInterface
public interface Evidence {
    double bits(int record, int other);

    /** Knows nothing. */
    static Evidence none() {
        return (record, other) -> 0;
    }
}
