package uk.linkage.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.WholeFile;

/**
 * A signed {@link Statement} that stands by itself in a file or a line: version, kind, when it was made, and what it says. The kind is also the
 * purpose that is signed for.
 *
 * <pre>{@code
 * ObjectNode content = StatementFile.begin("destruction", Instant.now()).put("project", "diabetes");
 * StatementFile.write(StatementFile.sign(content, hub), Path.of("certificate.json"));
 * StatementFile.Signed read = StatementFile.read(Path.of("certificate.json"));
 * }</pre>
 */
public final class StatementFile {
    private static final String VERSION_NAME = "linkage_statement";
    private static final int VERSION = 1;
    private static final String KIND = "kind";

    private StatementFile() {}

    /**
     * A statement that is whole.
     *
     * @param kind what it is
     * @param content all of it
     * @param signer whose signature it bears, which says nothing of whether that is the party one takes it for
     */
    public record Signed(String kind, ObjectNode content, IdentityCard signer) {}

    /** What every statement begins with. */
    public static ObjectNode begin(String kind, Instant when) {
        return CanonicalJson.object()
                .put(VERSION_NAME, VERSION)
                .put(KIND, kind)
                .put("at", when.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The statement, signed for its kind. */
    public static ObjectNode sign(ObjectNode content, Identity signer) {
        return Statement.sign(content.path(KIND).asText(), content, signer);
    }

    /** Writes one to a file of its own, laid out for people. */
    public static void write(ObjectNode statement, Path file) throws IOException {
        byte[] bytes = CanonicalJson.pretty(statement).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    /** Whether bytes say of themselves that they are a statement. */
    public static boolean isOne(byte[] bytes) {
        try {
            return CanonicalJson.parse(bytes).has(VERSION_NAME);
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads one. */
    public static Signed read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file.getFileName().toString());
    }

    /**
     * A statement from its bytes.
     *
     * @param file what to call it in faults
     * @throws IdentityFault where they are none of this version, or were changed after they were signed
     */
    public static Signed parse(byte[] bytes, String file) {
        JsonNode json = Json.object(bytes, file);
        JsonNode version = json.path(VERSION_NAME);
        IdentityFault.require(
                version.isInt()
                        && version.intValue() == VERSION
                        && json.path(KIND).isTextual(),
                file,
                "is not a statement of this version");
        String kind = json.path(KIND).asText();
        return new Signed(kind, (ObjectNode) json, Statement.signer(kind, json, file));
    }
}
