package uk.linkage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsWrittenUnderItsNameAndNothingElseStays() throws IOException {
        WholeFile.write(target(), out -> out.write("whole".getBytes(UTF_8)));
        assertThat(target()).hasContent("whole");
        assertThat(folder).isDirectoryContaining("glob:**/x.csv").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileThatWasThereIsReplaced() throws IOException {
        Files.writeString(target(), "a longer old content");
        WholeFile.write(target(), out -> out.write('n'));
        assertThat(target()).hasContent("n");
    }

    @Test
    void aBodyMayCloseTheStream() throws IOException {
        WholeFile.write(target(), out -> {
            try (Writer text = new OutputStreamWriter(out, UTF_8)) {
                text.write("closed");
            }
        });
        assertThat(target()).hasContent("closed");
    }

    @Test
    void moreBytesThanAnyBufferArriveInOrder() throws IOException {
        byte[] bytes = new byte[300_001];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 >>> 3);
        }
        WholeFile.write(target(), out -> {
            out.write(bytes[0]);
            out.write(bytes, 1, bytes.length - 1);
        });
        assertThat(target()).hasBinaryContent(bytes);
    }

    @Test
    void aFailureLeavesNeitherTargetNorPart() {
        assertThatThrownBy(() -> WholeFile.write(target(), failing(new IOException("disk"))))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anyFailureCounts() {
        assertThatThrownBy(() -> WholeFile.write(target(), failing(new IllegalStateException("rule"))))
                .hasMessage("rule");
        assertThatThrownBy(() -> WholeFile.write(target(), failing(new StackOverflowError("deep"))))
                .hasMessage("deep");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFailureLeavesTheOldFileUntouched() throws IOException {
        Files.writeString(target(), "old");
        assertThatThrownBy(() -> WholeFile.write(target(), failing(new IOException("disk"))));
        assertThat(target()).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFailingRenameLeavesTheOldFileUntouched() throws IOException {
        Files.writeString(target(), "old");
        PartFile.Mover refusing = (from, to, options) -> {
            throw new IOException("rename");
        };
        assertThatThrownBy(() -> WholeFile.write(target(), out -> out.write('n'), refusing))
                .hasMessage("rename");
        assertThat(target()).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whereNoRenameIsAtomicTheFileIsReplacedByAPlainMove() throws IOException {
        Files.writeString(target(), "old");
        WholeFile.write(target(), out -> out.write('n'), WholeFileTest::moveWithoutAtomicity);
        assertThat(target()).hasContent("n");
    }

    @Test
    void aPartLeftByAKilledProgramIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("x.csv.part"), "half of something longer");
        WholeFile.write(target(), out -> out.write('n'));
        assertThat(target()).hasContent("n");
    }

    @Test
    void aFolderIsNeverReplaced() throws IOException {
        Files.createDirectory(target());
        assertThatThrownBy(() -> WholeFile.write(target(), out -> out.write('n')))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
        assertThat(target()).isEmptyDirectory();
    }

    @Test
    void theFolderOfTheTargetMustExist() {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("none").resolve("x.csv"), out -> out.write('n')))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Path target() {
        return folder.resolve("x.csv");
    }

    private static WholeFile.Body failing(Throwable failure) {
        return out -> {
            out.write("half".getBytes(UTF_8));
            out.flush();
            WholeFileTest.<RuntimeException>sneak(failure);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    private static void moveWithoutAtomicity(Path from, Path to, CopyOption... options) throws IOException {
        if (Arrays.asList(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "as on some network shares");
        }
        Files.move(from, to, options);
    }
}
