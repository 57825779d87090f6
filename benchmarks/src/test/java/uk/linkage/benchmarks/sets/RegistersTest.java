package uk.linkage.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.testdata.Extract;

/** Sets that are made and not cut: who is in which file how often, and what their rows are like. */
class RegistersTest {
    @TempDir
    private Path folder;

    private Material material;

    @BeforeEach
    void prepare() throws IOException {
        Path datasets = SmallDatasets.write(folder.resolve("datasets"), 1_500);
        material = new Material(datasets, folder.resolve("sets"), 5_000, 7);
    }

    @Test
    void fiveFilesHoldThreeInFivePeopleEachAndNobodyTwice() throws IOException {
        LabelledSet set = LabelledSets.make("five-party", material);
        int people = Table.read(folder.resolve("datasets/essnet_uk/truth.csv"))
                .rows()
                .size();
        assertThat(set.deduplicated()).isTrue();
        assertThat(set.extracts()).hasSize(5);
        records(set).forEach((provider, persons) -> {
            assertThat(persons.values()).as(provider).allMatch(records -> records == 1);
            assertThat((double) persons.size() / people).as(provider).isCloseTo(0.6, within(0.06));
        });
    }

    @Test
    void copiesOfAFileHaveSlipsOfTheirOwn() throws IOException {
        LabelledSet set = LabelledSets.make("five-party", material);
        Map<String, String> health = surnames(set, "health");
        Map<String, String> school = surnames(set, "school");
        health.keySet().retainAll(school.keySet());
        long unlike = health.entrySet().stream()
                .filter(person -> !person.getValue().equalsIgnoreCase(school.get(person.getKey())))
                .count();
        assertThat((double) unlike / health.size()).isBetween(0.05, 0.25);
    }

    private Map<String, String> surnames(LabelledSet set, String provider) throws IOException {
        Map<String, String> persons = persons(set, provider);
        Table table = Table.read(extract(set, provider).file());
        Map<String, String> surnames = new HashMap<>();
        table.rows().forEach(row -> surnames.put(persons.get(row.get(0)), row.get(table.column("surname"))));
        return surnames;
    }

    @Test
    void historyHoldsPeopleSeveralTimesAndLeavesMuchOut() throws IOException {
        LabelledSet set = LabelledSets.make("history-like", material);
        assertThat(set.deduplicated()).isFalse();
        records(set).forEach((provider, persons) -> {
            assertThat(persons.values()).as(provider).allMatch(records -> records <= 6);
            double mean = persons.values().stream()
                    .mapToInt(records -> records)
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(2, within(0.2));
        });
        Table parish = Table.read(extract(set, "parish").file());
        assertThat(empty(parish, "dob")).isCloseTo(0.30, within(0.03));
        assertThat(empty(parish, "occupation")).isCloseTo(0.50, within(0.03));
        assertThat(parish.cells("first_name")).anyMatch(name -> name.length() == 1);
        assertThat(parish.cells("dob"))
                .allMatch(date -> date.matches("|1[78]\\d\\d-\\d\\d-\\d\\d|190\\d-\\d\\d-\\d\\d"));
    }

    @Test
    void datesInPartAreWrittenInPart() throws IOException {
        Table parish = Table.read(extract(LabelledSets.make("history-partial", material), "parish")
                .file());
        assertThat(parish.cells("dob")).allMatch(date -> date.matches("|\\d{4}(-\\d\\d(-\\d\\d)?)?"));
        assertThat(parish.cells("dob")).anyMatch(date -> date.length() == 4).anyMatch(date -> date.length() == 7);
    }

    @Test
    void oneFileOfFebrlHoldsEveryPairTwiceAndOthersOnce() throws IOException {
        LabelledSet set = LabelledSets.make("duplicates-one-file", material);
        int pairs =
                Table.read(folder.resolve("datasets/febrl4/truth.csv")).rows().size();
        Map<String, Integer> persons = records(set).get("persons");
        assertThat(set.extracts()).hasSize(1);
        assertThat(set.deduplicated()).isFalse();
        assertThat(persons.values().stream().filter(records -> records == 2)).hasSize(pairs);
        assertThat(persons.values()).allMatch(records -> records <= 2);
        assertThat(Table.read(set.extracts().get(0).file()).header()).doesNotContain("soc_sec_id");
    }

    @Test
    void twoSnapshotsOfARollDifferByMovesAndSurnamesOfWomen() throws IOException {
        LabelledSet set = LabelledSets.make("voter-like", material);
        Map<String, List<String>> first = rows(set, "first");
        Map<String, List<String>> second = rows(set, "second");
        first.keySet().retainAll(second.keySet());
        assertThat(unlike(first, second, "F", 1)).isCloseTo(0.06 + 0.05, within(0.03));
        assertThat(unlike(first, second, "M", 1)).isCloseTo(0.05, within(0.02));
        assertThat(unlike(first, second, "F", 8) + unlike(first, second, "M", 8))
                .isBetween(0.3, 0.5);
        assertThat(first.values())
                .allMatch(row -> row.get(8).isEmpty() || row.get(8).matches("[0-9A-Z]{4,6}"));
    }

    @Test
    void aRollIsPublishedWithAgesOrWithHardlyAnything() throws IOException {
        Table aged = Table.read(
                LabelledSets.make("voter-like-age", material).extracts().get(0).file());
        assertThat(aged.header()).contains("age").doesNotContain("birth_year");
        Table few = Table.read(
                LabelledSets.make("voter-few", material).extracts().get(0).file());
        assertThat(few.header()).containsExactly("row_id", "last_name", "first_name", "res_city_desc", "zip_code");
    }

    /** The share of people of a sex whose cells of a column are unlike. */
    private static double unlike(
            Map<String, List<String>> first, Map<String, List<String>> second, String sex, int column) {
        Set<String> people = first.keySet().stream()
                .filter(person -> first.get(person).get(5).equals(sex))
                .collect(Collectors.toCollection(HashSet::new));
        return people.stream()
                        .filter(person -> !first.get(person)
                                .get(column)
                                .equals(second.get(person).get(column)))
                        .count()
                / (double) people.size();
    }

    private Map<String, List<String>> rows(LabelledSet set, String provider) throws IOException {
        Map<String, String> persons = persons(set, provider);
        Map<String, List<String>> rows = new HashMap<>();
        Table.read(extract(set, provider).file()).rows().forEach(row -> rows.put(persons.get(row.get(0)), row));
        return rows;
    }

    private static double empty(Table table, String column) {
        List<String> cells = table.cells(column);
        return cells.stream().filter(String::isEmpty).count() / (double) cells.size();
    }

    private static Extract extract(LabelledSet set, String provider) {
        return set.extracts().get(set.providers().indexOf(provider));
    }

    private static Map<String, String> persons(LabelledSet set, String provider) throws IOException {
        return Table.read(set.truth()).rows().stream()
                .filter(row -> row.get(0).equals(provider))
                .collect(Collectors.toMap(row -> row.get(1), row -> row.get(2)));
    }

    /** By provider, how many records it has of each person. */
    private static Map<String, Map<String, Integer>> records(LabelledSet set) throws IOException {
        Map<String, Map<String, Integer>> records = new HashMap<>();
        for (List<String> row : Table.read(set.truth()).rows()) {
            records.computeIfAbsent(row.get(0), provider -> new HashMap<>()).merge(row.get(2), 1, Integer::sum);
        }
        return records;
    }
}
