package uk.linkage.identity;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519 (RFC 8032, section 5.1): what is signed here is a message with its purpose in it, never content alone. */
final class Signatures {
    private static final int BYTES = 64;

    private Signatures() {}

    static byte[] sign(Ed25519PrivateKeyParameters key, byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Whether the signature is 64 bytes whose S is below the group's order (section 5.1.7) and fits. */
    static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        if (signature.length != BYTES || !PublicKeys.canSign(key)) {
            return false;
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}
