package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside the truth of 20,000 people: what each is, and what is wrong with which row. */
class LabelsTest {
    private static final int PEOPLE = 20_000;
    private static final long SEED = 12;
    private static final Population TRUTH = new Population(PEOPLE, new Seed(SEED));
    private static final Map<String, String> SLIPS = new HashMap<>();
    private static List<List<String>> labels;
    private static List<List<String>> truth;
    private static Written written;

    @BeforeAll
    static void write(@TempDir Path directory) throws IOException {
        written = new Synthetic(PEOPLE, SEED, List.of("hospital", "gp", "council", "ambulance")).writeTo(directory);
        labels = below(written.labels());
        truth = below(written.truth());
        for (List<String> row : below(written.slips())) {
            assertThat(SLIPS.put(row.get(0) + " " + row.get(1), row.get(2)))
                    .as("once only")
                    .isNull();
        }
    }

    @Test
    void everyoneIsLabelledOnceInEveryGrouping() {
        assertThat(labels.stream().map(row -> row.get(0)))
                .containsExactlyElementsOf(
                        IntStream.range(0, PEOPLE).mapToObj(i -> "P" + i).toList());
        assertThat(labels).allMatch(row -> row.size() == 7 && row.stream().noneMatch(String::isBlank));
    }

    @Test
    void everyGroupIsThere() {
        assertThat(distinct(2)).containsExactly("0-4", "18-29", "30-44", "45-64", "5-17", "65-79", "80+");
        assertThat(distinct(3)).containsExactly("female", "male");
        assertThat(distinct(4)).containsExactly("Asian", "Black", "Mixed", "Other", "White");
        assertThat(distinct(5)).containsExactly("1", "2", "3", "4", "5", "none");
        assertThat(distinct(6))
                .containsExactly("african", "arabic", "british", "chinese", "indian", "irish", "pakistani", "polish");
    }

    @Test
    void agesBeginTheirBands() {
        assertThat(IntStream.of(0, 4, 5, 17, 18, 29, 30, 44, 45, 64, 65, 79, 80, 120)
                        .mapToObj(Labels::ageBand))
                .containsExactly(
                        "0-4", "0-4", "5-17", "5-17", "18-29", "18-29", "30-44", "30-44", "45-64", "45-64", "65-79",
                        "65-79", "80+", "80+");
    }

    @Test
    void neighboursShareTheirDeprivationAndTheNorthIsPoorerThanTheCountry() {
        for (int door = 0; door < 12_000; door++) {
            assertThat(TRUTH.deprivation(door, HouseholdKind.SINGLE))
                    .isEqualTo(TRUTH.deprivation(door - door % 120, HouseholdKind.FAMILY));
        }
        double most = share(5, "1");
        assertThat(most).isBetween(0.2, 0.5).isGreaterThan(share(5, "5"));
        assertThat(TRUTH.deprivation(0, HouseholdKind.NO_FIXED_ABODE)).isEmpty();
    }

    @Test
    void ethnicGroupsGoWithTheOriginOfNamesButDoNotFollowFromIt() {
        var white = labels.stream().filter(row -> row.get(4).equals("White")).toList();
        assertThat(white.size() / (double) PEOPLE).isBetween(0.7, 0.9);
        assertThat(white.stream().map(row -> row.get(6))).contains("polish", "irish", "british");
        var british =
                labels.stream().filter(row -> row.get(6).equals("british")).map(row -> row.get(4));
        assertThat(british.distinct()).containsExactlyInAnyOrder("Asian", "Black", "Mixed", "Other", "White");
    }

    @Test
    void thoseOfOneHouseholdBearItsNumber() {
        assertThat(IntStream.range(0, PEOPLE).filter(i -> !labels.get(i).get(1).equals("H" + TRUTH.householdOf(i))))
                .isEmpty();
    }

    @Test
    void justTheRowsWithASlipDifferFromWhatIsTrue() throws IOException {
        var people = truth.stream()
                .collect(Collectors.toMap(
                        row -> row.get(0) + " " + row.get(1),
                        row -> Integer.valueOf(row.get(2).substring(1))));
        for (Provider provider : Provider.values()) {
            for (List<String> row : below(written.truth().resolveSibling(provider.label() + ".csv"))) {
                String name = provider.label() + " " + row.get(0);
                Resident resident = TRUTH.resident(people.get(name));
                boolean right = row.equals(provider.layout().row(row.get(0), Entry.of(resident)));
                assertThat(right).as(SLIPS.getOrDefault(name, "no slip")).isEqualTo(!SLIPS.containsKey(name));
            }
        }
    }

    @Test
    void slipsAreNamedByKnownWords() {
        assertThat(SLIPS.values().stream().flatMap(words -> Stream.of(words.split(";"))))
                .hasSizeGreaterThan(5_000)
                .allMatch(word ->
                        Stream.of(Slip.values()).anyMatch(slip -> slip.words().equals(word)))
                .contains("number missing", "surname changed", "address stale", "names swapped");
    }

    private static Stream<String> distinct(int column) {
        return labels.stream().map(row -> row.get(column)).distinct().sorted();
    }

    private static double share(int column, String value) {
        return labels.stream().filter(row -> row.get(column).equals(value)).count() / (double) PEOPLE;
    }

    private static List<List<String>> below(Path file) throws IOException {
        var rows = Rows.of(file);
        return rows.subList(1, rows.size());
    }
}
