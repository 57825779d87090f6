package uk.linkage.provider.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;

/**
 * What a program keeps of a secret after it made, read, sealed under, wrapped, split, locked and closed it, by the dump of its heap. In all of the heap,
 * garbage included, there is no Base64 or hexadecimal text of the secret or of private keys; among what is still in use there are no bytes of them either.
 * Garbage does hold bytes of them, since libraries make copies that nobody can reach, and so may memory outside the heap.
 */
class HeapTest {
    @TempDir
    private Path folder;

    @Test
    void afterItsUseNothingOfASecretIsLeftInTheHeap() throws Exception {
        play("closed");
        byte[] all = dump("all.hprof");
        byte[] live = dump("live.hprof");
        for (byte[] secret : new byte[][] {secret("secret.key", "secret"), keys(0), keys(32)}) {
            assertThat(holds(all, base64(secret))).as("Base64").isFalse();
            assertThat(holds(all, hex(secret))).as("hexadecimal").isFalse();
            assertThat(holds(all, utf16(base64(secret)))).as("characters").isFalse();
            assertThat(holds(live, secret)).as("bytes in use").isFalse();
        }
        assertThat(holds(all, base64(secret("hospital.identity", "keys"))))
                .as("Base64 of both keys together")
                .isFalse();
    }

    @Test
    void aSecretThatIsStillOpenAndOneThatBecameATextWouldBeFound() throws Exception {
        play("open");
        byte[] secret = secret("secret.key", "secret");
        byte[] live = dump("live.hprof");
        assertThat(holds(live, secret)).as("bytes").isTrue();
        assertThat(holds(live, base64(secret))).as("Base64").isTrue();
        assertThat(holds(dump("all.hprof"), base64(secret))).as("Base64").isTrue();
    }

    private void play(String left) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HeapScene.class.getName(),
                        folder.toString(),
                        left)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private byte[] secret(String file, String property) throws IOException {
        String base64 = CanonicalJson.parse(Files.readAllBytes(folder.resolve(file)))
                .path(property)
                .textValue();
        return Base64.getDecoder().decode(base64);
    }

    private byte[] keys(int from) throws IOException {
        return Arrays.copyOfRange(secret("hospital.identity", "keys"), from, from + 32);
    }

    private static byte[] base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encode(bytes);
    }

    private static byte[] hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] utf16(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_16BE);
    }

    private byte[] dump(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private static boolean holds(byte[] heap, byte[] wanted) {
        for (int at = 0; at + wanted.length <= heap.length; at++) {
            if (heap[at] == wanted[0] && heap[at + 1] == wanted[1] && isAt(heap, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] heap, int at, byte[] wanted) {
        return Arrays.equals(heap, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
