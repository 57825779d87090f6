package uk.linkage.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each cut takes away or alters, and what it leaves. */
class CutsTest {
    @TempDir
    private Path folder;

    private Material material;
    private TwoFiles whole;

    @BeforeEach
    void prepare() throws IOException {
        Path datasets = SmallDatasets.write(folder.resolve("datasets"), 2_000);
        material = new Material(datasets, folder.resolve("sets"), 400, 7);
        whole = TwoFiles.read(LabelledSets.make("essnet_uk", material));
    }

    @Test
    void setsOfFewFieldsHaveTheseColumnsAndEveryRow() throws IOException {
        Map<String, List<String>> columns = Map.of(
                "essnet-names-birth",
                List.of("local_id", "forename", "surname", "sex", "dob_day", "dob_mon", "dob_year"),
                "essnet-names-birth-no-sex",
                List.of("local_id", "forename", "surname", "dob_day", "dob_mon", "dob_year"),
                "essnet-names-postcode",
                List.of("local_id", "forename", "surname", "postcode"),
                "essnet-year-only",
                List.of("local_id", "forename", "surname", "sex", "dob_year", "address", "postcode"),
                "febrl4-few",
                List.of("rec_id", "given_name", "surname", "suburb", "postcode"));
        for (Map.Entry<String, List<String>> set : columns.entrySet()) {
            TwoFiles cut = TwoFiles.read(LabelledSets.make(set.getKey(), material));
            assertThat(cut.left().header()).as(set.getKey()).isEqualTo(set.getValue());
            assertThat(cut.right().header()).as(set.getKey()).isEqualTo(set.getValue());
            assertThat(cut.left().rows()).hasSameSizeAs(whole.left().rows());
            assertThat(cut.truth()).isEqualTo(whole.truth());
        }
    }

    @Test
    void gapsAreAsManyAsAskedForOnEachSideAndNeverInTheLocalId() throws IOException {
        for (String name : List.of("essnet-missing-20", "essnet-missing-40")) {
            double share = name.endsWith("20") ? 0.2 : 0.4;
            TwoFiles cut = TwoFiles.read(LabelledSets.make(name, material));
            assertThat(cut.left().cells("local_id")).isEqualTo(whole.left().cells("local_id"));
            assertThat(emptied(whole.left(), cut.left())).isCloseTo(share, within(0.02));
            assertThat(emptied(whole.right(), cut.right())).isCloseTo(share, within(0.02));
        }
    }

    private static double emptied(Table before, Table after) {
        double filled = cells(before).stream().filter(cell -> !cell.isEmpty()).count();
        return 1 - cells(after).stream().filter(cell -> !cell.isEmpty()).count() / filled;
    }

    private static List<String> cells(Table table) {
        return table.rows().stream()
                .flatMap(row -> row.subList(1, row.size()).stream())
                .toList();
    }

    @Test
    void anOverlapHasItsSizesAndNoPairThatItDoesNotName() {
        TwoFiles cut = new Overlap(100, 450, 600).of(whole, material.dice("overlap"));
        assertThat(cut.truth().rows()).hasSize(100);
        assertThat(cut.left().rows()).hasSize(450);
        assertThat(cut.right().rows()).hasSize(600);
        assertThat(common(cut)).isEqualTo(Set.copyOf(cut.truth().rows()));
        assertThat(whole.left().rows()).containsAll(cut.left().rows());
        assertThat(whole.right().rows()).containsAll(cut.right().rows());
    }

    @Test
    void nobodyMayBeInCommon() {
        TwoFiles cut = new Overlap(0, 300, 300).of(whole, material.dice("overlap"));
        assertThat(common(cut)).isEmpty();
        assertThat(cut.truth().rows()).isEmpty();
    }

    @Test
    void anOverlapOfMoreRowsThanThereAreIsRefused() {
        assertThatThrownBy(() -> new Overlap(10, 5_000, 20).of(whole, material.dice("overlap")))
                .hasMessageContaining("rows can be taken, not 5000");
    }

    /** The pairs of the whole truth of which a cut holds both records. */
    private Set<List<String>> common(TwoFiles cut) {
        Set<String> lefts = new HashSet<>(cut.left().cells("local_id"));
        Set<String> rights = new HashSet<>(cut.right().cells("local_id"));
        return whole.truth().rows().stream()
                .filter(pair -> lefts.contains(pair.get(0)) && rights.contains(pair.get(1)))
                .collect(Collectors.toSet());
    }

    @Test
    void yearsLaterWomenHaveOtherSurnamesPeopleHaveMovedAndHalfOfTheRenamedAreAmongThem() throws IOException {
        TwoFiles cut = TwoFiles.read(LabelledSets.make("essnet-renamed", material));
        assertThat(cut.left()).isEqualTo(whole.left());
        List<Integer> women = rows(row -> row.get(3).equals("F"));
        List<Integer> renamed = changed(cut, "surname");
        List<Integer> moved = changed(cut, "postcode");
        assertThat(women).containsAll(renamed);
        assertThat(share(renamed, women)).isCloseTo(0.15, within(0.03));
        assertThat(share(moved, rows(row -> true))).isCloseTo(0.20, within(0.03));
        List<Integer> both = new ArrayList<>(renamed);
        both.retainAll(moved);
        assertThat(share(both, renamed)).isCloseTo(0.5, within(0.12));
    }

    private List<Integer> rows(Predicate<List<String>> wanted) {
        return IntStream.range(0, whole.right().rows().size())
                .filter(row -> wanted.test(whole.right().rows().get(row)))
                .boxed()
                .toList();
    }

    private List<Integer> changed(TwoFiles cut, String column) {
        List<String> before = whole.right().cells(column);
        List<String> after = cut.right().cells(column);
        return IntStream.range(0, before.size())
                .filter(row -> !before.get(row).equals(after.get(row)))
                .boxed()
                .toList();
    }

    private static double share(List<Integer> some, List<Integer> of) {
        return (double) some.size() / of.size();
    }
}
