package uk.linkage.hub.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Component;
import uk.linkage.agreement.ViewDesign;
import uk.linkage.hub.block.EncodedTable;

/**
 * Compares two records: one level for each {@link Comparison}. A worker: one thread.
 *
 * <pre>{@code
 * Comparer comparer = new Comparer(agreement, hospital, council);
 * byte[] levels = new byte[comparer.comparisons()];
 * comparer.compare(12, 7, levels);
 * }</pre>
 */
public final class Comparer {
    private final Agreement agreement;
    private final EncodedTable left;
    private final EncodedTable right;
    private final Unpicking unpicking;
    private final int[] identifiers;
    private final int[] fieldsOf;
    private final List<Map<Integer, Boolean>> comparable;
    private final double[] distance;
    private final double[] deviation;

    /** Compares records of two tables under one agreement. */
    public Comparer(Agreement agreement, EncodedTable left, EncodedTable right) {
        this.agreement = agreement;
        this.left = left;
        this.right = right;
        this.unpicking = new Unpicking(new ViewDesign(agreement));
        this.identifiers = IntStream.range(0, agreement.keys().size())
                .filter(key -> agreement.keys().get(key).identifier())
                .toArray();
        this.fieldsOf = agreement.components().stream().mapToInt(this::fields).toArray();
        this.comparable = agreement.components().stream()
                .map(component -> (Map<Integer, Boolean>) new HashMap<Integer, Boolean>())
                .toList();
        this.distance = new double[agreement.views().size()];
        this.deviation = new double[agreement.views().size()];
    }

    /** How many comparisons there are. */
    public int comparisons() {
        return fieldsOf.length + identifiers.length;
    }

    /** Writes the level of each comparison of a pair: missing where the two records have too little of it in common. */
    public void compare(int leftRow, int rightRow, byte[] levels) {
        double[] distances = componentDistances(leftRow, rightRow);
        int both = left.presence(leftRow) & right.presence(rightRow);
        for (int c = 0; c < fieldsOf.length; c++) {
            Component component = agreement.components().get(c);
            levels[c] =
                    (byte) (comparable(c, both & fieldsOf[c]) ? level(component, distances[c]) : Comparison.MISSING);
        }
        for (int i = 0; i < identifiers.length; i++) {
            levels[fieldsOf.length + i] = (byte) identifierLevel(identifiers[i], leftRow, rightRow);
        }
    }

    private boolean comparable(int component, int presence) {
        return comparable
                .get(component)
                .computeIfAbsent(
                        presence,
                        fields -> agreement.comparable(agreement.components().get(component), fields));
    }

    /**
     * Estimated filter bits in which each component of a pair differs, in the agreement's order: what the hub can tell of
     * the parts of two people, and so what an audit measures. Overwritten by the next call.
     */
    public double[] componentDistances(int leftRow, int rightRow) {
        int filterBits = agreement.filter().bits();
        for (int v = 0; v < distance.length; v++) {
            int differing = left.view(v).differing(leftRow, right.view(v), rightRow);
            distance[v] = agreement.diffusion().filterDistance(differing, filterBits);
            deviation[v] = agreement.diffusion().filterDistanceDeviation(differing, filterBits);
        }
        return unpicking.components(distance, deviation);
    }

    private static int level(Component component, double distance) {
        List<Component.Level> levels = component.levels();
        int level = 0;
        while (distance > levels.get(level).upTo()) {
            level++;
        }
        return level + 1;
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
