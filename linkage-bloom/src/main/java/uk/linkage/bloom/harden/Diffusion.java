package uk.linkage.bloom.harden;

import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.BloomShape;

/**
 * The linear diffusion layer: every bit of the code is the exclusive or of {@code taps} distinct, keyed bits of the
 * filter (Armknecht, Heng and Schnell, PoPETs 2023).
 *
 * <p>Two filters of length {@code m} that differ in {@code d} bits give codes that agree in about {@code 1/2 + 1/2 (1 -
 * 2 d / m)^taps} of theirs: near neighbours stay near, all else looks random. Every code has about half its bits set, so
 * its weight says nothing. With four taps or fewer graph matching gets through; below {@value #FEWEST_TAPS} is refused.
 *
 * <pre>{@code
 * Encoding code = new Diffusion(1024, 10).keyed(seed, 1024).apply(filter);
 * double distance = new Diffusion(1024, 10).filterDistance(differing, 1024);
 * }</pre>
 *
 * @param outputBits length of the code, a multiple of 64 from 64 to 65536
 * @param taps filter bits behind each bit of the code, 8 to 64
 */
public record Diffusion(int outputBits, int taps) implements Hardening {
    /** The fewest taps that published attacks do not get through. */
    public static final int FEWEST_TAPS = 8;

    private static final int MOST_TAPS = 64;

    /** @throws IllegalArgumentException where a parameter is out of bounds */
    public Diffusion {
        new BloomShape(outputBits);
        if (taps < FEWEST_TAPS || taps > MOST_TAPS) {
            throw new IllegalArgumentException("taps (" + taps + ") must be between 8 and 64");
        }
    }

    @Override
    public Keyed keyed(byte[] seed, int inputBits) {
        return new LinearLayer(columns(new BitStream(seed), inputBits), outputBits);
    }

    /**
     * How many filter bits differ, estimated from how many code bits do: the inverse of the agreement above.
     *
     * @param differing code bits that differ
     * @param inputBits length of the filters
     * @return the estimate; beyond {@link #horizon} the codes of two filters look unrelated, and that horizon is given
     */
    public double filterDistance(int differing, int inputBits) {
        return inputBits / 2.0 * (1 - Math.pow(correlation(differing), 1.0 / taps));
    }

    /**
     * Standard deviation of {@link #filterDistance}, by the delta method from the binomial spread of the code bits. In
     * filter bits; 0 for equal codes, since equal codes mean equal filters but for a chance of 2^-outputBits.
     */
    public double filterDistanceDeviation(int differing, int inputBits) {
        double c = correlation(differing);
        double spread = Math.sqrt(Math.max(0, 1 - c * c) / outputBits);
        return spread * inputBits / (2.0 * taps) * Math.pow(c, 1.0 / taps - 1);
    }

    /** The filter distance beyond which a code cannot tell: a correlation of two standard deviations of chance. */
    public double horizon(int inputBits) {
        return filterDistance(outputBits / 2, inputBits);
    }

    private double correlation(int differing) {
        return Math.max(1 - 2.0 * differing / outputBits, 2 / Math.sqrt(outputBits));
    }

    /** Column {@code i}: the code bits that filter bit {@code i} turns over. */
    private long[] columns(BitStream stream, int inputBits) {
        int words = outputBits / 64;
        long[] columns = new long[inputBits * words];
        for (int bit = 0; bit < outputBits; bit++) {
            for (int tap : stream.distinct(taps, inputBits)) {
                columns[tap * words + (bit >>> 6)] |= 1L << bit;
            }
        }
        return columns;
    }
}
