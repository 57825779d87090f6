package uk.linkage.provider.oprf;

import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Bytes to a point of P-256 of which nobody knows a logarithm. One thread.
 *
 * <pre>{@code
 * Element point = new HashToCurve("QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_").element(bytes);
 * }</pre>
 *
 * <p>Source: RFC 9380, section 8.2, suite P256_XMD:SHA-256_SSWU_RO_.
 */
final class HashToCurve {
    private final HashToEllipticCurve hash;

    /** @param tag domain separation tag, ASCII of 1 to 255 characters: no two uses share one */
    HashToCurve(String tag) {
        this.hash = HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, tag);
    }

    /**
     * The point of some bytes.
     *
     * @throws IllegalArgumentException where it is infinity, of which the chance is nil
     */
    Element element(byte[] bytes) {
        return new Element(point(bytes));
    }

    /** The same before it is looked at, on this package's own curve. */
    ECPoint point(byte[] bytes) {
        return P256.CURVE.importPoint(hash.hashToCurve(bytes));
    }
}
