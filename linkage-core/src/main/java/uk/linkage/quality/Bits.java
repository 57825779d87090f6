package uk.linkage.quality;

/** Weights in ten-thousandths of a bit, as exact as a file of scores has them: whole numbers, of which equal ones are equal. */
final class Bits {
    private static final double PARTS = 10_000;

    private Bits() {}

    /** The nearest; the largest or least there is where it is beyond. */
    static int rounded(double bits) {
        return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, Math.round(bits * PARTS)));
    }

    static double of(int rounded) {
        return rounded / PARTS;
    }
}
