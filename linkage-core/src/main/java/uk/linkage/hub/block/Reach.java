package uk.linkage.hub.block;

import uk.linkage.agreement.Agreement;

/**
 * How far apart two codes of a view may be for their records to be compared, as shares of code bits that agree.
 *
 * <p>Filters up to {@value #FAR} of their length apart are looked for, {@value #NEAR} apart nearly surely, however the
 * hardening shows that; but hashing does not look for codes that agree in less than {@value #LEAST_TOLD}, since under a
 * hardening that drowns what is far it would meet too many strangers. With 8 taps or more the latter decides.
 *
 * <p>Where the codes of unrelated records agree by chance alone, it is known how many pairs chance brings, and an exact
 * search can go as low as that.
 *
 * @param least the least share
 * @param sure the share at which pairs are to be found nearly surely
 * @param codeBits length of a code
 * @param drowned whether codes of unrelated records agree by chance alone
 */
public record Reach(double least, double sure, int codeBits, boolean drowned) {
    private static final double FAR = 0.1;
    private static final double NEAR = 0.08;
    private static final double LEAST_TOLD = 0.65;
    private static final double SURELY_TOLD = 0.7;
    private static final double UNRELATED = 0.2;

    /** The reach of an agreement's hardening. */
    public static Reach of(Agreement agreement) {
        return new Reach(
                Math.max(LEAST_TOLD, agreeing(agreement, FAR)),
                Math.max(SURELY_TOLD, agreeing(agreement, NEAR)),
                agreement.codeBits(),
                agreeing(agreement, UNRELATED) < 0.5 + 1 / Math.sqrt(agreement.codeBits()));
    }

    /** The least share of an exact search: what chance brings for so many pairs a record, where that is lower. */
    double exact(double chancePairs, int leftRows, int rightRows) {
        double chance = 0.5 + Chance.deviations(chancePairs, leftRows, rightRows) / (2 * Math.sqrt(codeBits));
        return drowned ? Math.min(least, chance) : least;
    }

    /** The most code bits, over all views, in which a pair may differ to be nearer than so many chance pairs a record. */
    int mostDiffering(double chancePairs, EncodedTable left, EncodedTable right) {
        return drowned ? Chance.mostDiffering(chancePairs, left, right) : left.codeBits();
    }

    /** The expected share of agreeing code bits of filters this share of their length apart. */
    private static double agreeing(Agreement agreement, double share) {
        int bits = agreement.filter().bits();
        return 1 - agreement.hardening().codeDistance(share * bits, bits) / agreement.codeBits();
    }
}
