package uk.linkage.provider.tokenise;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.linkage.bloom.KeyedToken;

/**
 * HMAC-SHA-256 under the key of one field in one view or match key. Tokens are remembered, since a file of people has
 * few distinct ones; the memory is emptied when full. One thread.
 */
final class FieldKey {
    private static final int MEMORY = 1 << 15;

    private final Mac mac;
    private final Map<String, KeyedToken> remembered = new HashMap<>();

    FieldKey(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The 32-byte digest of a message. */
    byte[] digest(Message message) {
        return mac(message.bytes());
    }

    byte[] mac(byte[] data) {
        return mac.doFinal(data);
    }

    /** The token of a text of one kind, remembered. */
    KeyedToken token(String kind, String text, int positions) {
        if (remembered.size() >= MEMORY) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(
                text, t -> new KeyedToken(digest(new Message().add(kind).add(t)), positions));
    }
}
