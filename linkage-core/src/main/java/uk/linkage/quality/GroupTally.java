package uk.linkage.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Counts the pairs, people and records of each group of one grouping. */
final class GroupTally {
    private final LabelledRecords records;
    private final Tags tags;
    private final int column;
    private final String name;
    private final String[] groups;
    private final Tally[] tallies;

    GroupTally(LabelledRecords records, Tags tags, GroupLabels labels, int column) {
        this.records = records;
        this.tags = tags;
        this.column = column;
        this.name = labels.name(column);
        this.groups = labels.groups(column);
        this.tallies = new Tally[groups.length];
        Arrays.setAll(tallies, group -> new Tally());
    }

    /** Of one group. */
    private static final class Tally {
        private long found;
        private long missed;
        private long wrong;
        private long people;
        private long recovered;
        private final RunningUnit recall = new RunningUnit();
        private final RunningUnit precision = new RunningUnit();
        private final RecordMean.Sum purity = new RecordMean.Sum();
        private final RecordMean.Sum completeness = new RecordMean.Sum();

        Confusion pairwise() {
            return new Confusion(
                    found, wrong, missed, DesignEffects.of(precision.designEffect(), recall.designEffect()));
        }
    }

    /** One more pair of one person; those of one come one after the other. */
    void addTrue(int left, int right) {
        boolean isFound = records.cluster(left) == records.cluster(right);
        ofEither(left, right, tally -> {
            tally.found += isFound ? 1 : 0;
            tally.missed += isFound ? 0 : 1;
            tally.recall.add(records.person(left), isFound);
        });
    }

    /** One more pair of one cluster; those of one come one after the other. */
    void addFound(int left, int right) {
        boolean isRight = records.person(left) == records.person(right);
        ofEither(left, right, tally -> {
            tally.wrong += isRight ? 0 : 1;
            tally.precision.add(records.cluster(left), isRight);
        });
    }

    private void ofEither(int left, int right, Consumer<Tally> adding) {
        adding.accept(tallies[tags.group(left, column)]);
        if (tags.group(left, column) != tags.group(right, column)) {
            adding.accept(tallies[tags.group(right, column)]);
        }
    }

    /** A person whose records are of several groups counts for that of the first. */
    void addPeople(boolean withinProviders) {
        Groups byPerson = records.byPerson();
        Groups byCluster = records.byCluster();
        Groups byCell = records.byCell();
        boolean[] seen = new boolean[byPerson.count()];
        for (int record = 0; record < records.size(); record++) {
            int person = records.person(record);
            if (!seen[person] && byPerson.holdsPair(person, withinProviders)) {
                int together = byCell.size(byCell.groupOf(record));
                boolean exact =
                        together == byPerson.size(person) && together == byCluster.size(records.cluster(record));
                Tally tally = tallies[tags.group(record, column)];
                tally.people++;
                tally.recovered += exact ? 1 : 0;
            }
            seen[person] = true;
        }
    }

    /** What share of its cluster and of its person each record is with. */
    void addRecords() {
        Groups byPerson = records.byPerson();
        Groups byCluster = records.byCluster();
        Groups byCell = records.byCell();
        for (int record = 0; record < records.size(); record++) {
            Tally tally = tallies[tags.group(record, column)];
            int cell = byCell.size(byCell.groupOf(record));
            tally.purity.add(cell, byCluster.size(records.cluster(record)));
            tally.completeness.add(cell, byPerson.size(records.person(record)));
        }
    }

    Grouping grouping() {
        List<GroupQuality> qualities = new ArrayList<>();
        for (int group = 0; group < groups.length; group++) {
            Tally tally = tallies[group];
            if (tally.found + tally.wrong + tally.missed + tally.people > 0) {
                qualities.add(new GroupQuality(
                        groups[group],
                        tally.pairwise(),
                        tally.recovered,
                        tally.people,
                        tally.purity.mean(),
                        tally.completeness.mean()));
            }
        }
        qualities.sort(
                Comparator.comparing((GroupQuality quality) -> quality.group().equals(GroupLabels.NOT_SAID))
                        .thenComparing(quality -> leadingNumber(quality.group()))
                        .thenComparing(GroupQuality::group));
        return new Grouping(name, qualities);
    }

    private static long leadingNumber(String group) {
        int end = 0;
        while (end < Math.min(group.length(), 9) && group.charAt(end) >= '0' && group.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? Long.MAX_VALUE : Long.parseLong(group.substring(0, end));
    }
}
