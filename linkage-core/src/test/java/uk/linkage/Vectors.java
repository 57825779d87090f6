package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;

/** The golden vectors of {@code testdata/vectors}: one file for each rule of {@code docs/format.md}. */
public final class Vectors {
    private Vectors() {}

    /** The reactor's root. */
    public static Path root() {
        return Path.of(System.getProperty("linkage.root"));
    }

    /** A file of vectors. */
    public static Path file(String name) {
        return root().resolve("testdata").resolve("vectors").resolve(name);
    }

    /** What a test makes of one vector. */
    @FunctionalInterface
    public interface Check {
        void of(JsonNode in, JsonNode out) throws IOException;
    }

    /** A test for each vector of a rule. */
    public static Stream<DynamicTest> each(String rule, Check check) {
        JsonNode cases = json(rule + ".json").get("cases");
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false)
                .map(v -> dynamicTest(v.get("name").textValue(), () -> check.of(v.get("in"), v.get("out"))));
    }

    /** The agreement of the vectors, to be altered by a test. */
    public static ObjectNode agreementJson() {
        return (ObjectNode) json("agreement.json");
    }

    /** The agreement of the vectors. */
    public static Agreement agreement() {
        return agreement("agreement.json");
    }

    /** The agreement in a file of the vectors. */
    public static Agreement agreement(String name) {
        return AgreementFile.parse(bytes(name), name);
    }

    /** An agreement altered by a test. */
    public static Agreement agreement(JsonNode json) {
        return AgreementFile.parse(ascii(json), "altered.json");
    }

    private static byte[] ascii(JsonNode json) {
        try {
            return JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] hex(JsonNode in, String name) {
        return HexFormat.of().parseHex(in.get(name).textValue());
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static JsonNode json(String name) {
        try {
            return new JsonMapper().readTree(bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
