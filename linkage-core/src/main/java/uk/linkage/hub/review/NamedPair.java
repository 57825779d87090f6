package uk.linkage.hub.review;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Two records as their providers know them; the same pair whichever comes first. Prints providers only.
 *
 * @param left the record of the provider that comes first by name
 * @param right the other
 */
public record NamedPair(NamedRecord left, NamedRecord right) {
    private static final Comparator<NamedRecord> ORDER =
            Comparator.comparing(NamedRecord::provider).thenComparing(NamedRecord::localId);

    /** Puts the two in order. */
    public NamedPair {
        if (ORDER.compare(left, right) > 0) {
            NamedRecord first = right;
            right = left;
            left = first;
        }
    }

    /** Whether either is such a record. */
    boolean has(Predicate<NamedRecord> record) {
        return record.test(left) || record.test(right);
    }

    /** As four fields of a row. */
    List<String> row() {
        return List.of(left.provider(), left.localId(), right.provider(), right.localId());
    }
}
