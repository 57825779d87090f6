package uk.linkage.provider.oprf;

import java.math.BigInteger;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECConstantTimeMultiplier;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;

/** The curve P-256 (FIPS 186-5; SEC 2, secp256r1) as Bouncy Castle has it. Its cofactor is 1: every point but one has its order. */
final class P256 {
    static final ECCurve CURVE = CustomNamedCurves.getByName("secp256r1").getCurve();
    static final ECPoint BASE = CustomNamedCurves.getByName("secp256r1").getG();
    static final BigInteger ORDER = CURVE.getOrder();

    /** Takes as long for one secret scalar as for another; holds no state. */
    static final ECMultiplier SECRETLY = new ECConstantTimeMultiplier(ORDER);

    private P256() {}
}
