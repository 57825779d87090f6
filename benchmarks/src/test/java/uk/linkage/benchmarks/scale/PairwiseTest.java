package uk.linkage.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.hub.crosswalk.StudyIds;
import uk.linkage.quality.Confusion;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.Truth;
import uk.linkage.testdata.TwoSides;

/** Pairs counted in little memory are those that the library's own evaluation counts. */
class PairwiseTest {
    private static final int RECORDS = 1_000;
    private static final int SHARED = 700;

    @TempDir
    private Path folder;

    @Test
    void aPerfectLinkageIsCountedAsTheLibraryDoes() throws IOException {
        assertThat(counted(linkage(0, 0))).isEqualTo(new Confusion(SHARED, 0, 0));
    }

    @Test
    void aLinkageWithoutOneRightPairIsCountedAsTheLibraryDoes() throws IOException {
        Confusion pairs = counted(linkage(1, 0));
        assertThat(pairs.truePositives()).isZero();
        assertThat(pairs.falseNegatives()).isEqualTo(SHARED);
    }

    @Test
    void wrongPairsAndMissingAndUnknownRecordsAreCountedAsTheLibraryDoes() throws IOException {
        Confusion pairs = counted(linkage(0.2, 0.1));
        assertThat(pairs.truePositives()).isPositive();
        assertThat(pairs.falsePositives()).isPositive();
        assertThat(pairs.falseNegatives()).isPositive();
    }

    @Test
    void aStudyIdThatComesTwiceIsRefused() throws IOException {
        Path truth = truth();
        Path twice = folder.resolve("twice.csv");
        Files.writeString(twice, "local_id,study_id\nA000001,S0000000000000000\nA000002,S0000000000000000\n");
        assertThatThrownBy(() -> Pairwise.of(truth, twice, twice)).hasMessageContaining("must come once");
    }

    @Test
    void localIdsAreToldApartWhateverTheirLength() {
        assertThat(List.of("A", "AA", "A1", "1A", "SC-04829", "SC-04820").stream()
                        .map(KnownPeople::number)
                        .distinct())
                .hasSize(6);
        assertThatThrownBy(() -> KnownPeople.number("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KnownPeople.number("123456789")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KnownPeople.number("é")).isInstanceOf(IllegalArgumentException.class);
    }

    private Confusion counted(List<Crosswalk> linkage) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Crosswalk crosswalk : linkage) {
            files.add(folder.resolve(Crosswalk.fileName(crosswalk.provider())));
            crosswalk.write(files.get(files.size() - 1));
        }
        Confusion lean = Pairwise.of(truth(), files.get(0), files.get(1));
        Truth truth = Truth.read(truth(), Place.PROVIDERS);
        assertThat(lean).isEqualTo(Evaluation.of(linkage, truth).pairwise().counts());
        return lean;
    }

    private Path truth() throws IOException {
        return new TwoSides(RECORDS, SHARED, 3).writeTo(folder.resolve("sides")).truth();
    }

    /** With some study ids of another person, and some records left out or under a local id that the truth does not know. */
    private List<Crosswalk> linkage(double wrong, double astray) throws IOException {
        StudyIds ids = new StudyIds(new SplittableRandom(1));
        SplittableRandom dice = new SplittableRandom(2);
        Map<String, String> idOf = new TreeMap<>();
        Map<String, Map<String, String>> studyIds = new TreeMap<>();
        for (String row : Files.readAllLines(truth())) {
            String[] cells = row.split(",");
            if (!cells[0].equals("provider") && dice.nextDouble() >= astray) {
                String local = dice.nextDouble() < astray ? "Z" + dice.nextInt(1_000_000, 9_999_999) : cells[1];
                boolean moved = cells[0].equals("gp") && dice.nextDouble() < wrong;
                String person = moved ? neighbour(cells[2]) : cells[2];
                String id = idOf.computeIfAbsent(person, unseen -> ids.next());
                Map<String, String> own = studyIds.computeIfAbsent(cells[0], unseen -> new TreeMap<>());
                own.put(local, own.containsValue(id) ? ids.next() : id);
            }
        }
        return Place.PROVIDERS.stream()
                .map(provider -> new Crosswalk(provider, studyIds.get(provider)))
                .toList();
    }

    private static String neighbour(String person) {
        int people = 2 * RECORDS - SHARED;
        return "P" + (Integer.parseInt(person.substring(1)) + 1) % people;
    }
}
