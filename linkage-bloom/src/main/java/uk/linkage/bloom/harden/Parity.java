package uk.linkage.bloom.harden;

/**
 * How a filter distance shows where every code bit is the exclusive or of {@code taps} distinct filter bits.
 *
 * <p>Of two filters that differ in a share {@code f} of their bits, such code bits agree with probability {@code 1/2 +
 * 1/2 r^taps}, where {@code r = 1 - 2 f} is the filters' own correlation. The inverse estimates {@code r} as the root of
 * the codes' correlation, which is not taken below two standard deviations of chance, {@code 2 / sqrt(codeBits)}: what
 * lies beyond looks unrelated.
 *
 * @param taps filter bits behind each code bit
 * @param inputBits length of the filters
 * @param codeBits length of the codes
 */
record Parity(int taps, int inputBits, int codeBits) {

    double codeDistance(double filterDistance) {
        double r = Math.max(0, 1 - 2 * filterDistance / inputBits);
        return codeBits / 2.0 * (1 - Math.pow(r, taps));
    }

    double filterDistance(double codeDistance) {
        return inputBits / 2.0 * (1 - root(codeDistance));
    }

    double slope(double codeDistance) {
        return inputBits / ((double) codeBits * taps * Math.pow(root(codeDistance), taps - 1));
    }

    /** Correlation of the codes: 1 where they are equal, no less than chance leaves to be told. */
    double correlation(double codeDistance) {
        return Math.max(1 - 2 * codeDistance / codeBits, 2 / Math.sqrt(codeBits));
    }

    /** Correlation of the filters. */
    double root(double codeDistance) {
        return Math.pow(correlation(codeDistance), 1.0 / taps);
    }
}
