package uk.linkage.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.secret.LockedBox;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.Passphrase;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;
import uk.linkage.secret.SecretProperty;

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
    private static final String KEYS = "keys";

    private IdentityFile() {}

    /**
     * Writes an identity to a new file that only its owner may read.
     *
     * @throws FileAlreadyExistsException where the file is there: an identity is never overwritten
     */
    public static void write(Identity identity, Path file, Optional<Passphrase> passphrase) throws IOException {
        ObjectNode json = CanonicalJson.object();
        json.put("linkage_identity", VERSION).put("name", identity.card().name());
        json.put(KEYS, "");
        try (SecretBytes keys = identity.bytes(SecretAccess.granted());
                SecretBytes content =
                        new SecretBytes(SecretProperty.put(CanonicalJson.bytes(json), KEYS, keys.array()))) {
            OwnerOnly.write(
                    file,
                    passphrase
                            .map(p -> CanonicalJson.bytes(LockedBox.lock(KIND, content.array(), p)))
                            .orElse(content.array()));
        }
    }

    /**
     * Reads an identity.
     *
     * @param passphrase asked only where the file is under one
     * @throws SecretFault where others may read the file, it is not a whole identity or the passphrase does not open it
     */
    public static Identity read(Path file, Supplier<Passphrase> passphrase) throws IOException {
        String name = file.getFileName().toString();
        try (SecretBytes content = new SecretBytes(OwnerOnly.read(file));
                SecretBytes keys = SecretProperty.take(content.array(), KEYS)) {
            JsonNode json = json(content, name);
            return LockedBox.isOne(json) ? unlocked(json, passphrase, name) : identity(json, keys, name);
        }
    }

    private static Identity unlocked(JsonNode box, Supplier<Passphrase> passphrase, String name) {
        try (Passphrase asked = passphrase.get();
                SecretBytes content = new SecretBytes(LockedBox.open(box, KIND, asked, name));
                SecretBytes keys = SecretProperty.take(content.array(), KEYS)) {
            return identity(json(content, name), keys, name);
        }
    }

    private static JsonNode json(SecretBytes content, String name) {
        try {
            return CanonicalJson.parse(content.array());
        } catch (IOException e) {
            throw new SecretFault(name + ": " + e.getMessage());
        }
    }

    private static Identity identity(JsonNode json, SecretBytes keys, String name) {
        try {
            IdentityFault.require(
                    Json.isVersion(json, "linkage_identity", VERSION, 3), name, "is not an identity of this version");
            return Identity.of(json.path("name").asText(), keys.array());
        } catch (IdentityFault e) {
            throw new SecretFault(name + ": is not a whole identity of this version");
        }
    }
}
