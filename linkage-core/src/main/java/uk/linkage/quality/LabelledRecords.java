package uk.linkage.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.hub.crosswalk.Crosswalk;

/**
 * All records of the run and of the truth, in columns: provider, cluster found, true person, and the cell where the two meet.
 *
 * <p>A record of the run that the truth does not name is a person by itself; one of the truth that the run does not have is a cluster
 * by itself. Clusters, persons and cells are numbered from 0 without gaps.
 */
final class LabelledRecords {
    private final int[] provider;
    private final int[] cluster;
    private final int[] person;
    private final int[] cell;
    private final int persons;
    private final Groups byCluster;
    private final Groups byPerson;
    private final Groups byCell;
    private final long notInRun;
    private final long notInTruth;

    private LabelledRecords(Collector found) {
        provider = Arrays.copyOf(found.provider, found.size);
        cluster = Arrays.copyOf(found.cluster, found.size);
        person = Arrays.copyOf(found.person, found.size);
        persons = found.persons;
        notInRun = found.notInRun;
        notInTruth = found.notInTruth;
        cell = new int[found.size];
        int cells = numberCells();
        byCluster = new Groups(cluster, found.clusters, provider);
        byPerson = new Groups(person, persons, provider);
        byCell = new Groups(cell, cells, provider);
    }

    /** Hears of each record as it is numbered, from 0 up, so that what else is known of it can be put beside it. */
    interface Listener {
        /** For records of which no more is known. */
        Listener NOBODY = (provider, localId, person) -> {};

        /**
         * The next record.
         *
         * @param provider the place of its provider in the truth
         * @param localId what the provider calls it
         * @param person the number the truth has for its person, or {@link #NOBODY}
         */
        void record(int provider, String localId, int person);
    }

    /** The person of a record that the truth does not name. */
    static final int NOBODY = -1;

    /** One crosswalk for each provider of the truth, in that order. */
    static LabelledRecords of(List<Crosswalk> crosswalks, Truth truth, Listener listener, Progress progress) {
        long records = crosswalks.stream().mapToLong(c -> c.studyIds().size()).sum();
        Step step = progress.begin("finding records in the truth", "records", records);
        Collector collector = new Collector(truth.people(), listener, step);
        for (int index = 0; index < crosswalks.size(); index++) {
            collector.add(index, crosswalks.get(index).studyIds(), truth.personOf(index));
        }
        return new LabelledRecords(collector);
    }

    /** A cell's number is its place among the different pairs of cluster and person. */
    private int numberCells() {
        long[] keys = new long[cell.length];
        Arrays.setAll(keys, this::cellKey);
        Arrays.sort(keys);
        int different = moveDifferentToFront(keys);
        Arrays.setAll(cell, record -> Arrays.binarySearch(keys, 0, different, cellKey(record)));
        return different;
    }

    private long cellKey(int record) {
        return (long) cluster[record] * persons + person[record];
    }

    private static int moveDifferentToFront(long[] sorted) {
        int different = 0;
        for (long key : sorted) {
            if (different == 0 || key != sorted[different - 1]) {
                sorted[different++] = key;
            }
        }
        return different;
    }

    int size() {
        return provider.length;
    }

    long notInRun() {
        return notInRun;
    }

    long notInTruth() {
        return notInTruth;
    }

    int provider(int record) {
        return provider[record];
    }

    int cluster(int record) {
        return cluster[record];
    }

    int person(int record) {
        return person[record];
    }

    /** A record of each cell. */
    int[] oneOfEachCell() {
        int[] one = new int[byCell.count()];
        for (int record = 0; record < cell.length; record++) {
            one[cell[record]] = record;
        }
        return one;
    }

    /** How many clusters there are. */
    int clusters() {
        return byCluster.count();
    }

    /** How many people there are. */
    int persons() {
        return persons;
    }

    Groups byCluster() {
        return byCluster;
    }

    Groups byPerson() {
        return byPerson;
    }

    Groups byCell() {
        return byCell;
    }

    /** Gathers the columns; people of the truth are numbered first, people by themselves after them. */
    private static final class Collector {
        private int[] provider = new int[16];
        private int[] cluster = new int[16];
        private int[] person = new int[16];
        private int size;
        private final Map<String, Integer> clusterNumbers = new HashMap<>();
        private int clusters;
        private int persons;
        private long notInRun;
        private long notInTruth;

        private final Listener listener;
        private final Step step;

        Collector(int people, Listener listener, Step step) {
            persons = people;
            this.step = step;
            this.listener = listener;
        }

        void add(int index, Map<String, String> studyIds, Map<String, Integer> personOf) {
            studyIds.forEach((localId, studyId) -> {
                step.accept(1);
                listener.record(index, localId, personOf.getOrDefault(localId, NOBODY));
                add(index, clusterNumbers.computeIfAbsent(studyId, unseen -> clusters++), person(personOf, localId));
            });
            personOf.forEach((localId, personNumber) -> {
                if (!studyIds.containsKey(localId)) {
                    listener.record(index, localId, personNumber);
                    add(index, clusters++, personNumber);
                    notInRun++;
                }
            });
        }

        private int person(Map<String, Integer> personOf, String localId) {
            if (personOf.containsKey(localId)) {
                return personOf.get(localId);
            }
            notInTruth++;
            return persons++;
        }

        private void add(int index, int clusterNumber, int personNumber) {
            grow();
            provider[size] = index;
            cluster[size] = clusterNumber;
            person[size++] = personNumber;
        }

        private void grow() {
            if (size == provider.length) {
                provider = Arrays.copyOf(provider, 2 * size);
                cluster = Arrays.copyOf(cluster, 2 * size);
                person = Arrays.copyOf(person, 2 * size);
            }
        }
    }
}
