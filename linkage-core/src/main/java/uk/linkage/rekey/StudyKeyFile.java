package uk.linkage.rekey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.StatementFile;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

/**
 * A study key in a file of its owner's alone: project, key, and a statement by which the authority says that the key of that check value is the
 * project's.
 *
 * <pre>{@code
 * String check = StudyKeyFile.create("diabetes", authority, Instant.now(), Path.of("diabetes.study-key"));
 * StudyKey key = StudyKeyFile.read(Path.of("diabetes.study-key"));
 * }</pre>
 */
public final class StudyKeyFile {
    private static final String NAME = "linkage_study_key";
    private static final int VERSION = 1;
    private static final String KIND = "study-key";

    private StudyKeyFile() {}

    /**
     * Makes a key in a new file.
     *
     * @return its check value
     * @throws FileAlreadyExistsException where the file is there: a key is never overwritten
     */
    public static String create(String project, Identity authority, Instant when, Path file) throws IOException {
        try (StudyKey key = StudyKey.random(project, authority.card());
                SecretBytes bytes = key.bytes(SecretAccess.granted())) {
            ObjectNode said =
                    StatementFile.begin(KIND, when).put("project", project).put("key_check", key.checkValue());
            ObjectNode json = CanonicalJson.object().put(NAME, VERSION).put("project", project);
            json.put("key", Base64.getEncoder().encodeToString(bytes.array()));
            json.set("authority", StatementFile.sign(said, authority));
            byte[] content = CanonicalJson.bytes(json);
            OwnerOnly.write(file, content);
            Arrays.fill(content, (byte) 0);
            return key.checkValue();
        }
    }

    /**
     * Reads a key, to be closed after use.
     *
     * @throws SecretFault where others may read the file, or it is not a whole study key
     * @throws IdentityFault where its authority's statement was changed
     */
    public static StudyKey read(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] content = OwnerOnly.read(file);
        try {
            return parse(content, name);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static StudyKey parse(byte[] content, String name) {
        JsonNode json = json(content, name);
        require(json.path(NAME).isInt() && json.path(NAME).intValue() == VERSION && json.size() == 4, name);
        StatementFile.Signed authority = StatementFile.parse(CanonicalJson.bytes(json.path("authority")), name);
        StudyKey key = StudyKey.of(json.path("project").asText(), authority.signer(), bytes(json, name));
        boolean own = authority.kind().equals(KIND)
                && authority.content().path("project").asText().equals(key.project())
                && authority.content().path("key_check").asText().equals(key.checkValue());
        if (!own) {
            key.close();
        }
        require(own, name);
        return key;
    }

    private static JsonNode json(byte[] content, String name) {
        try {
            return CanonicalJson.parse(content);
        } catch (IOException e) {
            throw new SecretFault(name + ": " + e.getMessage());
        }
    }

    private static byte[] bytes(JsonNode json, String name) {
        try {
            return Base64.getDecoder().decode(json.path("key").asText());
        } catch (IllegalArgumentException e) {
            throw new SecretFault(name + ": is not a whole study key of this version");
        }
    }

    private static void require(boolean good, String name) {
        if (!good) {
            throw new SecretFault(name + ": is not a whole study key of this version");
        }
    }
}
