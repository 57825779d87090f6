package uk.linkage.bloom.harden;

import java.security.SecureRandom;
import uk.linkage.bloom.Encoding;

/**
 * Randomised response: every bit is turned over with probability {@code flip}, afresh for every record (Warner 1965; for
 * filters BLIP of Alaggan, Gambs and Kermarrec 2012; for linkage Schnell and Borgs, ICDM Workshops 2016, whose {@code f} is
 * twice this {@code flip}).
 *
 * <p>What it brings: any one bit can be denied. What it does not: distances are shrunk by {@code (1 - 2 flip)^2} and gain
 * noise, but their order stays; light flips left graph matching 1,000 of 1,000 records (attack of Schaefer, Armknecht and
 * Heng, ACSAC 2024), and heavy ones cost quality. Whoever sees one record sealed often averages the noise away: seal once.
 *
 * <p>Flips come from {@link SecureRandom} and from no seed: the same positions turned over everywhere would protect
 * nothing. So the same record has another code each time, and equal filters are not seen as equal.
 *
 * @param flip probability that a bit is turned over, above 0 and below 0.5
 */
public record RandomisedResponse(double flip) implements Hardening {
    private static final double TWO_TO_32 = 0x1p32;

    /** @throws IllegalArgumentException where the probability is out of bounds */
    public RandomisedResponse {
        if (!(flip > 0 && flip < 0.5)) {
            throw new IllegalArgumentException("flip (" + flip + ") must be above 0 and below 0.5");
        }
    }

    @Override
    public int outputBits(int inputBits) {
        return inputBits;
    }

    /** The seed is not used. */
    @Override
    public Keyed keyed(byte[] seed, int inputBits) {
        SecureRandom random = new SecureRandom();
        return filter -> {
            byte[] fresh = new byte[4 * filter.bits()];
            random.nextBytes(fresh);
            return answer(filter, fresh);
        };
    }

    /** The answer for these random bytes, four for each bit, big-endian: below {@code flip x 2^32} it is turned over. */
    Encoding answer(Encoding filter, byte[] random) {
        long below = (long) (flip * TWO_TO_32);
        long[] code = new long[filter.bits() / 64];
        filter.copyTo(code, 0);
        for (int i = 0; i < filter.bits(); i++) {
            code[i >>> 6] ^= u32(random, 4 * i) < below ? 1L << i : 0;
        }
        return new Encoding(code);
    }

    private static long u32(byte[] bytes, int at) {
        return (bytes[at] & 0xffL) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    @Override
    public double codeDistance(double filterDistance, int inputBits) {
        return inputBits * disagreement() + filterDistance * shrinking();
    }

    /** The Hamming distance without its bias, cut to what a distance can be. */
    @Override
    public double filterDistance(double codeDistance, int inputBits) {
        double unbiased = (codeDistance - inputBits * disagreement()) / shrinking();
        return Math.max(0, Math.min(inputBits, unbiased));
    }

    /** Every pair of bits is seen rightly or wrongly with the same probability, whether it differs or not. */
    @Override
    public double filterDistanceDeviation(double codeDistance, int inputBits) {
        return Math.sqrt(inputBits * disagreement() * (1 - disagreement())) / shrinking();
    }

    @Override
    public double slope(double codeDistance, int inputBits) {
        return 1 / shrinking();
    }

    /** The probability that two answers to one bit differ. */
    private double disagreement() {
        return 2 * flip * (1 - flip);
    }

    private double shrinking() {
        return 1 - 2 * disagreement();
    }
}
