package uk.linkage.hub.crosswalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.MalformedFileException;

class CrosswalkTest {
    private static final String A = "S0000000000000000";
    private static final String B = "S1111111111111111";
    private static final String C = "S2222222222222222";

    @TempDir
    private Path folder;

    @Test
    void theFileIsSortedByStudyIdSoThatItsOrderSaysNothing() throws IOException {
        new Crosswalk("trust", Map.of("1", C, "2", A, "3", B)).write(file());
        assertThat(Files.readAllBytes(file()))
                .isEqualTo("local_id,study_id\n2,%s\n3,%s\n1,%s\n"
                        .formatted(A, B, C)
                        .getBytes(UTF_8));
    }

    @Test
    void localIdsWithOneStudyIdStandInTheirOwnOrder() throws IOException {
        new Crosswalk("trust", Map.of("z", A, "m", A, "a", A)).write(file());
        assertThat(Files.readAllLines(file())).containsExactly("local_id,study_id", "a," + A, "m," + A, "z," + A);
    }

    @Test
    void anEmptyCrosswalkIsItsHeader() throws IOException {
        new Crosswalk("trust", Map.of()).write(file());
        assertThat(file()).hasContent("local_id,study_id\n");
        assertThat(Crosswalk.read("trust", file()).studyIds()).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBackWhateverTheLocalIds() throws IOException {
        Map<String, String> awkward = new HashMap<>();
        StudyIds ids = new StudyIds(new Random(3));
        List.of("=1+1", "-5", "+1", "@x", "a,b", "say \"so\"", "two\nlines", "two\r\nlines", " blank ", "#1", "0012")
                .forEach(localId -> awkward.put(localId, ids.next()));
        List.of("\u0141\u00f3d\u017a", "\u200b", "\ud83d\ude00", "\uFEFFmark", "'", "\t", "\\", "local_id")
                .forEach(localId -> awkward.put(localId, ids.next()));
        Crosswalk crosswalk = new Crosswalk("trust", awkward);
        crosswalk.write(file());
        assertThat(Crosswalk.read("trust", file())).isEqualTo(crosswalk);
    }

    @Test
    void aSpreadsheetFormulaIsWrittenAsItIs() throws IOException {
        new Crosswalk("trust", Map.of("a=1+1", A)).write(file());
        assertThat(Files.readAllLines(file())).contains("a=1+1," + A);
    }

    @Test
    void aMarkAndCarriageReturnsAreAccepted() throws IOException {
        Files.writeString(file(), "\uFEFFlocal_id,study_id\r\nx," + A + "\r\n");
        assertThat(Crosswalk.read("trust", file()).studyIds()).containsExactly(Map.entry("x", A));
    }

    @Test
    void anErrorNamesLineAndRuleAndNeverTheValue() throws IOException {
        assertRefused("id,study\n", "line 1: the header must be local_id,study_id");
        assertRefused("study_id,local_id\n", "line 1: the header must be local_id,study_id");
        assertRefused(
                "local_id,study_id\nx," + A + "\nsecret,S123\n",
                "line 3: study_id is not S and 16 characters of Crockford base32");
        assertRefused("local_id,study_id\n," + A + "\n", "line 2: local_id is empty");
        assertRefused("local_id,study_id\nsecret," + A + "\nsecret," + B + "\n", "line 3: local_id was given before");
        assertRefused("local_id,study_id\nsecret\n", "line 2: has 1 fields, the header has 2");
        assertRefused("", "is empty, a header was expected");
    }

    @Test
    void aFailureLeavesNoFile() {
        Crosswalk unwritable = new Crosswalk("trust", Map.of("x", A, "\ud800", B));
        assertThatThrownBy(() -> unwritable.write(file())).isInstanceOf(CharacterCodingException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFailureLeavesTheOldFileUntouched() throws IOException {
        Crosswalk old = new Crosswalk("trust", Map.of("x", A));
        old.write(file());
        assertThatThrownBy(() -> new Crosswalk("trust", Map.of("\ud800", B)).write(file()));
        assertThat(Crosswalk.read("trust", file())).isEqualTo(old);
    }

    @Test
    void recordsThatBreakARuleAreRefusedBeforeTheyAreWritten() {
        assertThatThrownBy(() -> new Crosswalk("trust", Map.of("", A)))
                .hasMessage("a record of provider trust: local_id is empty");
        assertThatThrownBy(() -> new Crosswalk("trust", Map.of("secret", "17")))
                .hasMessageContaining("study_id is not")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aProvidersNameCanBePartOfAFileName() {
        assertThat(Crosswalk.fileName("Acute Trust-2.north")).isEqualTo("crosswalk-Acute Trust-2.north.csv");
        for (String name : List.of("", " ", "../x", "a/b", "a\\b", "a:b", ".x", "x.", "x ", "a\nb", "x".repeat(65))) {
            assertThatThrownBy(() -> Crosswalk.fileName(name)).as(name).hasMessageContaining("provider's name");
        }
    }

    @Test
    void aCrosswalkPrintsNoLocalId() {
        assertThat(new Crosswalk("trust", Map.of("secret", A))).hasToString("Crosswalk[trust, records=1]");
    }

    private void assertRefused(String content, String rule) throws IOException {
        Files.writeString(file(), content);
        assertThatThrownBy(() -> Crosswalk.read("trust", file()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("crosswalk-trust.csv: " + rule);
    }

    private Path file() {
        return folder.resolve(Crosswalk.fileName("trust"));
    }
}
