package uk.linkage.audit;

import java.util.Arrays;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.harden.Diffusion;

/**
 * What anybody can work out from an agreement of how traits go into a code bit, which is the exclusive or of so many filter
 * bits, each set by some traits.
 *
 * @param agreement which sets filter bits, code bits and taps
 * @param positions how many filter bits each trait sets
 */
public record Mixing(Agreement agreement, int[] positions) {

    /** What each trait does to the sign of a code bit on average: turned over where an odd number of its bits is tapped. */
    public float[] priors() {
        float[] priors = new float[positions.length];
        for (int trait = 0; trait < priors.length; trait++) {
            priors[trait] = (float) Math.pow(tapped(), positions[trait]);
        }
        return priors;
    }

    /**
     * What is left of a sign on average because traits share filter bits: such a bit is set once, and yet is turned over by
     * each. Of bits drawn at random so many, on average, are drawn an even number of times that is not none.
     */
    public float clarity(int[][] traits) {
        int bits = agreement.filter().bits();
        double drawn = Arrays.stream(traits)
                .mapToInt(t -> Arrays.stream(t).map(trait -> positions[trait]).sum())
                .average()
                .orElse(0);
        double share = drawn / bits;
        double even = (1 + Math.exp(-2 * share)) / 2 - Math.exp(-share);
        return (float) Math.pow(tapped(), even * bits);
    }

    private double tapped() {
        return 1 - 2.0 * taps() / agreement.filter().bits();
    }

    /** Those of the diffusion with the most; without one a code bit is one filter bit. */
    private int taps() {
        return agreement.hardening().steps().stream()
                .filter(Diffusion.class::isInstance)
                .mapToInt(step -> ((Diffusion) step).taps())
                .max()
                .orElse(1);
    }
}
