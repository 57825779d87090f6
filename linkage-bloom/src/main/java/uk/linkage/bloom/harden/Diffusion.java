package uk.linkage.bloom.harden;

import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.BloomShape;

/**
 * The linear diffusion layer: every bit of the code is the exclusive or of {@code taps} distinct, keyed bits of the
 * filter (Armknecht, Heng and Schnell, PoPETs 2023).
 *
 * <p>Two filters of length {@code m} that differ in {@code d} bits give codes that agree in about {@code 1/2 + 1/2 (1 -
 * 2 d / m)^taps} of theirs: near neighbours stay near, all else looks random. Every code has about half its bits set, so
 * its weight says nothing.
 *
 * <p>What it brings: with 8 or 10 taps graph matching re-identified at most 1.4 % over 1,154 published runs, against nearly
 * all of a plain filter; with 4 or fewer it gets through, 87 to 99 % (Schaefer, Armknecht and Heng, ACSAC 2024). What it
 * does not: an attacker at the hub who knows thousands of pairs learns sparse filters through 8 taps, and whoever holds
 * the key can test guesses.
 *
 * <pre>{@code
 * Encoding code = new Diffusion(1024, 10).keyed(seed, 1024).apply(filter);
 * double distance = new Diffusion(1024, 10).filterDistance(code.differing(other), 1024);
 * }</pre>
 *
 * @param outputBits length of the code, a multiple of 64 from 64 to 65536
 * @param taps filter bits behind each bit of the code, 1 to 64; below {@value #SOUND_TAPS} an agreement must say why
 */
public record Diffusion(int outputBits, int taps) implements ParityHardening {
    /** The fewest taps that published graph matching does not get through. */
    public static final int SOUND_TAPS = 8;

    /** The most taps. */
    public static final int MOST_TAPS = 64;

    /** @throws IllegalArgumentException where a parameter is out of bounds */
    public Diffusion {
        new BloomShape(outputBits);
        if (taps < 1 || taps > MOST_TAPS) {
            throw new IllegalArgumentException("taps (" + taps + ") must be between 1 and 64");
        }
    }

    @Override
    public Keyed keyed(byte[] seed, int inputBits) {
        return new LinearLayer(columns(new BitStream(seed), inputBits));
    }

    @Override
    public int outputBits(int inputBits) {
        return outputBits;
    }

    /**
     * By the delta method from the binomial spread of the code bits; 0 for equal codes, since equal codes mean equal
     * filters but for a chance of 2^-outputBits.
     */
    @Override
    public double filterDistanceDeviation(double codeDistance, int inputBits) {
        double c = parity(inputBits).correlation(codeDistance);
        double spread = Math.sqrt(outputBits * Math.max(0, 1 - c * c)) / 2;
        return spread * slope(codeDistance, inputBits);
    }

    @Override
    public Parity parity(int inputBits) {
        return new Parity(taps, inputBits, outputBits);
    }

    /** Column {@code i}: the code bits that filter bit {@code i} turns over. */
    private long[][] columns(BitStream stream, int inputBits) {
        long[][] columns = new long[inputBits][outputBits / 64];
        for (int bit = 0; bit < outputBits; bit++) {
            for (int tap : stream.distinct(taps, inputBits)) {
                columns[tap][bit >>> 6] |= 1L << bit;
            }
        }
        return columns;
    }
}
