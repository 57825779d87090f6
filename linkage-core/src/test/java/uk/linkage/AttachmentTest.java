package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.ExtractSource;

class AttachmentTest {
    private static final String A = "S0000000000000000";
    private static final String B = "S1111111111111111";
    private static final Crosswalk CROSSWALK = new Crosswalk("trust", Map.of("A1", A, "B2", B));

    @TempDir
    private Path folder;

    @Test
    void theStudyIdStandsInThePlaceOfTheLocalId() throws IOException {
        assertThat(attached("ward,ref,score\nW4,A1,7\nW5,B2,8\n", Set.of()))
                .isEqualTo("study_id,ward,score\n" + A + ",W4,7\n" + B + ",W5,8\n");
    }

    @Test
    void identitiesAreLeftOutByName() throws IOException {
        Attachment attachment = attachment(
                "ref,NHS Number,Surname,DOB,Post Code,Hospital No,score\nA1,9990000018,Hill,x,LS1,K9,7\n", Set.of());
        assertThat(attachment.dropped()).containsExactly("NHS Number", "Surname", "DOB", "Post Code", "Hospital No");
        attachment.write(CROSSWALK, target());
        assertThat(target()).hasContent("study_id,score\n" + A + ",7\n");
    }

    @Test
    void anIdentityIsKeptWhereItIsAskedForByName() throws IOException {
        assertThat(attached("ref,sex,surname,score\nA1,F,Hill,7\n", Set.of("sex")))
                .isEqualTo("study_id,sex,score\n" + A + ",F,7\n");
    }

    @Test
    void rowsOfUnknownIdsAreLeftOutAndCounted() throws IOException {
        Attachment attachment = attachment("ref,score\nA1,7\nC3,9\nA1,8\n,5\n", Set.of());
        assertThat(attachment.write(CROSSWALK, target())).isEqualTo(new Attachment.Counts(2, 2));
        assertThat(target()).hasContent("study_id,score\n" + A + ",7\n" + A + ",8\n");
    }

    @Test
    void cellsSurviveWhateverIsInThem() throws IOException {
        String quoted = "\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\" blank \",Zo\u00e9,";
        assertThat(attached("ref,a,b,c,d,e,f\r\nA1," + quoted + "\r\n", Set.of()))
                .isEqualTo("study_id,a,b,c,d,e,f\n" + A + "," + quoted + "\n");
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> attachment("reference,score\nA1,7\n", Set.of()))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: line 1: has no column ref");
        assertThatThrownBy(() -> attachment("ref,score\nA1,7\n", Set.of("ward")))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: line 1: has no column ward");
    }

    @Test
    void aRaggedRowLeavesNoFile() throws IOException {
        Attachment attachment = attachment("ref,score\nA1,7\nB2,8,9\n", Set.of());
        assertThatThrownBy(() -> attachment.write(CROSSWALK, target()))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: line 3: has 3 values, the header has 2");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExtractThatWasSealedByRowNumbersNeedsNoIdColumn() throws IOException {
        Crosswalk numbered = new Crosswalk("trust", Map.of("row-000001", A, "row-000003", B));
        ExtractSource extract = source("surname,score\nHill,7\nHill,8\n\nHill,9\n");
        assertThat(Attachment.byRowNumber(extract, Set.of()).write(numbered, target()))
                .isEqualTo(new Attachment.Counts(2, 1));
        assertThat(target()).hasContent("study_id,score\n" + A + ",7\n" + B + ",9\n");
        assertThatThrownBy(() -> Attachment.byRowNumber(extract, Set.of()).write(CROSSWALK, target()))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: was not sealed by row numbers");
    }

    private String attached(String payload, Set<String> keep) throws IOException {
        attachment(payload, keep).write(CROSSWALK, target());
        return Files.readString(target());
    }

    private static Attachment attachment(String payload, Set<String> keep) throws IOException {
        return new Attachment(source(payload), "ref", keep);
    }

    private static ExtractSource source(String payload) throws IOException {
        return ExtractSource.of("x.csv", payload.getBytes(StandardCharsets.UTF_8));
    }

    private Path target() {
        return folder.resolve("out.csv");
    }
}
