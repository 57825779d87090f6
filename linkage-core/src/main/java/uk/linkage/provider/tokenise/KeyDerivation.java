package uk.linkage.provider.tokenise;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import uk.linkage.secret.Message;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;

/**
 * Keys from the linkage secret by HKDF-SHA-256 (RFC 5869). The info says what a key is for, every part behind its length,
 * so that no two uses share a key: {@code scheme, purpose, scope, field, agreement fingerprint}. Project and epoch are in the fingerprint.
 */
final class KeyDerivation {
    private static final String SCHEME = "linkage/1";

    private final LinkageSecret secret;

    private KeyDerivation(LinkageSecret secret) {
        this.secret = secret;
    }

    static KeyDerivation of(LinkageSecret secret) {
        return new KeyDerivation(secret);
    }

    /** The 32-byte key of one use. */
    byte[] derive(String purpose, String scope, String field, byte[] fingerprint) {
        byte[] info = new Message()
                .add(SCHEME)
                .add(purpose)
                .add(scope)
                .add(field)
                .add(fingerprint)
                .bytes();
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            return hkdf(bytes.array(), SCHEME.getBytes(StandardCharsets.US_ASCII), info, 32);
        }
    }

    static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, salt, info));
        byte[] key = new byte[length];
        hkdf.generateBytes(key, 0, length);
        return key;
    }
}
