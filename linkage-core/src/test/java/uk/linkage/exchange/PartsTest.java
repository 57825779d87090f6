package uk.linkage.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.Vectors;

/** A sealed file goes in parts, and only what is missing or damaged has to go again. */
class PartsTest {
    private static final int SIZE = 700;

    @TempDir
    private Path folder;

    private Path file;
    private Path parts;

    @BeforeEach
    void split() throws IOException {
        file = Vectors.file("sealed").resolve("good-chunks.sealed");
        parts = folder.resolve("parts");
        Parts.split(file, parts, SIZE);
    }

    @Test
    void theWholeComesBackOutOfItsParts() throws IOException {
        Parts.join(parts, folder.resolve("whole"));
        assertThat(folder.resolve("whole")).hasSameBinaryContentAs(file);
        assertThat(Files.list(parts)).hasSize((int) (Files.size(file) + SIZE - 1) / SIZE + 1);
    }

    @Test
    void aPartIsNeverEmpty() throws IOException {
        assertThat(Parts.split(file, folder.resolve("one"), Files.size(file))).isEqualTo(1);
        assertThat(Parts.split(file, folder.resolve("two"), Files.size(file) - 1))
                .isEqualTo(2);
        Parts.join(folder.resolve("two"), folder.resolve("whole"));
        assertThat(folder.resolve("whole")).hasSameBinaryContentAs(file);
    }

    @Test
    void theSameFileHasTheSameParts() throws IOException {
        Parts.split(file, folder.resolve("again"), SIZE);
        assertThat(content(folder.resolve("again"))).isEqualTo(content(parts));
    }

    @Test
    void whatIsMissingAndWhatIsDamagedIsToldAtOnceAndNothingIsMade() throws IOException {
        Files.delete(parts.resolve("part-00002"));
        flip(parts.resolve("part-00003"));
        byte[] fifth = Files.readAllBytes(parts.resolve("part-00005"));
        Files.write(parts.resolve("part-00005"), Arrays.copyOf(fifth, fifth.length - 1));
        assertThat(refusal())
                .isEqualTo(
                        "good-chunks.sealed: missing are part-00002; damaged are part-00003, part-00005; only these need to"
                                + " be sent again");
        Path again = folder.resolve("again");
        Parts.split(file, again, SIZE);
        for (String name : new String[] {"part-00002", "part-00003", "part-00005"}) {
            Files.deleteIfExists(parts.resolve(name));
            Files.copy(again.resolve(name), parts.resolve(name));
        }
        Parts.join(parts, folder.resolve("whole"));
        assertThat(folder.resolve("whole")).hasSameBinaryContentAs(file);
    }

    @Test
    void aListThatWasAlteredIsRefusedWhateverByteItIs() throws IOException {
        Path list = parts.resolve("parts.json");
        byte[] whole = Files.readAllBytes(list);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(list, changed);
            Throwable refusal = catchThrowable(() -> Parts.join(parts, folder.resolve("whole")));
            if (refusal != null) { // else a letter of the name, which is for people
                assertThat(refusal).as("byte %d", at).isInstanceOf(SealedFileFault.class);
                assertThat(folder.resolve("whole")).doesNotExist();
            } else {
                assertThat(folder.resolve("whole")).hasSameBinaryContentAs(file);
                Files.delete(folder.resolve("whole"));
            }
            Files.write(list, Arrays.copyOf(whole, at));
            assertThatThrownBy(() -> Parts.join(parts, folder.resolve("whole"))).isInstanceOf(SealedFileFault.class);
        }
    }

    @Test
    void aListCannotNameAFileElsewhere() throws IOException {
        Path list = parts.resolve("parts.json");
        String text = Files.readString(list).replace("good-chunks.sealed", "../../chunks.sealed");
        Files.write(list, text.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal()).isEqualTo("parts.json: is not a list of parts of this version");
    }

    @Test
    void aDamagedFileIsNotCut() throws IOException {
        Path damaged = Files.copy(file, folder.resolve("damaged.sealed"));
        flip(damaged);
        assertThatThrownBy(() -> Parts.split(damaged, folder.resolve("none"), SIZE))
                .isInstanceOf(SealedFileFault.class);
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(folder.resolve("none.part")).doesNotExist();
    }

    @Test
    void partsAreNotPutAmongOtherFiles() {
        assertThatThrownBy(() -> Parts.split(file, parts, SIZE)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private String refusal() {
        Throwable refusal = catchThrowable(() -> Parts.join(parts, folder.resolve("whole")));
        assertThat(refusal).isInstanceOf(SealedFileFault.class);
        assertThat(folder.resolve("whole")).doesNotExist();
        assertThat(folder.resolve("whole.part")).doesNotExist();
        return refusal.getMessage();
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : files.toList()) {
                content.put(one.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(one)));
            }
        }
        return content;
    }
}
