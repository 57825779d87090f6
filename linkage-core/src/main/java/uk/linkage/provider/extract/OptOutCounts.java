package uk.linkage.provider.extract;

/**
 * How many rows were removed, and for what; and how many stay though nobody could look them up.
 *
 * @param national opted out nationally
 * @param notChecked with an NHS Number that was not in the check file, so that nothing is known of it
 * @param local opted out with the provider
 * @param notOptedIn not on the list of those who opted in
 * @param withoutNumber that stay without an NHS Number, by which alone the national service can tell; none where it was not asked
 */
public record OptOutCounts(long national, long notChecked, long local, long notOptedIn, long withoutNumber) {
    /** All that were removed. */
    public long removed() {
        return national + notChecked + local + notOptedIn;
    }
}
