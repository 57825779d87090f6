package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoSidesTest {
    @TempDir
    Path directory;

    @Test
    void eachSideHoldsAsManyRecordsAsAskedAndBothAsManyPeople() throws IOException {
        for (int[] size : new int[][] {{1, 0}, {1, 1}, {2, 1}, {1_000, 0}, {1_000, 750}, {1_000, 1_000}}) {
            Written written = new TwoSides(size[0], size[1], 5).writeTo(directory.resolve(size[0] + "-" + size[1]));
            Set<String> hospital = people(written, "hospital");
            Set<String> gp = people(written, "gp");
            Set<String> both = new HashSet<>(hospital);
            both.retainAll(gp);
            assertThat(written.extracts()).extracting(Extract::rows).containsExactly(size[0], size[0]);
            assertThat(List.of(hospital.size(), gp.size(), both.size())).containsExactly(size[0], size[0], size[1]);
        }
    }

    @Test
    void everyRowIsInTheTruth() throws IOException {
        Written written = new TwoSides(500, 300, 6).writeTo(directory);
        List<List<String>> truth = rows(written.truth());
        for (Extract extract : written.extracts()) {
            assertThat(rows(extract.file()).stream().map(row -> row.get(0)))
                    .containsExactlyElementsOf(truth.stream()
                            .filter(row -> row.get(0).equals(extract.provider()))
                            .map(row -> row.get(1))
                            .toList());
        }
    }

    @Test
    void whoIsKnownFollowsNeitherHouseholdsNorTheOrderOfPeople() throws IOException {
        Written written = new TwoSides(2_000, 1_000, 7).writeTo(directory);
        Set<String> gp = people(written, "gp");
        int alike = 0;
        for (int person = 1; person < 3_000; person++) {
            alike += gp.contains("P" + person) == gp.contains("P" + (person - 1)) ? 1 : 0;
        }
        // Of two people both or neither are known with probability 5/9.
        assertThat(alike / 2_999.0).isBetween(0.51, 0.60);
    }

    @Test
    void theSameSeedWritesTheSameBytesAndThePageSaysHow() throws IOException {
        Written once = new TwoSides(200, 150, 8).writeTo(directory.resolve("once"));
        Written again = new TwoSides(200, 150, 8).writeTo(directory.resolve("again"));
        for (String name : List.of("hospital.csv", "gp.csv", "truth.csv", "README.txt")) {
            assertThat(directory.resolve("again").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("once").resolve(name));
        }
        assertThat(Files.readString(once.readme()))
                .contains("people   250", "hospital 200 rows", "150 people are known to both");
        assertThat(again.extracts()).hasSize(2);
    }

    @Test
    void sizesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new TwoSides(0, 0, 1)).hasMessage("records (0) must be between 1 and 12000000");
        assertThatThrownBy(() -> new TwoSides(12_000_001, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TwoSides(10, 11, 1)).hasMessage("shared (11) must be between 0 and 10");
        assertThatThrownBy(() -> new TwoSides(10, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> people(Written written, String provider) throws IOException {
        return rows(written.truth()).stream()
                .filter(row -> row.get(0).equals(provider))
                .map(row -> row.get(2))
                .collect(Collectors.toSet());
    }

    private static List<List<String>> rows(Path file) throws IOException {
        var rows = Rows.of(file);
        return rows.subList(1, rows.size());
    }
}
