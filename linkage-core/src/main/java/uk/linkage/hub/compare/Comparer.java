package uk.linkage.hub.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.hub.block.EncodedTable;

/**
 * Looks at two records: how near each view's codes are, which components can be compared at all, and whether each
 * identifier agrees. A worker: one thread.
 *
 * <pre>{@code
 * Comparer comparer = new Comparer(agreement, hospital, council);
 * byte[] seen = new byte[comparer.length()];
 * comparer.see(12, 7, seen);
 * }</pre>
 */
public final class Comparer {
    /** Both records have enough of a component. */
    static final byte COMPARABLE = 0;

    /** They have not, but what one of them has sets bits. */
    static final byte UNCOMPARABLE = 1;

    /** Neither record has any of it. */
    static final byte ABSENT = 2;

    private final Agreement agreement;
    private final EncodedTable left;
    private final EncodedTable right;
    private final int views;
    private final ViewBins bins;
    private final int[] identifiers;
    private final int[] fieldsOf;
    private final List<Map<Integer, Boolean>> comparable;

    /** Compares records of two tables under one agreement. */
    public Comparer(Agreement agreement, EncodedTable left, EncodedTable right) {
        this.agreement = agreement;
        this.left = left;
        this.right = right;
        this.views = agreement.views().size();
        this.bins = ViewBins.of(agreement);
        this.identifiers = IntStream.range(0, agreement.keys().size())
                .filter(key -> agreement.keys().get(key).identifier())
                .toArray();
        this.fieldsOf = agreement.components().stream().mapToInt(this::fields).toArray();
        this.comparable = agreement.components().stream()
                .map(component -> (Map<Integer, Boolean>) new HashMap<Integer, Boolean>())
                .toList();
    }

    /** How many bytes {@link #see} fills. */
    public int length() {
        return views + fieldsOf.length + identifiers.length;
    }

    /** Fills in what is seen of a pair: a bin for each view, a state for each component, a level for each identifier. */
    public void see(int leftRow, int rightRow, byte[] seen) {
        int at = 0;
        for (int view = 0; view < views; view++) {
            int differing = left.view(view).differing(leftRow, right.view(view), rightRow);
            seen[at++] = (byte) bins.bin(differing);
        }
        int leftFields = left.presence(leftRow);
        int rightFields = right.presence(rightRow);
        for (int c = 0; c < fieldsOf.length; c++) {
            seen[at++] = state(c, leftFields & fieldsOf[c], rightFields & fieldsOf[c]);
        }
        for (int identifier : identifiers) {
            seen[at++] = (byte) identifierLevel(identifier, leftRow, rightRow);
        }
    }

    private byte state(int component, int leftFields, int rightFields) {
        boolean both = comparable
                .get(component)
                .computeIfAbsent(
                        leftFields & rightFields,
                        fields -> agreement.comparable(agreement.components().get(component), fields));
        return both ? COMPARABLE : (leftFields | rightFields) == 0 ? ABSENT : UNCOMPARABLE;
    }

    /** What makes joint levels of what is seen. */
    LevelChances levelChances() {
        return new LevelChances(agreement, bins);
    }

    /** How many components and identifiers are compared. */
    int comparisons() {
        return fieldsOf.length + identifiers.length;
    }

    private int identifierLevel(int key, int leftRow, int rightRow) {
        if (!left.key(key).has(leftRow) || !right.key(key).has(rightRow)) {
            return Comparison.MISSING;
        }
        return left.key(key).equal(leftRow, right.key(key), rightRow) ? 1 : 2;
    }

    private int fields(Component component) {
        return component.features().stream()
                .mapToInt(feature -> 1 << agreement.fieldIndex(feature.field()))
                .reduce(agreement.saltFields(), (a, b) -> a | b);
    }
}
