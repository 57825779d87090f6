package uk.linkage.provider.tokenise;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under the key of one field in one view, or of one match key. One thread. */
final class FieldKey {
    private final Mac mac;

    FieldKey(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The 32 bytes of a message's HMAC. */
    byte[] mac(byte[] message) {
        return mac.doFinal(message);
    }

    /** The same of a message that is still in its buffer. */
    byte[] mac(Message message) {
        mac.update(message.array(), 0, message.length());
        return mac.doFinal();
    }
}
