package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.exchange.IncompatibleFiles;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.MalformedFileException;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;

/** Which runs study ids may be taken from. */
class PreviousRunTest {
    private final Agreement agreement = SealedTables.agreement();

    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void linkHospitalAndGp() throws IOException {
        run = folder.resolve("run-1");
        new Hub(new SecureRandom())
                .link(List.of(sealed("hospital", "H", 1), sealed("gp", "G", 1)))
                .write(run);
    }

    @Test
    void anotherSecretIsRefused() throws IOException {
        assertRefused(
                List.of(sealed("hospital", "H", 2), sealed("gp", "G", 2)),
                "run-1 has another key_check than the files: ");
    }

    @Test
    void anotherAgreementOrProjectIsRefused() throws IOException {
        change("fingerprint", "00");
        change("project", "other");
        assertThatThrownBy(() -> link(List.of(sealed("hospital", "H", 1), sealed("gp", "G", 1))))
                .isInstanceOf(IncompatibleFiles.class)
                .hasMessageContaining("run-1 has another project than the files: other against test")
                .hasMessageContaining("run-1 has another fingerprint than the files: 00 against ");
    }

    @Test
    void aProviderMayNotBeMissingWithoutAWord() throws IOException {
        assertRefused(
                List.of(sealed("hospital", "H", 1), sealed("council", "C", 1)),
                "run-1 has the provider gp, of which no file is given; give it, or say that it left");
    }

    @Test
    void aProviderThatIsSaidToHaveLeftMayBeMissing() throws IOException {
        List<SealedReader> files = List.of(sealed("hospital", "H", 1), sealed("council", "C", 1));
        LinkageRun next =
                new Hub(new SecureRandom()).link(files, PreviousRun.open(run).without(Set.of("gp")));
        assertThat(next.crosswalks().get(0))
                .isEqualTo(Crosswalk.read("hospital", run.resolve("crosswalk-hospital.csv")));
        assertThat(next.record().at("/previous/providers_left/0").asText()).isEqualTo("gp");
    }

    @Test
    void onlyAProviderOfThatRunCanHaveLeft() throws IOException {
        PreviousRun previous = PreviousRun.open(run);
        assertThatThrownBy(() -> previous.without(Set.of("council")))
                .isInstanceOf(IncompatibleFiles.class)
                .hasMessage("run-1 has no provider council that could have left");
    }

    @Test
    void aFileWithoutOneFormerRecordIsRefused() throws IOException {
        assertRefused(
                List.of(sealed("hospital", "X", 1), sealed("gp", "G", 1)),
                "not one record that hospital had in run-1 is in its file; it has to hold the whole extract under the"
                        + " same local ids, or say that the provider left");
    }

    @Test
    void aRecordWithoutWhatHasToAgreeIsRefused() throws IOException {
        for (String property : List.of("fingerprint", "project", "key_check")) {
            change(property, null);
            assertMalformed("run.json: has no ");
        }
    }

    @Test
    void aCrosswalkWithoutAllItsRowsIsRefused() throws IOException {
        Path crosswalk = run.resolve("crosswalk-gp.csv");
        List<String> lines = Files.readAllLines(crosswalk);
        Files.write(crosswalk, lines.subList(0, lines.size() - 1));
        assertMalformed("crosswalk-gp.csv: has 7 rows, the record of the run says 8");
        Files.delete(crosswalk);
        assertThatThrownBy(() -> PreviousRun.open(run)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theRetiredIdsOfARunAfterAnotherHaveToBeThere() throws IOException {
        Path second = folder.resolve("run-2");
        link(List.of(sealed("hospital", "H", 1), sealed("gp", "G", 1))).write(second);
        assertThat(PreviousRun.open(second)).hasToString("PreviousRun[run-2]");
        String inUse = Crosswalk.read("gp", second.resolve("crosswalk-gp.csv"))
                .studyIds()
                .get("G3");
        Files.writeString(second.resolve("retired.csv"), "study_id\n" + inUse + "\n");
        assertThatThrownBy(() -> PreviousRun.open(second))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageMatching("retired.csv: the crosswalk of (hospital|gp) has a study id that is retired");
        Files.delete(second.resolve("retired.csv"));
        assertThatThrownBy(() -> PreviousRun.open(second)).isInstanceOf(NoSuchFileException.class);
    }

    private void assertRefused(List<SealedReader> files, String message) {
        assertThatThrownBy(() -> link(files))
                .isInstanceOf(IncompatibleFiles.class)
                .hasMessageStartingWith(message);
    }

    private void assertMalformed(String message) {
        assertThatThrownBy(() -> PreviousRun.open(run))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith(message);
    }

    private LinkageRun link(List<SealedReader> files) throws IOException {
        return new Hub(new SecureRandom()).link(files, PreviousRun.open(run));
    }

    /** Sets a property of the run's record, or takes it away. */
    private void change(String property, String value) throws IOException {
        Path file = run.resolve(LinkageRun.RECORD);
        ObjectNode json = (ObjectNode) CanonicalJson.parse(Files.readAllBytes(file));
        json.remove(property);
        if (value != null) {
            json.put(property, value);
        }
        Files.writeString(file, CanonicalJson.pretty(json));
    }

    /** Eight people under local ids that begin so, by secret number so. */
    private SealedReader sealed(String provider, String letter, int secret) throws IOException {
        StringBuilder csv = new StringBuilder(SealedTables.HEADER);
        for (int i = 0; i < 8; i++) {
            csv.append("\n%s%d,,FORE%c,SUR%cNAME,F,19%d-0%d-1%d,LS%d 4AP"
                    .formatted(letter, i, 'A' + i, 'K' + i, 40 + 5 * i, 1 + i, i, 1 + i));
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        Path target = folder.resolve(provider + letter + secret + ".sealed");
        new Provider(provider, agreement, SealedTables.secret(secret))
                .seal(ExtractSource.of(provider, bytes), Map.of(), OptOuts.exempt("invented people"), true, target);
        return SealedReader.open(target);
    }
}
