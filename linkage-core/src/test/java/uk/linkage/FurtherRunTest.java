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
import org.junit.jupiter.api.BeforeAll;
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
    private static Path folder;

    private static SealedReader hospital;
    private static SealedReader gp;
    private static SealedReader gpWithoutItsLast;
    private static SealedReader council;

    /** Of hospital and GP; written as run-first. */
    private static LinkageRun first;

    /** Of these and the council, after the first; written as run-further. */
    private static LinkageRun further;

    @BeforeAll
    static void linkTwice() throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(SAMPLE.resolve("hospital.csv")), Map.of());
        Agreement agreement = Profile2026.agreement(
                new Purpose("sample", "To test", LocalDate.of(2099, 1, 1), 1), proposal.fields(), proposal.bounds());
        hospital = seal(agreement, "hospital", 0);
        gp = seal(agreement, "gp", 0);
        gpWithoutItsLast = seal(agreement, "gp", 40);
        council = seal(agreement, "council", 0);
        first = run("first", List.of(hospital, gp));
        further = runAfter("first", "further", List.of(hospital, gp, council));
    }

    @Test
    void aFurtherProviderLeavesEveryIdAsItIsOrSaysSo() {
        assertOnlyListedIdsChanged(first, further);
        assertThat(further.crosswalks().get(2).studyIds().values())
                .as("people known to the hospital or the GP before")
                .containsAnyElementsOf(ids(first));
        assertThat(further.record().at("/previous/kept").asInt())
                .isGreaterThanOrEqualTo(99 * Set.copyOf(ids(first)).size() / 100);
    }

    @Test
    void aFurtherMonthLeavesEveryIdAsItIsOrSaysSo() throws IOException {
        LinkageRun before = run("before", List.of(hospital, gpWithoutItsLast));
        LinkageRun second = runAfter("before", "after", List.of(hospital, gp));
        assertOnlyListedIdsChanged(before, second);
        JsonNode gp = second.record().at("/previous/records/1");
        assertThat(gp.path("new").asInt()).isEqualTo(40);
        assertThat(gp.path("vanished").asInt()).isZero();
    }

    @Test
    void recordsThatGoAreCountedAndIdsLeftWithoutOneAreNeverGivenAgain() throws IOException {
        LinkageRun second = runAfter("first", "second", List.of(hospital, gpWithoutItsLast));
        assertOnlyListedIdsChanged(first, second);
        assertThat(second.record().at("/previous/records/1/vanished").asInt()).isEqualTo(40);
        Set<String> gone = new HashSet<>(ids(first));
        gone.removeAll(ids(second));
        assertThat(gone).isNotEmpty();
        assertThat(second.changes().orElseThrow().retired()).isEqualTo(gone);
        LinkageRun third = runAfter("second", "third", List.of(hospital, gp));
        assertOnlyListedIdsChanged(second, third);
        assertThat(ids(third)).doesNotContainAnyElementsOf(gone);
        assertThat(third.changes().orElseThrow().retired()).containsAll(gone);
    }

    @Test
    void theSameFilesAgainChangeNothing() throws IOException {
        LinkageRun again = runAfter("first", "again", List.of(hospital, gp));
        assertThat(again.crosswalks()).isEqualTo(first.crosswalks());
        assertThat(again.changes().orElseThrow().list()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("run-again").resolve(Changes.FILE)))
                .containsExactly("change,old_study_id,new_study_id,records,reason");
    }

    @Test
    void theSameFilesAfterTheSameRunCarryTheSameIdsOver() throws IOException {
        LinkageRun other = runAfter("first", "other", List.of(hospital, gp, council));
        Set<String> before = Set.copyOf(ids(first));
        for (int provider = 0; provider < 3; provider++) {
            assertThat(only(before, other.crosswalks().get(provider)))
                    .isNotEmpty()
                    .isEqualTo(only(before, further.crosswalks().get(provider)));
        }
    }

    @Test
    void aRunAfterAnotherIsMeasuredAsAnyOther() throws IOException {
        run("afresh", List.of(hospital, gp, council));
        Path truth = SAMPLE.resolve("truth.csv");
        assertThat(RunFolder.open(folder.resolve("run-further")).evaluate(truth).toJson())
                .isEqualTo(RunFolder.open(folder.resolve("run-afresh"))
                        .evaluate(truth)
                        .toJson());
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

    private static LinkageRun run(String name, List<SealedReader> files) throws IOException {
        LinkageRun run = new Hub(new SecureRandom()).link(files);
        run.write(folder.resolve("run-" + name));
        return run;
    }

    private static LinkageRun runAfter(String previous, String name, List<SealedReader> files) throws IOException {
        LinkageRun run = new Hub(new SecureRandom()).link(files, PreviousRun.open(folder.resolve("run-" + previous)));
        run.write(folder.resolve("run-" + name));
        return run;
    }

    /** An extract without its last rows. */
    private static SealedReader seal(Agreement agreement, String provider, int without) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLE.resolve(provider + ".csv")));
        byte[] csv = String.join("\n", lines.subList(0, lines.size() - without)).getBytes(StandardCharsets.UTF_8);
        Path target = folder.resolve(provider + "-" + without + ".sealed");
        new Provider(provider, agreement, SealedTables.secret(1))
                .seal(ExtractSource.of(provider, csv), Map.of(), OptOuts.exempt("invented people"), true, target);
        return SealedReader.open(target);
    }
}
