package uk.linkage.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.testdata.Extract;

class LabelledSetsTest {
    /** Sets that take more rows than a small sample has. */
    private static final Set<String> LARGE = Set.of("essnet-low-overlap", "essnet-no-overlap", "essnet-cohort");

    @TempDir
    private Path folder;

    @Test
    void aGroupStandsForItsSetsAndAllForThoseOfSeveralFiles() {
        assertThat(LabelledSets.names("visible"))
                .containsExactly("febrl4", "febrl4-no-number", "essnet_uk", "rehearsal");
        assertThat(LabelledSets.names("cuts")).contains("five-party", "history-like", "voter-like", "febrl4-few");
        assertThat(LabelledSets.names("all"))
                .containsAll(LabelledSets.names("visible"))
                .containsAll(LabelledSets.names("cuts"))
                .doesNotContain("duplicates-one-file");
        assertThat(LabelledSets.names("one-file")).containsExactly("duplicates-one-file", "history-one-file");
    }

    @Test
    void namesAndGroupsMixAndNoSetComesTwice() {
        assertThat(LabelledSets.names("essnet-small,visible,febrl4"))
                .containsExactly("essnet-small", "febrl4", "febrl4-no-number", "essnet_uk", "rehearsal");
    }

    @Test
    void anUnknownSetIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> LabelledSets.names("febrl5"))
                .hasMessageContaining("febrl5 is none of all, visible, cuts, one-file, febrl4");
    }

    @Test
    void everySetNamesOnlyRecordsThatItsExtractsHold() throws IOException {
        for (LabelledSet set : every("once")) {
            Map<String, Set<String>> ids = new LinkedHashMap<>();
            for (Extract extract : set.extracts()) {
                Table table = Table.read(extract.file());
                ids.put(
                        extract.provider(),
                        new HashSet<>(table.cells(table.header().get(0))));
                assertThat(ids.get(extract.provider()))
                        .as(set.name())
                        .hasSize(table.rows().size());
            }
            Table truth = Table.read(set.truth());
            for (List<String> row : truth.rows()) {
                if (row.size() == 2) {
                    assertThat(ids.get(set.providers().get(0))).contains(row.get(0));
                    assertThat(ids.get(set.providers().get(1))).contains(row.get(1));
                } else {
                    assertThat(ids.get(row.get(0))).contains(row.get(1));
                }
            }
        }
    }

    @Test
    void theSameSeedMakesTheSameFiles() throws IOException {
        every("once");
        every("again");
        assertThat(files(folder.resolve("again"))).isEqualTo(files(folder.resolve("once")));
    }

    private List<LabelledSet> every(String room) throws IOException {
        Path datasets = SmallDatasets.write(folder.resolve("datasets"), 1_000);
        Material material = new Material(datasets, folder.resolve(room), 400, 7);
        List<String> names = Stream.concat(LabelledSets.names("all").stream(), LabelledSets.names("one-file").stream())
                .filter(name -> !LARGE.contains(name))
                .toList();
        List<LabelledSet> sets = new ArrayList<>();
        for (String name : names) {
            sets.add(LabelledSets.make(name, material));
        }
        return sets;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        assertThat(files).hasSizeGreaterThan(50);
        return files;
    }
}
