package uk.linkage.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Check values, checksums and other tags, compared in a time that says nothing of where they differ.
 *
 * <pre>{@code
 * Tags.same(secret.checkValue(), json.path("key_check").asText());
 * }</pre>
 */
public final class Tags {
    private Tags() {}

    /** Whether two tags are the same. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
