package uk.linkage.bloom.harden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import uk.linkage.bloom.Encoding;

/**
 * Hardenings one after the other, each on the code of the one before. An empty chain leaves the filter as it is.
 *
 * <p>The filter distance is estimated from the end: the last step tells how far its inputs are apart, and so on. By the
 * delta method a step's variance is its own plus that of what it is told, times the square of its slope.
 *
 * <pre>{@code
 * Chain chain = Chain.of(new Diffusion(1024, 8), new RandomisedResponse(0.02));
 * Encoding code = chain.keyed(place -> seeds.get(place), 1024).apply(filter);
 * double distance = chain.filterDistance(code.differing(other), 1024);
 * }</pre>
 *
 * @param steps in the order in which they are applied
 */
public record Chain(List<Hardening> steps) {
    /** Copies the steps. */
    public Chain {
        steps = List.copyOf(steps);
    }

    /** These steps. */
    public static Chain of(Hardening... steps) {
        return new Chain(List.of(steps));
    }

    /**
     * Length of the code of a filter of {@code inputBits} bits.
     *
     * @throws IllegalArgumentException where a step cannot take the length that it is given
     */
    public int outputBits(int inputBits) {
        return lengths(inputBits)[steps.size()];
    }

    /**
     * All steps under their keys.
     *
     * @param seeds 32 secret bytes for the step at each place, from 0
     * @param inputBits length of the filters
     */
    public Hardening.Keyed keyed(IntFunction<byte[]> seeds, int inputBits) {
        int[] lengths = lengths(inputBits);
        List<Hardening.Keyed> keyed = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            keyed.add(steps.get(i).keyed(seeds.apply(i), lengths[i]));
        }
        return keyed.size() == 1 ? keyed.get(0) : filter -> applied(keyed, filter);
    }

    private static Encoding applied(List<Hardening.Keyed> keyed, Encoding filter) {
        Encoding code = filter;
        for (Hardening.Keyed step : keyed) {
            code = step.apply(code);
        }
        return code;
    }

    /** How many code bits are expected to differ where {@code filterDistance} filter bits do. */
    public double codeDistance(double filterDistance, int inputBits) {
        int[] lengths = lengths(inputBits);
        double distance = filterDistance;
        for (int i = 0; i < steps.size(); i++) {
            distance = steps.get(i).codeDistance(distance, lengths[i]);
        }
        return distance;
    }

    /** How many filter bits differ, estimated from how many code bits do; from 0 to {@link #horizon}. */
    public double filterDistance(double codeDistance, int inputBits) {
        int[] lengths = lengths(inputBits);
        double distance = codeDistance;
        for (int i = steps.size() - 1; i >= 0; i--) {
            distance = steps.get(i).filterDistance(distance, lengths[i]);
        }
        return distance;
    }

    /** Standard deviation of {@link #filterDistance}, in filter bits; 0 where every step is exact. */
    public double filterDistanceDeviation(double codeDistance, int inputBits) {
        int[] lengths = lengths(inputBits);
        double distance = codeDistance;
        double variance = 0;
        for (int i = steps.size() - 1; i >= 0; i--) {
            double slope = steps.get(i).slope(distance, lengths[i]);
            double own = steps.get(i).filterDistanceDeviation(distance, lengths[i]);
            variance = variance * slope * slope + own * own;
            distance = steps.get(i).filterDistance(distance, lengths[i]);
        }
        return Math.sqrt(variance);
    }

    /** The filter distance beyond which the codes of two filters look unrelated. */
    public double horizon(int inputBits) {
        return filterDistance(outputBits(inputBits), inputBits);
    }

    /** What each step is given, and behind them what the last gives. */
    private int[] lengths(int inputBits) {
        int[] lengths = new int[steps.size() + 1];
        lengths[0] = inputBits;
        for (int i = 0; i < steps.size(); i++) {
            lengths[i + 1] = steps.get(i).outputBits(lengths[i]);
        }
        return lengths;
    }
}
