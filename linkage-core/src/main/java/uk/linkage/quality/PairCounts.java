package uk.linkage.quality;

import uk.linkage.hub.resolve.DisjointSets;

/**
 * Counts the pairs found and to be found, and how far they go together: pairs to be found in the person they are of, pairs found in their
 * cluster, and for F1, which is of both, in whatever clusters and people hang together by common records.
 */
final class PairCounts {
    private final LabelledRecords records;
    private final Groups clusters;
    private final Groups people;
    private final Groups cells;
    private final int[] oneOfCell;
    private final int[] oneOfPerson;
    private final DisjointSets together;

    PairCounts(LabelledRecords records) {
        this.records = records;
        this.clusters = records.byCluster();
        this.people = records.byPerson();
        this.cells = records.byCell();
        this.oneOfCell = records.oneOfEachCell();
        this.oneOfPerson = new int[records.persons()];
        this.together = new DisjointSets(records.clusters());
        joinClusters();
    }

    /** Clusters hang together that have a record of one person; which cluster of a person is taken for it makes no difference. */
    private void joinClusters() {
        boolean[] seen = new boolean[records.persons()];
        for (int record : oneOfCell) {
            int person = records.person(record);
            if (seen[person]) {
                together.join(records.cluster(oneOfPerson[person]), records.cluster(record));
            }
            seen[person] = true;
            oneOfPerson[person] = record;
        }
    }

    /** Of the pairs between two providers, or within one. */
    Confusion between(int left, int right) {
        return of((provider, other) -> provider == left && other == right);
    }

    /** Of the pairs that are meant. */
    Confusion of(Groups.Among among) {
        long[] found = clusters.pairs(among);
        long[] actual = people.pairs(among);
        long[] both = cells.pairs(among);
        long[] foundRightly = new long[found.length];
        long[] actualFound = new long[actual.length];
        for (int cell = 0; cell < both.length; cell++) {
            foundRightly[records.cluster(oneOfCell[cell])] += both[cell];
            actualFound[records.person(oneOfCell[cell])] += both[cell];
        }
        long right = sum(both);
        return new Confusion(
                right,
                sum(found) - right,
                sum(actual) - right,
                new DesignEffects(
                        effect(found, foundRightly),
                        effect(actual, actualFound),
                        namedEffect(found, actual, foundRightly)));
    }

    /** Of all pairs that either side names, by what hangs together. */
    private double namedEffect(long[] found, long[] actual, long[] foundRightly) {
        long[] named = new long[found.length];
        long[] right = new long[found.length];
        for (int cluster = 0; cluster < found.length; cluster++) {
            named[together.root(cluster)] += found[cluster] - foundRightly[cluster];
            right[together.root(cluster)] += foundRightly[cluster];
        }
        for (int person = 0; person < actual.length; person++) {
            if (actual[person] > 0) {
                named[together.root(records.cluster(oneOfPerson[person]))] += actual[person];
            }
        }
        return effect(named, right);
    }

    private static double effect(long[] trials, long[] successes) {
        Units units = new Units();
        for (int unit = 0; unit < trials.length; unit++) {
            units.add(trials[unit], successes[unit]);
        }
        return units.designEffect();
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
