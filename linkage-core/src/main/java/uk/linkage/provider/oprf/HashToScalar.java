package uk.linkage.provider.oprf;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.hash2curve.OPRFHashToScalar;

/**
 * Bytes to a number below the order of P-256, by expand_message_xmd of 48 bytes. One thread.
 *
 * <p>Source: RFC 9497, section 4.3; RFC 9380, section 5.2.
 */
final class HashToScalar {
    private static final int SECURITY_BITS = 128;

    private final OPRFHashToScalar hash = new OPRFHashToScalar(P256.CURVE, new SHA256Digest(), SECURITY_BITS);
    private final byte[] tag;

    /** @param tag domain separation tag */
    HashToScalar(String tag) {
        this.tag = tag.getBytes(StandardCharsets.US_ASCII);
    }

    /** The number, which is 0 with no chance to speak of. */
    BigInteger number(byte[] bytes) {
        return hash.process(bytes, tag);
    }
}
