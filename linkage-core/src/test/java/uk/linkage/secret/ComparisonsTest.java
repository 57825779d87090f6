package uk.linkage.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;

/** Where secrets are handled, tags are compared by {@link Tags} or {@code MessageDigest.isEqual} and by nothing that stops at a difference. */
class ComparisonsTest {
    private static final List<String> PLACES =
            List.of("secret", "identity", "provider/tokenise", "provider/ceremony", "provider/clk");
    private static final Pattern BYTES = Pattern.compile("Arrays\\.(equals|compare|deepEquals)\\(");
    private static final Pattern TAGS = Pattern.compile(
            "(?i)(check_?(value|sum)?|tag|mac|signature|digest|secret|sealed)\\w*\"?[()]*(\\.\\w+\\(\\))*\\.equals\\("
                    + "|\\.equals\\([\\w.]*(check_?(value|sum)?|tag|mac|signature|digest|secret|sealed)\\w*");

    @Test
    void noTagIsComparedByteByByteUntilItDiffers() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            for (String line : Files.readAllLines(file)) {
                if (BYTES.matcher(line).find() || TAGS.matcher(line).find()) {
                    found.add(file.getFileName() + ": " + line.strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theScanWouldFindOne() {
        assertThat(Stream.of(
                        "secret.checkValue().equals(json.path(\"key_check\").asText())",
                        "if (a.equals(secret.checkValue())) {",
                        "expected.signature().equals(x)",
                        "tag.equals(other)"))
                .allMatch(line -> TAGS.matcher(line).find());
        assertThat(BYTES.matcher("return Arrays.equals(tag, other);").find()).isTrue();
    }

    @Test
    void tagsAreTheSameOrNot() {
        assertThat(Tags.same("0123", "0123")).isTrue();
        assertThat(Tags.same("0123", "0124")).isFalse();
        assertThat(Tags.same("0123", "012")).isFalse();
        assertThat(Tags.same("", "")).isTrue();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String place : PLACES) {
            Path folder = Vectors.root()
                    .resolve("linkage-core/src/main/java/uk/linkage")
                    .resolve(place);
            try (Stream<Path> files = Files.list(folder)) {
                sources.addAll(
                        files.filter(file -> file.toString().endsWith(".java")).toList());
            }
        }
        assertThat(sources).hasSizeGreaterThan(30);
        return sources;
    }
}
