package uk.linkage.provider.clk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

class ClkSecretTest {
    @TempDir
    private Path folder;

    @Test
    void theSecretIsTheLineWithoutItsEnd() {
        Map<String, String> lines = Map.of(
                "word\n",
                "word",
                "word\r\n",
                "word",
                "word",
                "word",
                " two words \n",
                " two words ",
                "\u00e9\n",
                "\u00e9");
        lines.forEach(
                (content, secret) -> assertThat(text(Schemas.secret(content))).isEqualTo(secret));
    }

    @Test
    void whatIsNotOneLineOfTextIsRefused() {
        assertRefused("", "is empty; the secret is its one line");
        assertRefused("\r\n", "is empty; the secret is its one line");
        assertRefused("word\n\n", "holds more than one line, or a control character");
        assertRefused("word\nword", "holds more than one line, or a control character");
        assertRefused("word\u0000", "holds more than one line, or a control character");
        assertRefused("\uFEFFword\n", "begins with a byte-order mark; save it without");
        assertThatThrownBy(() -> ClkSecret.parse(new byte[] {'w', (byte) 0xe9}, "secret.txt"))
                .isInstanceOf(SecretFault.class)
                .hasMessage("secret.txt: is not UTF-8");
    }

    @Test
    void itNeverPrintsAndItsFileIsOverwrittenInMemory() {
        byte[] content = "word\n".getBytes(UTF_8);
        assertThat(ClkSecret.parse(content, "secret.txt")).hasToString("ClkSecret[…]");
        assertThat(content).containsOnly(0);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileOpenToOthersIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), "word\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----r--"));
        assertThatThrownBy(() -> ClkSecret.read(file))
                .isInstanceOf(SecretFault.class)
                .hasMessageStartingWith("secret.txt: others than its owner may read this file");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(text(ClkSecret.read(file))).isEqualTo("word");
    }

    private static void assertRefused(String content, String rule) {
        assertThatThrownBy(() -> Schemas.secret(content))
                .isInstanceOf(SecretFault.class)
                .hasMessage("secret.txt: " + rule);
    }

    private static String text(ClkSecret secret) {
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            return new String(bytes.array(), UTF_8);
        }
    }
}
