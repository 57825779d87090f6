package uk.linkage.hub.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records of a person that links have joined so far, and which of two kinds are among them. */
final class Group {
    private final List<Integer> records = new ArrayList<>();
    private boolean one;
    private boolean other;

    Group(int record, boolean one, boolean other) {
        this.records.add(record);
        this.one = one;
        this.other = other;
    }

    /** Whether both kinds would be in one group. */
    boolean joins(Group next) {
        return (one || next.one) && (other || next.other);
    }

    Group larger(Group next) {
        return records.size() >= next.records.size() ? this : next;
    }

    Group smaller(Group next) {
        return larger(next) == this ? next : this;
    }

    /** Takes over a smaller group, so that a record moves no more than log n times. */
    void take(Group next, Map<Integer, Group> groups) {
        next.records.forEach(record -> groups.put(record, this));
        records.addAll(next.records);
        one |= next.one;
        other |= next.other;
    }
}
