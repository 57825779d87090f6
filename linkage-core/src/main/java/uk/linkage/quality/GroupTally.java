package uk.linkage.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts the pairs and people of each group of one grouping. */
final class GroupTally {
    private final LabelledRecords records;
    private final Tags tags;
    private final int column;
    private final String name;
    private final String[] groups;
    private final long[] found;
    private final long[] missed;
    private final long[] wrong;
    private final long[] people;
    private final long[] recovered;

    GroupTally(LabelledRecords records, Tags tags, GroupLabels labels, int column) {
        this.records = records;
        this.tags = tags;
        this.column = column;
        this.name = labels.name(column);
        this.groups = labels.groups(column);
        this.found = new long[groups.length];
        this.missed = new long[groups.length];
        this.wrong = new long[groups.length];
        this.people = new long[groups.length];
        this.recovered = new long[groups.length];
    }

    void addTrue(int left, int right) {
        add(records.cluster(left) == records.cluster(right) ? found : missed, left, right);
    }

    void addFalse(int left, int right) {
        add(wrong, left, right);
    }

    private void add(long[] counts, int left, int right) {
        counts[tags.group(left, column)]++;
        if (tags.group(left, column) != tags.group(right, column)) {
            counts[tags.group(right, column)]++;
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
                people[tags.group(record, column)]++;
                recovered[tags.group(record, column)] += exact ? 1 : 0;
            }
            seen[person] = true;
        }
    }

    Grouping grouping() {
        List<GroupQuality> qualities = new ArrayList<>();
        for (int group = 0; group < groups.length; group++) {
            Confusion pairwise = new Confusion(found[group], wrong[group], missed[group]);
            if (!pairwise.equals(new Confusion(0, 0, 0)) || people[group] > 0) {
                qualities.add(new GroupQuality(groups[group], pairwise, recovered[group], people[group]));
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
