package uk.linkage.identity;

import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Which public keys somebody honest can have. A signing key is a canonically written point of the prime-order group (RFC 8032, section 5.1.3; a
 * key of small order would fit signatures to nearly any content), a receiving key gives a shared secret other than zero (RFC 7748, section 6.1).
 */
final class PublicKeys {
    /** Any private key will do: all are multiples of the cofactor. */
    private static final byte[] ANY =
            HexFormat.of().parseHex("77076d0a7318a57d3c16c17251b26645aefaad86d0a21b3ec8d96e2f4b6e5aab");

    private PublicKeys() {}

    static boolean canSign(byte[] key) {
        return Ed25519.validatePublicKeyFull(key, 0);
    }

    static boolean canReceive(byte[] key) {
        return X25519.calculateAgreement(ANY, 0, key, 0, new byte[X25519.POINT_SIZE], 0);
    }
}
