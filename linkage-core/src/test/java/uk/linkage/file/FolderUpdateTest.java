package uk.linkage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files of a folder change together or not at all. */
class FolderUpdateTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void putOldFiles() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        Files.writeString(folder.resolve("b"), "old b");
    }

    @Test
    void aCommittedUpdateReplacesAndAddsFiles() throws IOException {
        try (FolderUpdate update = FolderUpdate.begin(folder, "change")) {
            Files.writeString(update.staging().resolve("a"), "new a");
            Files.writeString(update.staging().resolve("c"), "new c");
            update.commit();
        }
        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(folder.resolve("b")).hasContent("old b");
        assertThat(folder.resolve("c")).hasContent("new c");
        assertThat(folder).isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void anUpdateThatIsNotCommittedLeavesNothing() throws IOException {
        try (FolderUpdate update = FolderUpdate.begin(folder, "change")) {
            Files.writeString(update.staging().resolve("a"), "new a");
        }
        assertThat(folder.resolve("a")).hasContent("old a");
        assertThat(folder).isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void whatWasDecidedIsFinishedHoweverOftenItIsStopped() throws IOException {
        Path ready = Files.createDirectory(folder.resolve("change.ready"));
        Files.writeString(ready.resolve("b"), "new b");
        assertThat(FolderUpdate.isPending(folder, "change")).isTrue();
        assertThatThrownBy(() -> FolderUpdate.begin(folder, "change")).isInstanceOf(IllegalStateException.class);
        FolderUpdate.finish(folder, "change");
        FolderUpdate.finish(folder, "change");
        assertThat(folder.resolve("b")).hasContent("new b");
        assertThat(FolderUpdate.isPending(folder, "change")).isFalse();
    }

    @Test
    void whatWasWrittenAndNotDecidedIsForgotten() throws IOException {
        Path part = Files.createDirectory(folder.resolve("change.part"));
        Files.writeString(part.resolve("b"), "new");
        try (FolderUpdate update = FolderUpdate.begin(folder, "change")) {
            assertThat(update.staging()).isEmptyDirectory();
            update.commit();
        }
        assertThat(folder.resolve("b")).hasContent("old b");
    }
}
