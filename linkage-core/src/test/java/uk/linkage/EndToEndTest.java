package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.bloom.kernel.KernelChoice;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Proposal;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.quality.Estimate;
import uk.linkage.quality.Evaluation;

/** The committed sample of three providers, from extracts to crosswalks. */
class EndToEndTest {
    private static final Path SAMPLE = Path.of(System.getProperty("linkage.root"), "testdata", "sample");
    private static final List<String> PROVIDERS = List.of("hospital", "gp", "council");

    @TempDir
    private static Path folder;

    private static Agreement agreement;
    private static List<SealedReader> sealed;
    private static LinkageRun run;
    private static List<Crosswalk> crosswalks;

    @BeforeAll
    static void linkTheSample() throws IOException {
        Proposal proposal = Proposal.of(extract("hospital"), Map.of());
        Purpose purpose = new Purpose("sample", "To test", LocalDate.of(2099, 1, 1), 1);
        agreement = Profile2026.agreement(purpose, proposal.fields(), proposal.bounds());
        sealed = seal(SealedTables.secret(1), "one");
        run = new Hub(new SecureRandom()).link(sealed);
        crosswalks = run.crosswalks();
    }

    @Test
    void thePeopleAreFound() throws IOException {
        run.write(folder.resolve("run"));
        Evaluation evaluation = RunFolder.open(folder.resolve("run")).evaluate(SAMPLE.resolve("truth.csv"));
        assertThat(value(evaluation.pairwise().precision())).as("precision").isGreaterThanOrEqualTo(0.99);
        assertThat(value(evaluation.pairwise().recall())).as("recall").isGreaterThanOrEqualTo(0.99);
        assertThat(value(evaluation.cluster().exact().f1()))
                .as("people found whole")
                .isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void everySealedRecordIsInItsCrosswalkOnce() throws IOException {
        for (int provider = 0; provider < PROVIDERS.size(); provider++) {
            List<String> ids = new ArrayList<>();
            sealed.get(provider).forEach(record -> ids.add(record.localId()));
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(crosswalks.get(provider).provider()).isEqualTo(PROVIDERS.get(provider));
            assertThat(crosswalks.get(provider).studyIds().keySet()).isEqualTo(new HashSet<>(ids));
        }
    }

    @Test
    void aPersonHasAtMostOneRecordOfAProvider() {
        for (Crosswalk crosswalk : crosswalks) {
            assertThat(crosswalk.studyIds().values()).as(crosswalk.provider()).doesNotHaveDuplicates();
        }
    }

    @Test
    void anotherRunGivesTheSamePeopleUnderFreshIds() throws IOException {
        List<Crosswalk> again = link(sealed);
        assertThat(people(again)).isEqualTo(people(crosswalks));
        assertThat(studyIds(again)).doesNotContainAnyElementsOf(studyIds(crosswalks));
    }

    @Test
    void anotherSecretGivesTheSamePeopleButForPairsAtTheEdge() throws IOException {
        Set<Set<String>> other = people(link(seal(SealedTables.secret(2), "two")));
        Set<Set<String>> common = new HashSet<>(people(crosswalks));
        common.retainAll(other);
        assertThat(common.size()).isGreaterThanOrEqualTo(99 * other.size() / 100);
    }

    @Test
    void theRecordTellsWhatCountedBitsAndHowCodesWereSearched() throws IOException {
        JsonNode record = run.record();
        assertThat(record.at("/kernel/name").asText())
                .isEqualTo(KernelChoice.chosen().name());
        assertThat(record.at("/kernel/why").asText()).isNotBlank();
        assertThat(record.at("/pairs/0/rules").findValuesAsText("search"))
                .isNotEmpty()
                .containsOnly("exact");
    }

    @Test
    void theOrderOfFilesDoesNotMatter() throws IOException {
        List<SealedReader> turned = List.of(sealed.get(2), sealed.get(0), sealed.get(1));
        Set<Set<String>> common = new HashSet<>(people(link(turned)));
        common.retainAll(people(crosswalks));
        assertThat(common.size()).isGreaterThanOrEqualTo(99 * people(crosswalks).size() / 100);
    }

    private static List<SealedReader> seal(LinkageSecret secret, String name) throws IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        List<SealedReader> files = new ArrayList<>();
        for (String provider : PROVIDERS) {
            Path file = target.resolve(provider + ".sealed");
            new Provider(provider, agreement, secret)
                    .seal(extract(provider), Map.of(), OptOuts.exempt("invented people"), true, file);
            files.add(SealedReader.open(file));
        }
        return files;
    }

    private static List<Crosswalk> link(List<SealedReader> files) throws IOException {
        return new Hub(new SecureRandom()).link(files).crosswalks();
    }

    private static ExtractSource extract(String provider) throws IOException {
        return ExtractSource.of(SAMPLE.resolve(provider + ".csv"));
    }

    /** Each person as the records they have. */
    private static Set<Set<String>> people(List<Crosswalk> crosswalks) {
        Map<String, Set<String>> people = new HashMap<>();
        crosswalks.forEach(crosswalk -> crosswalk
                .studyIds()
                .forEach((localId, studyId) -> people.computeIfAbsent(studyId, id -> new TreeSet<>())
                        .add(crosswalk.provider() + " " + localId)));
        return new HashSet<>(people.values());
    }

    private static Set<String> studyIds(List<Crosswalk> crosswalks) {
        Set<String> ids = new HashSet<>();
        crosswalks.forEach(crosswalk -> ids.addAll(crosswalk.studyIds().values()));
        return ids;
    }

    private static double value(Estimate estimate) {
        return ((Estimate.Measured) estimate).value();
    }
}
