package uk.linkage.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.secret.LockedBox;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.Passphrase;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

/**
 * A party's private keys in a file of its owner's alone, plain or under a passphrase ({@link LockedBox}).
 *
 * <pre>{@code
 * IdentityFile.write(Identity.random("hospital"), Path.of("hospital.identity"), Optional.empty());
 * Identity hospital = IdentityFile.read(Path.of("hospital.identity"), console::passphrase);
 * }</pre>
 */
public final class IdentityFile {
    private static final int VERSION = 1;
    private static final String KIND = "linkage-identity";

    private IdentityFile() {}

    /**
     * Writes an identity to a new file that only its owner may read.
     *
     * @throws FileAlreadyExistsException where the file is there: an identity is never overwritten
     */
    public static void write(Identity identity, Path file, Optional<Passphrase> passphrase) throws IOException {
        ObjectNode json = CanonicalJson.object();
        json.put("linkage_identity", VERSION).put("name", identity.card().name());
        try (SecretBytes keys = identity.bytes(SecretAccess.granted())) {
            json.put("keys", Base64.getEncoder().encodeToString(keys.array()));
        }
        byte[] content = CanonicalJson.bytes(json);
        OwnerOnly.write(
                file,
                passphrase
                        .map(p -> CanonicalJson.bytes(LockedBox.lock(KIND, content, p)))
                        .orElse(content));
        Arrays.fill(content, (byte) 0);
    }

    /**
     * Reads an identity.
     *
     * @param passphrase asked only where the file is under one
     * @throws SecretFault where others may read the file, it is not a whole identity or the passphrase does not open it
     */
    public static Identity read(Path file, Supplier<Passphrase> passphrase) throws IOException {
        String name = file.getFileName().toString();
        byte[] content = OwnerOnly.read(file);
        try {
            JsonNode json = json(content, name);
            if (!LockedBox.isOne(json)) {
                return identity(json, name);
            }
            try (Passphrase asked = passphrase.get();
                    SecretBytes opened = new SecretBytes(LockedBox.open(json, KIND, asked, name))) {
                return identity(json(opened.array(), name), name);
            }
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static JsonNode json(byte[] content, String name) {
        try {
            return CanonicalJson.parse(content);
        } catch (IOException e) {
            throw new SecretFault(name + ": " + e.getMessage());
        }
    }

    private static Identity identity(JsonNode json, String name) {
        try {
            IdentityFault.require(
                    Json.isVersion(json, "linkage_identity", VERSION, 3), name, "is not an identity of this version");
            try (SecretBytes keys =
                    new SecretBytes(Base64.getDecoder().decode(json.path("keys").asText()))) {
                return Identity.of(json.path("name").asText(), keys.array());
            }
        } catch (IdentityFault | IllegalArgumentException e) {
            throw new SecretFault(name + ": is not a whole identity of this version");
        }
    }
}
