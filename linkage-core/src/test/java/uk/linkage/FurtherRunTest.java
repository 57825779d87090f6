package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.crosswalk.Change;
import uk.linkage.hub.crosswalk.Changes;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Proposal;

/** The committed sample, linked bit by bit: a further provider, a further month, and records that go. */
class FurtherRunTest {
    private static final Path SAMPLE = Path.of(System.getProperty("linkage.root"), "testdata", "sample");

    @TempDir
    private Path folder;

    private Agreement agreement;

    @BeforeEach
    void agree() throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(SAMPLE.resolve("hospital.csv")), Map.of());
        agreement = Profile2026.agreement(
                new Purpose("sample", "To test", LocalDate.of(2099, 1, 1), 1), proposal.fields(), proposal.bounds());
    }

    @Test
    void aFurtherProviderLeavesEveryIdAsItIsOrSaysSo() throws IOException {
        LinkageRun first = first(List.of(whole("hospital"), whole("gp")));
        LinkageRun second = next(List.of(whole("hospital"), whole("gp"), whole("council")), "run-1");
        assertOnlyListedIdsChanged(first, second);
        assertThat(second.crosswalks().get(2).studyIds().values())
                .as("people known to the hospital or the GP before")
                .containsAnyElementsOf(ids(first));
        assertThat(second.record().at("/previous/kept").asInt())
                .isGreaterThanOrEqualTo(99 * Set.copyOf(ids(first)).size() / 100);
    }

    @Test
    void aFurtherMonthLeavesEveryIdAsItIsOrSaysSo() throws IOException {
        LinkageRun first = first(List.of(whole("hospital"), part("gp", 40)));
        LinkageRun second = next(List.of(whole("hospital"), whole("gp")), "run-1");
        assertOnlyListedIdsChanged(first, second);
        JsonNode gp = second.record().at("/previous/records/1");
        assertThat(gp.path("new").asInt()).isEqualTo(40);
        assertThat(gp.path("vanished").asInt()).isZero();
    }

    @Test
    void recordsThatGoAreCountedAndIdsLeftWithoutOneAreNeverGivenAgain() throws IOException {
        LinkageRun first = first(List.of(whole("hospital"), whole("gp")));
        LinkageRun second = next(List.of(whole("hospital"), part("gp", 40)), "run-1");
        assertOnlyListedIdsChanged(first, second);
        assertThat(second.record().at("/previous/records/1/vanished").asInt()).isEqualTo(40);
        Set<String> gone = new HashSet<>(ids(first));
        gone.removeAll(ids(second));
        assertThat(gone).isNotEmpty();
        assertThat(second.changes().orElseThrow().retired()).isEqualTo(gone);
        LinkageRun third = next(List.of(whole("hospital"), whole("gp")), "run-2");
        assertOnlyListedIdsChanged(second, third);
        assertThat(ids(third)).doesNotContainAnyElementsOf(gone);
        assertThat(third.changes().orElseThrow().retired()).containsAll(gone);
    }

    @Test
    void theSameFilesAgainChangeNothing() throws IOException {
        LinkageRun first = first(List.of(whole("hospital"), whole("gp")));
        LinkageRun second = next(List.of(whole("hospital"), whole("gp")), "run-1");
        assertThat(second.crosswalks()).isEqualTo(first.crosswalks());
        assertThat(second.changes().orElseThrow().list()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("run-2").resolve(Changes.FILE)))
                .containsExactly("change,old_study_id,new_study_id,records,reason");
    }

    @Test
    void theSameFilesAfterTheSameRunCarryTheSameIdsOver() throws IOException {
        LinkageRun first = first(List.of(part("hospital", 30), part("gp", 60)));
        List<SealedReader> files = List.of(whole("hospital"), whole("gp"), whole("council"));
        LinkageRun one = next(files, "run-1");
        LinkageRun other = next(files, "run-1");
        Set<String> before = Set.copyOf(ids(first));
        for (int provider = 0; provider < files.size(); provider++) {
            assertThat(only(before, one.crosswalks().get(provider)))
                    .isEqualTo(only(before, other.crosswalks().get(provider)));
        }
    }

    @Test
    void aRunAfterAnotherIsMeasuredAsAnyOther() throws IOException {
        first(List.of(whole("hospital"), part("gp", 40)));
        List<SealedReader> files = List.of(whole("hospital"), whole("gp"), whole("council"));
        next(files, "run-1");
        new Hub(new SecureRandom()).link(files).write(folder.resolve("afresh"));
        Path truth = SAMPLE.resolve("truth.csv");
        assertThat(RunFolder.open(folder.resolve("run-2")).evaluate(truth).toJson())
                .isEqualTo(
                        RunFolder.open(folder.resolve("afresh")).evaluate(truth).toJson());
    }

    /** The listed changes of an id tell of all records whose id changed, and of no other. */
    private static void assertOnlyListedIdsChanged(LinkageRun before, LinkageRun after) {
        Map<String, Integer> changed = new HashMap<>();
        for (Crosswalk old : before.crosswalks()) {
            after.crosswalks().stream()
                    .filter(now -> now.provider().equals(old.provider()))
                    .flatMap(now -> now.studyIds().entrySet().stream())
                    .filter(now -> old.studyIds().containsKey(now.getKey()))
                    .map(now -> old.studyIds().get(now.getKey()) + " " + now.getValue())
                    .filter(ids -> !ids.substring(0, 17).equals(ids.substring(18)))
                    .forEach(ids -> changed.merge(ids, 1, Integer::sum));
        }
        Map<String, Integer> listed = after.changes().orElseThrow().list().stream()
                .filter(change -> change.newId().isPresent())
                .collect(Collectors.toMap(
                        change -> change.formerId() + " " + change.newId().get(), Change::records));
        assertThat(listed).isEqualTo(changed);
    }

    private static Map<String, String> only(Set<String> ids, Crosswalk crosswalk) {
        Map<String, String> rows = new HashMap<>(crosswalk.studyIds());
        rows.values().retainAll(ids);
        return rows;
    }

    private static Collection<String> ids(LinkageRun run) {
        return run.crosswalks().stream()
                .flatMap(crosswalk -> crosswalk.studyIds().values().stream())
                .toList();
    }

    private LinkageRun first(List<SealedReader> files) throws IOException {
        LinkageRun run = new Hub(new SecureRandom()).link(files);
        run.write(folder.resolve("run-1"));
        return run;
    }

    /** Written beside the run it follows, under the next number that is free. */
    private LinkageRun next(List<SealedReader> files, String previous) throws IOException {
        LinkageRun run = new Hub(new SecureRandom()).link(files, PreviousRun.open(folder.resolve(previous)));
        int number = 2;
        while (Files.exists(folder.resolve("run-" + number))) {
            number++;
        }
        run.write(folder.resolve("run-" + number));
        return run;
    }

    private SealedReader whole(String provider) throws IOException {
        return part(provider, 0);
    }

    /** An extract without its last rows. */
    private SealedReader part(String provider, int without) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLE.resolve(provider + ".csv")));
        byte[] csv = String.join("\n", lines.subList(0, lines.size() - without)).getBytes(StandardCharsets.UTF_8);
        Path target = folder.resolve(provider + "-" + without + ".sealed");
        new Provider(provider, agreement, SealedTables.secret(1))
                .seal(ExtractSource.of(provider, csv), Map.of(), OptOuts.exempt("invented people"), true, target);
        return SealedReader.open(target);
    }
}
