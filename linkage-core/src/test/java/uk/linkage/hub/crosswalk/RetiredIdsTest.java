package uk.linkage.hub.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.MalformedFileException;

class RetiredIdsTest {
    @TempDir
    private Path folder;

    @Test
    void theFileIsSortedAndReadBack() throws IOException {
        RetiredIds.write(file(), Set.of(Story.id(2), Story.id(1)));
        assertThat(file()).hasContent("study_id\n" + Story.id(1) + "\n" + Story.id(2) + "\n");
        assertThat(RetiredIds.read(file())).containsExactly(Story.id(1), Story.id(2));
    }

    @Test
    void noIdsAreAHeader() throws IOException {
        RetiredIds.write(file(), Set.of());
        assertThat(file()).hasContent("study_id\n");
        assertThat(RetiredIds.read(file())).isEmpty();
    }

    @Test
    void anErrorNamesLineAndRule() throws IOException {
        assertRefused("id\n", "line 1: the header must be study_id");
        assertRefused("study_id\nS1\n", "line 2: study_id is not S and 16 characters of Crockford base32");
        assertRefused("study_id\n%1$s\n%1$s\n".formatted(Story.id(1)), "line 3: study_id was given before");
        assertRefused("", "is empty, a header was expected");
    }

    private void assertRefused(String content, String rule) throws IOException {
        Files.writeString(file(), content);
        assertThatThrownBy(() -> RetiredIds.read(file()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("retired.csv: " + rule);
    }

    private Path file() {
        return folder.resolve(RetiredIds.FILE);
    }
}
