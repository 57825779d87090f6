package uk.linkage.hub.crosswalk;

import java.util.Arrays;
import uk.linkage.hub.resolve.Clusters;

/**
 * The clusters of a run under numbers that do not depend on the order of its files: by the first record of each, providers
 * taken by name.
 *
 * @param personOf the person of each record
 * @param count how many people there are
 */
record People(int[] personOf, int count) {

    static People of(Clusters clusters, RecordNames names) {
        if (clusters.records() != names.count()) {
            throw new IllegalArgumentException(
                    "there are clusters of " + clusters.records() + " records and names of " + names.count());
        }
        int[] numbers = new int[clusters.count()];
        Arrays.fill(numbers, -1);
        int[] next = {0};
        names.byProviderName().map(clusters::clusterOf).forEach(cluster -> {
            numbers[cluster] = numbers[cluster] < 0 ? next[0]++ : numbers[cluster];
        });
        int[] personOf = new int[names.count()];
        Arrays.setAll(personOf, record -> numbers[clusters.clusterOf(record)]);
        return new People(personOf, clusters.count());
    }
}
