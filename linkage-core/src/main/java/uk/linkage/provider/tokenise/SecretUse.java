package uk.linkage.provider.tokenise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Purpose;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.SecretFault;

/**
 * What a secret that is bound to no project was first used for, in a note beside its file, so that it is not used for another: one secret
 * lost would then open two projects. The note is {@code secret.key.used.json} and goes where the file goes only if somebody takes it along.
 *
 * <pre>{@code
 * SecretUse use = SecretUse.of(Path.of("secret.key"));
 * use.requireFor(secret, agreement.purpose());
 * use.note(secret, agreement.purpose());
 * }</pre>
 */
public final class SecretUse {
    private static final String VERSION = "linkage_secret_used";

    private final Path note;

    private SecretUse(Path note) {
        this.note = note;
    }

    /** The use of the secret in a file. */
    public static SecretUse of(Path secretFile) {
        return new SecretUse(secretFile.resolveSibling(secretFile.getFileName() + ".used.json"));
    }

    /** The note's file. */
    public Path file() {
        return note;
    }

    /**
     * Lets a use pass that is not after one for another project or epoch. A note of another secret, which was once in the file, does not count.
     *
     * @throws SecretFault where the secret was used for another, or the note is not one
     */
    public void requireFor(LinkageSecret secret, Purpose purpose) throws IOException {
        if (secret.binding().isEmpty() && isNoted(secret)) {
            JsonNode used = read();
            String then = Binding.inWords(
                    used.path("project").asText(), used.path("epoch").asInt());
            String now = Binding.inWords(purpose.project(), purpose.epoch());
            if (!then.equals(now)) {
                throw new SecretFault("this secret was used for " + then + ", and the agreement is of " + now
                        + "; each needs a secret of its own");
            }
        }
    }

    /** Leaves the note where there is none. */
    public void note(LinkageSecret secret, Purpose purpose) throws IOException {
        if (secret.binding().isEmpty() && !isNoted(secret)) {
            ObjectNode json = CanonicalJson.object();
            json.put(VERSION, 1).put("project", purpose.project()).put("epoch", purpose.epoch());
            json.put("key_check", secret.checkValue());
            Files.deleteIfExists(note);
            OwnerOnly.write(note, CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean isNoted(LinkageSecret secret) throws IOException {
        return Files.isRegularFile(note)
                && secret.hasCheckValue(read().path("key_check").asText());
    }

    private JsonNode read() throws IOException {
        JsonNode json = json(Files.readAllBytes(note));
        if (json.path(VERSION).asInt() != 1
                || json.size() != 4
                || !json.path("epoch").isInt()) {
            throw new SecretFault(note.getFileName() + ": does not say what the secret beside it was used for");
        }
        return json;
    }

    private JsonNode json(byte[] bytes) {
        try {
            return CanonicalJson.parse(bytes);
        } catch (IOException e) {
            throw new SecretFault(note.getFileName() + ": " + e.getMessage());
        }
    }
}
