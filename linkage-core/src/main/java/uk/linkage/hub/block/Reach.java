package uk.linkage.hub.block;

import uk.linkage.agreement.Agreement;

/**
 * How far apart two codes of a view may be for their records to be compared, as shares of code bits that agree.
 *
 * <p>Filters up to {@value #FAR} of their length apart are looked for, {@value #NEAR} apart nearly surely, however the
 * hardening shows that; but codes that agree in less than {@value #LEAST_TOLD} are never compared, since under a
 * hardening that drowns what is far there is nothing left to tell. With 8 taps or more the latter decides.
 *
 * @param least the least share
 * @param sure the share at which pairs are to be found nearly surely
 */
public record Reach(double least, double sure) {
    private static final double FAR = 0.07;
    private static final double NEAR = 0.055;
    private static final double LEAST_TOLD = 0.65;
    private static final double SURELY_TOLD = 0.7;

    /** The reach of an agreement's hardening. */
    public static Reach of(Agreement agreement) {
        return new Reach(
                Math.max(LEAST_TOLD, agreeing(agreement, FAR)), Math.max(SURELY_TOLD, agreeing(agreement, NEAR)));
    }

    /** The expected share of agreeing code bits of filters this share of their length apart. */
    private static double agreeing(Agreement agreement, double share) {
        int bits = agreement.filter().bits();
        return 1 - agreement.hardening().codeDistance(share * bits, bits) / agreement.codeBits();
    }
}
