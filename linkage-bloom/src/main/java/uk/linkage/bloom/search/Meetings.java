package uk.linkage.bloom.search;

import java.util.Arrays;
import uk.linkage.bloom.EncodingTable;

/** Rows of two tables that are in one bucket, part by part, each checked exactly. One thread. */
final class Meetings {
    private static final int LARGEST_BUCKET = 5000;

    private final Buckets lefts;
    private final Buckets rights;
    private final int most;
    private final int[] from;
    private final PairKeys met = new PairKeys();
    private int[] rows = new int[1024];

    /** @param most bits in which a pair may differ */
    Meetings(Buckets lefts, Buckets rights, int most) {
        this.lefts = lefts;
        this.rights = rights;
        this.most = most;
        this.from = new int[lefts.values() + 1];
    }

    PairKeys met() {
        return met;
    }

    /** Has the rows meet as buckets are filled now. */
    void hold() {
        for (int part = 0; part < lefts.parts(); part++) {
            if (lefts.from(part) < lefts.from(part + 1) && rights.from(part) < rights.from(part + 1)) {
                sort(part);
                for (int entry = rights.from(part); entry < rights.from(part + 1); entry++) {
                    meet(rights.value(entry), rights.row(entry));
                }
            }
        }
    }

    /** Left rows of a part by value, as {@link Buckets#fill} sorts by part. */
    private void sort(int part) {
        int first = lefts.from(part);
        int end = lefts.from(part + 1);
        if (rows.length < end - first) {
            rows = new int[end - first];
        }
        Arrays.fill(from, 0);
        for (int entry = first; entry < end; entry++) {
            from[lefts.value(entry)]++;
        }
        for (int value = 1; value < from.length; value++) {
            from[value] += from[value - 1];
        }
        for (int entry = end - 1; entry >= first; entry--) {
            rows[--from[lefts.value(entry)]] = lefts.row(entry);
        }
    }

    private void meet(int value, int right) {
        int size = from[value + 1] - from[value];
        if (size > LARGEST_BUCKET) {
            met.passOver(size);
            return;
        }
        EncodingTable left = lefts.table();
        for (int i = from[value]; i < from[value + 1]; i++) {
            if (left.differing(rows[i], rights.table(), right) <= most) {
                met.add(rows[i], right);
            }
        }
    }
}
