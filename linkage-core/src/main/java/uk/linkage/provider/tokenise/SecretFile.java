package uk.linkage.provider.tokenise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

/**
 * A linkage secret in a file of its owner's alone: versioned JSON with the secret's check value beside it.
 *
 * <pre>{@code
 * SecretFile.write(LinkageSecret.random(), Path.of("secret.key"));
 * LinkageSecret secret = SecretFile.read(Path.of("secret.key"));
 * }</pre>
 */
public final class SecretFile {
    private static final int VERSION = 1;
    private static final int PROPERTIES = 3;

    private SecretFile() {}

    /**
     * Writes a secret to a new file that only its owner may read.
     *
     * @throws FileAlreadyExistsException where the file is there: a secret is never overwritten
     */
    public static void write(LinkageSecret secret, Path file) throws IOException {
        ObjectNode json = CanonicalJson.object();
        json.put("linkage_secret", VERSION);
        json.put("key_check", secret.checkValue());
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            json.put("secret", Base64.getEncoder().encodeToString(bytes.array()));
        }
        OwnerOnly.write(file, CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a secret.
     *
     * @throws SecretFault where others may read the file or it is not a whole secret
     * @throws IOException where it cannot be read
     */
    public static LinkageSecret read(Path file) throws IOException {
        return parse(OwnerOnly.read(file), file.getFileName().toString());
    }

    /** Reads a secret from the bytes of its file, as from standard input, and overwrites them. */
    public static LinkageSecret parse(byte[] content, String name) {
        try {
            JsonNode json = CanonicalJson.parse(content);
            require(isThisVersion(json), name, "is not a linkage secret of this version");
            LinkageSecret secret = decode(json.path("secret").asText(), name);
            require(secret.checkValue().equals(json.path("key_check").asText()), name, "does not fit its check value");
            return secret;
        } catch (IOException e) {
            throw new SecretFault(name + ": " + e.getMessage());
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static boolean isThisVersion(JsonNode json) {
        JsonNode version = json.path("linkage_secret");
        return version.isInt() && version.intValue() == VERSION && json.size() == PROPERTIES;
    }

    private static LinkageSecret decode(String base64, String name) {
        try {
            return LinkageSecret.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new SecretFault(name + ": does not hold 32 random bytes in Base64");
        }
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new SecretFault(name + ": " + rule);
        }
    }
}
