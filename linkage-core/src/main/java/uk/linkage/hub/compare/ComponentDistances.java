package uk.linkage.hub.compare;

import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.ViewDesign;
import uk.linkage.hub.block.EncodedTable;

/**
 * Estimated filter bits in which each component of a pair differs: what the hub can tell of the parts of two people, and
 * so what an audit measures. Linking does not use it; the chances of {@link Patterns} tell more. A worker: one thread.
 */
public final class ComponentDistances {
    private final EncodedTable left;
    private final EncodedTable right;
    private final Unpicking unpicking;
    private final double[] distanceAt;
    private final double[] deviationAt;
    private final double[] distance;
    private final double[] deviation;

    /** Between records of two tables under one agreement. */
    public ComponentDistances(Agreement agreement, EncodedTable left, EncodedTable right) {
        this.left = left;
        this.right = right;
        this.unpicking = new Unpicking(new ViewDesign(agreement));
        this.distanceAt = new double[agreement.codeBits() + 1];
        this.deviationAt = new double[agreement.codeBits() + 1];
        this.distance = new double[agreement.views().size()];
        this.deviation = new double[agreement.views().size()];
        fillDistances(agreement);
    }

    /** What every number of differing code bits means, worked out once. */
    private void fillDistances(Agreement agreement) {
        int filterBits = agreement.filter().bits();
        for (int differing = 0; differing < distanceAt.length; differing++) {
            distanceAt[differing] = agreement.hardening().filterDistance(differing, filterBits);
            deviationAt[differing] = agreement.hardening().filterDistanceDeviation(differing, filterBits);
        }
    }

    /** One for each component, in the agreement's order; overwritten by the next call. */
    public double[] of(int leftRow, int rightRow) {
        for (int v = 0; v < distance.length; v++) {
            int differing = left.view(v).differing(leftRow, right.view(v), rightRow);
            distance[v] = distanceAt[differing];
            deviation[v] = deviationAt[differing];
        }
        return unpicking.components(distance, deviation);
    }
}
