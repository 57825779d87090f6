package uk.linkage.quality;

/**
 * How well whole people were recovered.
 *
 * <p>Clusters found and true people are compared as sets of records; those of a single record are left out. In the
 * {@link Truth.Form#PAIRS} form, which is silent within a provider, those without records of both providers are left out too.
 *
 * @param exact people recovered exactly: true positives are equal in both, false positives are clusters that equal no person, false
 *     negatives are people that equal no cluster
 * @param bCubed the same question with part marks
 */
public record ClusterQuality(Confusion exact, BCubed bCubed) {
    static ClusterQuality of(LabelledRecords records, boolean withinProviders) {
        Groups clusters = records.byCluster();
        Groups people = records.byPerson();
        long exact = exactlyEqual(records, withinProviders);
        return new ClusterQuality(
                new Confusion(
                        exact, counted(clusters, withinProviders) - exact, counted(people, withinProviders) - exact),
                BCubed.of(records));
    }

    /** How many clusters were found. */
    public long clusters() {
        return exact.found();
    }

    /** How many people there truly are. */
    public long people() {
        return exact.toBeFound();
    }

    private static long counted(Groups groups, boolean withinProviders) {
        long counted = 0;
        for (int group = 0; group < groups.count(); group++) {
            counted += groups.holdsPair(group, withinProviders) ? 1 : 0;
        }
        return counted;
    }

    /** A cell as large as its cluster and as its person is both. */
    private static long exactlyEqual(LabelledRecords records, boolean withinProviders) {
        Groups clusters = records.byCluster();
        Groups people = records.byPerson();
        Groups cells = records.byCell();
        boolean[] equal = new boolean[cells.count()];
        for (int record = 0; record < records.size(); record++) {
            int cell = cells.groupOf(record);
            equal[cell] = cells.size(cell) == clusters.size(clusters.groupOf(record))
                    && cells.size(cell) == people.size(people.groupOf(record))
                    && cells.holdsPair(cell, withinProviders);
        }
        long count = 0;
        for (boolean one : equal) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
