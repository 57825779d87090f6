package uk.linkage.provider.tokenise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.secret.SecretFault;

class SecretFileTest {
    private final LinkageSecret secret = LinkageSecretTest.secret(1);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(LinkageSecretTest.bytes(SecretFile.read(written()))).isEqualTo(LinkageSecretTest.bytes(secret));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayReadTheFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written())))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileOpenToAnyoneElseIsRefused() throws IOException {
        Path file = written();
        for (PosixFilePermission right : PosixFilePermission.values()) {
            if (right.name().startsWith("OWNER_")) {
                continue;
            }
            Set<PosixFilePermission> rights = EnumSet.of(PosixFilePermission.OWNER_READ, right);
            Files.setPosixFilePermissions(file, rights);
            assertThatThrownBy(() -> SecretFile.read(file))
                    .as("%s", right)
                    .isInstanceOf(SecretFault.class)
                    .hasMessage("secret.key: others than its owner may read this file; take that right away with:"
                            + " chmod 600 secret.key");
        }
    }

    @Test
    void aSecretIsNeverOverwritten() throws IOException {
        Path file = written();
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> SecretFile.write(LinkageSecret.random(), file))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void everyPrefixOfAFileIsRefused() throws IOException {
        String whole = Files.readString(written()).strip();
        for (int length = 0; length < whole.length(); length++) {
            assertThat(refusal(whole.substring(0, length)))
                    .as("the first %d characters", length)
                    .startsWith("secret.key: ");
        }
    }

    @Test
    void everyOtherSecretOrCheckValueIsRefused() throws IOException {
        String whole = Files.readString(written());
        int changed = 0;
        for (int at = whole.indexOf("key_check"); at < whole.length(); at++) {
            if (Character.isLetterOrDigit(whole.charAt(at))) {
                char other = whole.charAt(at) == '7' ? '8' : '7';
                assertThat(refusal(whole.substring(0, at) + other + whole.substring(at + 1)))
                        .as("character %d", at)
                        .startsWith("secret.key: ");
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(16 + 40);
    }

    @Test
    void anotherVersionOrMorePropertiesAreRefused() throws IOException {
        String whole = Files.readString(written());
        for (String version : List.of("2", "\"1\"", "1.5", "null", "[1]", "4294967297")) {
            assertThat(refusal(whole.replace("\"linkage_secret\" : 1", "\"linkage_secret\" : " + version)))
                    .as(version)
                    .isEqualTo("secret.key: is not a linkage secret of this version");
        }
        assertThat(refusal(whole.replace("{", "{\"colour\" : 1,")))
                .isEqualTo("secret.key: is not a linkage secret of this version");
    }

    @Test
    void aSecretThatIsNotRandomIsRefused() {
        for (byte[] bytes : List.of(new byte[0], new byte[31], new byte[33])) {
            assertThat(refusalOf(bytes)).isEqualTo("secret.key: does not hold 32 random bytes in Base64");
        }
        assertThat(refusalOf(new byte[32])).isEqualTo("secret.key: is bytes that were counted, not random ones");
        assertThat(refusalOf(bytes("a phrase of 32 letters and signs")))
                .isEqualTo("secret.key: is a text somebody typed, not random bytes");
    }

    private static String refusalOf(byte[] bytes) {
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return refusal("{\"linkage_secret\":1,\"key_check\":\"\",\"secret\":\"" + base64 + "\"}");
    }

    @Test
    void noRefusalQuotesTheSecret() throws IOException {
        String whole = Files.readString(written());
        String base64 = Base64.getEncoder().encodeToString(LinkageSecretTest.bytes(secret));
        Random random = new Random(12);
        for (int round = 0; round < 500; round++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) (33 + random.nextInt(90)));
            }
            Throwable refusal = catchThrowable(() -> SecretFile.parse(bytes(damaged.toString()), "secret.key"));
            if (refusal != null) {
                assertThat(refusal).isInstanceOf(SecretFault.class);
                assertThat(everyRunOf(8, base64))
                        .as("round %d, seed 12", round)
                        .noneMatch(refusal.toString()::contains);
            }
        }
    }

    @Test
    void theBytesThatWereReadAreOverwritten() throws IOException {
        byte[] content = Files.readAllBytes(written());
        SecretFile.parse(content, "secret.key");
        assertThat(content).containsOnly(0);
    }

    private Path written() throws IOException {
        Path file = folder.resolve("secret.key");
        SecretFile.write(secret, file);
        return file;
    }

    private static String refusal(String content) {
        Throwable refusal = catchThrowable(() -> SecretFile.parse(bytes(content), "secret.key"));
        assertThat(refusal).as("refusal").isInstanceOf(SecretFault.class);
        return refusal.getMessage();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> everyRunOf(int length, String text) {
        return IntStream.rangeClosed(0, text.length() - length)
                .mapToObj(i -> text.substring(i, i + length))
                .toList();
    }
}
