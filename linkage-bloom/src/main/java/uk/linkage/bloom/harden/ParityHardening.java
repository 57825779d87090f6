package uk.linkage.bloom.harden;

/** Hardenings whose every code bit is the exclusive or of so many filter bits: distances show as their {@link Parity}. */
sealed interface ParityHardening extends Hardening permits Diffusion, Rule90, XorFold {

    /** How distances of filters of {@code inputBits} bits show. */
    Parity parity(int inputBits);

    @Override
    default double codeDistance(double filterDistance, int inputBits) {
        return parity(inputBits).codeDistance(filterDistance);
    }

    @Override
    default double filterDistance(double codeDistance, int inputBits) {
        return parity(inputBits).filterDistance(codeDistance);
    }

    @Override
    default double slope(double codeDistance, int inputBits) {
        return parity(inputBits).slope(codeDistance);
    }
}
