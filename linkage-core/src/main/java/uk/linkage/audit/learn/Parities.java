package uk.linkage.audit.learn;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The attack that knows how codes are made. Under a linear diffusion layer a code bit is the exclusive or of filter bits,
 * and so, but for filter positions that several traits of a person share, the exclusive or of one unknown bit for each of
 * the person's traits. Known pairs are then noisy parity checks on those unknown bits, few of which are set: learning
 * parity with noise, with sparse secrets. Belief propagation (Gallager 1963; Pearl 1988) decodes them, every code bit on
 * its own.
 *
 * <p>A candidate is scored by the likelihood of the whole code: the sign of a bit is expected to be the product of what
 * its traits do to it.
 *
 * @param rounds how often beliefs go to and fro
 */
public record Parities(int rounds) implements Learner {
    private static final int LANES = 64;

    @Override
    public Guesser learn(Known known) {
        return learn(known, bits -> {});
    }

    @Override
    public Guesser learn(Known known, LongConsumer bits) {
        float[][] factors = new float[known.vocabulary()][known.codes().bits()];
        Beliefs beliefs = new Beliefs(known, LANES);
        for (int word = 0; word < known.codes().bits() / LANES; word++) {
            beliefs.decode(word, rounds);
            beliefs.copyTo(factors, word * LANES);
            bits.accept(LANES);
        }
        return (codes, candidates) -> scores(factors, known.clarity(), codes, candidates);
    }

    private static float[][] scores(float[][] factors, float clarity, CodeBits codes, int[][] candidates) {
        float[][] scores = new float[codes.rows()][candidates.length];
        float[][] signs = new float[codes.rows()][];
        Arrays.setAll(signs, codes::signs);
        float[] weights = new float[codes.bits()];
        for (int candidate = 0; candidate < candidates.length; candidate++) {
            float bias = expect(factors, clarity, candidates[candidate], weights);
            for (int code = 0; code < signs.length; code++) {
                scores[code][candidate] = bias + (float) Floats.dot(weights, signs[code]);
            }
        }
        return scores;
    }

    /** Fills the weight of each sign for a candidate; returns what goes with them for any code. */
    private static float expect(float[][] factors, float clarity, int[] traits, float[] weights) {
        Arrays.fill(weights, clarity);
        for (int trait : traits) {
            float[] factor = factors[trait];
            for (int bit = 0; bit < weights.length; bit++) {
                weights[bit] *= factor[bit];
            }
        }
        double bias = 0;
        for (int bit = 0; bit < weights.length; bit++) {
            float expected = weights[bit];
            if (Math.abs(expected) > 1e-3) {
                bias += 0.5 * Math.log(1 - expected * expected);
                weights[bit] = (float) (0.5 * Math.log((1 + expected) / (1 - expected)));
            }
        }
        return (float) bias;
    }
}
