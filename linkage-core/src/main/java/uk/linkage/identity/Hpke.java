package uk.linkage.identity;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.util.Arrays;
import uk.linkage.secret.SecretBytes;

/**
 * Hybrid public key encryption (RFC 9180) in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. Keys come out of it by its
 * secret export (section 5.3). Who sent it says a signature, not the mode.
 */
final class Hpke {
    private static final byte[] EXPORTED = "linkage/1 key".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = new byte[0];
    private static final int KEY = 32;
    private static final int ENCAPSULATION = 32;
    private static final int TAG = 16;

    private Hpke() {}

    static HPKEContextWithEncapsulation sender(byte[] receivingKey, byte[] info) {
        return suite().setupBaseS(new X25519PublicKeyParameters(receivingKey), info);
    }

    static HPKEContext receiver(byte[] encapsulation, X25519PrivateKeyParameters own, byte[] info) {
        return suite().setupBaseR(encapsulation, new AsymmetricCipherKeyPair(own.generatePublicKey(), own), info);
    }

    static SecretBytes key(HPKEContext context) {
        return new SecretBytes(context.export(EXPORTED, KEY));
    }

    /** Encapsulated key and content in one. */
    static byte[] seal(byte[] receivingKey, byte[] content, byte[] info) {
        HPKEContextWithEncapsulation context = sender(receivingKey, info);
        try {
            return Arrays.concatenate(context.getEncapsulation(), context.seal(NOTHING, content));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a fresh context seals", e);
        }
    }

    /** @throws IllegalArgumentException where what was sealed begins with no encapsulated key */
    static byte[] open(byte[] sealed, X25519PrivateKeyParameters own, byte[] info) throws InvalidCipherTextException {
        if (sealed.length < ENCAPSULATION + TAG) {
            throw new IllegalArgumentException("is too short to be sealed");
        }
        HPKEContext context = receiver(Arrays.copyOf(sealed, ENCAPSULATION), own, info);
        return context.open(NOTHING, Arrays.copyOfRange(sealed, ENCAPSULATION, sealed.length));
    }

    static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }
}
