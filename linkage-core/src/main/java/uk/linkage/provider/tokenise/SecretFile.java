package uk.linkage.provider.tokenise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * A linkage secret in a file of its owner's alone: versioned JSON with the secret's check value and what it is for beside it, plain or under a
 * passphrase ({@link LockedBox}). What is plainly not random is refused here, where secrets of people's making come in.
 *
 * <pre>{@code
 * SecretFile.write(LinkageSecret.random(), Path.of("secret.key"));
 * LinkageSecret secret = SecretFile.read(Path.of("secret.key"));
 * }</pre>
 */
public final class SecretFile {
    private static final int UNBOUND = 1;
    private static final int UNBOUND_PROPERTIES = 3;
    private static final int BOUND = 2;
    private static final int BOUND_PROPERTIES = 7;
    private static final String KIND = "linkage-secret";
    private static final String VERSION = "linkage_secret";
    private static final String SECRET = "secret";

    private SecretFile() {}

    /**
     * Writes a secret to a new file that only its owner may read.
     *
     * @throws FileAlreadyExistsException where the file is there: a secret is never overwritten
     */
    public static void write(LinkageSecret secret, Path file) throws IOException {
        write(secret, file, Optional.empty());
    }

    /**
     * Writes a secret to a new file that only its owner may read, under a passphrase where there is one.
     *
     * @throws FileAlreadyExistsException where the file is there: a secret is never overwritten
     */
    public static void write(LinkageSecret secret, Path file, Optional<Passphrase> passphrase) throws IOException {
        byte[] json = CanonicalJson.pretty(json(secret)).getBytes(StandardCharsets.UTF_8);
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted());
                SecretBytes content = new SecretBytes(SecretProperty.put(json, SECRET, bytes.array()))) {
            OwnerOnly.write(
                    file,
                    passphrase
                            .map(p -> CanonicalJson.bytes(LockedBox.lock(KIND, content.array(), p)))
                            .orElse(content.array()));
        }
    }

    /** All but the secret, and a place for it. */
    private static ObjectNode json(LinkageSecret secret) {
        ObjectNode json = CanonicalJson.object();
        json.put(VERSION, secret.binding().isPresent() ? BOUND : UNBOUND);
        secret.binding().ifPresent(binding -> binding.putInto(json));
        secret.bindingCheck().ifPresent(check -> json.put("binding_check", check));
        return json.put("key_check", secret.checkValue()).put(SECRET, "");
    }

    /**
     * Reads a secret that is under no passphrase.
     *
     * @throws SecretFault where others may read the file or it is not a whole secret
     * @throws IOException where it cannot be read
     */
    public static LinkageSecret read(Path file) throws IOException {
        return read(file, noPassphrase(file.getFileName().toString()));
    }

    /**
     * Reads a secret.
     *
     * @param passphrase asked only where the file is under one
     * @throws SecretFault where others may read the file, it is not a whole secret or the passphrase does not open it
     * @throws IOException where it cannot be read
     */
    public static LinkageSecret read(Path file, Supplier<Passphrase> passphrase) throws IOException {
        return parse(OwnerOnly.read(file), file.getFileName().toString(), passphrase);
    }

    /** Reads a secret that is under no passphrase from the bytes of its file, as from standard input, and overwrites them. */
    public static LinkageSecret parse(byte[] content, String name) {
        return parse(content, name, noPassphrase(name));
    }

    /** Reads a secret from the bytes of its file, as from standard input, and overwrites them. */
    public static LinkageSecret parse(byte[] content, String name, Supplier<Passphrase> passphrase) {
        try (SecretBytes all = new SecretBytes(content);
                SecretBytes secret = SecretProperty.take(content, SECRET)) {
            JsonNode json = json(all, name);
            return LockedBox.isOne(json) ? unlocked(json, passphrase, name) : secret(json, secret, name);
        }
    }

    private static Supplier<Passphrase> noPassphrase(String name) {
        return () -> {
            throw new SecretFault(name + ": is under a passphrase");
        };
    }

    private static LinkageSecret unlocked(JsonNode box, Supplier<Passphrase> passphrase, String name) {
        try (Passphrase asked = passphrase.get();
                SecretBytes content = new SecretBytes(LockedBox.open(box, KIND, asked, name));
                SecretBytes secret = SecretProperty.take(content.array(), SECRET)) {
            return secret(json(content, name), secret, name);
        }
    }

    private static JsonNode json(SecretBytes content, String name) {
        try {
            return CanonicalJson.parse(content.array());
        } catch (IOException e) {
            throw new SecretFault(name + ": " + e.getMessage());
        }
    }

    private static LinkageSecret secret(JsonNode json, SecretBytes bytes, String name) {
        boolean bound = isVersion(json, BOUND, BOUND_PROPERTIES);
        require(bound || isVersion(json, UNBOUND, UNBOUND_PROPERTIES), name, "is not a linkage secret of this version");
        Optional<Binding> binding = bound ? Optional.of(binding(json, name)) : Optional.empty();
        LinkageSecret secret = LinkageSecret.checked(
                bytes.array(), binding, json.path("key_check").asText(), name);
        secret.requireBindingCheck(json.path("binding_check").asText(), name);
        return secret;
    }

    private static Binding binding(JsonNode json, String name) {
        try {
            return Binding.of(json);
        } catch (SecretFault fault) {
            throw new SecretFault(name + ": " + fault.getMessage());
        }
    }

    private static boolean isVersion(JsonNode json, int number, int properties) {
        JsonNode version = json.path(VERSION);
        return version.isInt() && version.intValue() == number && json.size() == properties;
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new SecretFault(name + ": " + rule);
        }
    }
}
