package uk.linkage.quality;

import java.util.Arrays;
import java.util.Optional;

/** What is known of each record beside its person: its group in each grouping, its household, its causes; in columns. */
final class Tags implements LabelledRecords.Listener {
    private final Optional<GroupLabels> labels;
    private final Optional<CauseLabels> causes;
    private int[][] groups = new int[16][];
    private long[] masks = new long[16];
    private int size;

    Tags(Optional<GroupLabels> labels, Optional<CauseLabels> causes) {
        this.labels = labels;
        this.causes = causes;
    }

    @Override
    public void record(int provider, String localId, int person) {
        if (size == masks.length) {
            groups = Arrays.copyOf(groups, 2 * size);
            masks = Arrays.copyOf(masks, 2 * size);
        }
        groups[size] = labels.map(known -> known.of(provider, localId, person)).orElseGet(() -> new int[0]);
        masks[size] = causes.map(known -> known.of(provider, localId)).orElse(0L);
        size++;
    }

    /** The group of a record in a column of the labels. */
    int group(int record, int column) {
        return groups[record][column];
    }

    /** What is wrong with either of two records. */
    long causes(int left, int right) {
        return masks[left] | masks[right];
    }

    /** Whether two records are known to be of one household. */
    boolean ofOneHousehold(int left, int right) {
        return labels.flatMap(GroupLabels::household)
                .filter(column -> group(left, column) == group(right, column)
                        && group(left, column) < labels.orElseThrow().groups(column).length - 1)
                .isPresent();
    }
}
