package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTest {
    private static final List<String> NAMES =
            List.of("README.txt", "council.csv", "gp.csv", "hospital.csv", "labels.csv", "slips.csv", "truth.csv");

    @TempDir
    Path directory;

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        assertThat(written("once", 500, 7)).isEqualTo(written("again", 500, 7)).containsOnlyKeys(NAMES);
    }

    @Test
    void everybodyIsCountedInEveryStep() throws IOException {
        Map<String, LongAdder> told = new TreeMap<>();
        new Synthetic(500, 7).writeTo(directory, (what, people) -> {
            assertThat(people).isEqualTo(500);
            return told.computeIfAbsent(what, unseen -> new LongAdder())::add;
        });
        assertThat(told)
                .containsOnlyKeys(
                        "finding homes",
                        "writing council.csv",
                        "writing gp.csv",
                        "writing hospital.csv",
                        "writing labels");
        assertThat(told.remove("finding homes").sum()).isBetween(500L, 540L);
        assertThat(told.values()).allMatch(counted -> counted.sum() == 500);
    }

    @Test
    void anotherSeedWritesOthers() throws IOException {
        var one = written("one", 500, 7);
        var other = written("other", 500, 8);
        assertThat(NAMES).allMatch(name -> !one.get(name).equals(other.get(name)));
    }

    @Test
    void neitherLocaleNorTimeZoneChangesAByte() throws IOException {
        var here = written("here", 500, 7);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(written(tag, 500, 7)).as(tag).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theSampleIsWhatTheGeneratorWrites() throws IOException {
        Path sample = Path.of(System.getProperty("linkage.root"), "testdata", "sample");
        assertThat(written("sample", 400, 2026)).isEqualTo(contents(sample));
    }

    @Test
    void theTruthNamesEveryRowOnceAndNobodyTwiceInAProvider() throws IOException {
        Written written = new Synthetic(5_000, 9).writeTo(directory);
        var named = new HashMap<String, List<String>>();
        var persons = new HashSet<List<String>>();
        for (List<String> row : rows(written.truth())) {
            assertThat(named.put(row.get(0) + " " + row.get(1), row)).isNull();
            assertThat(persons.add(List.of(row.get(0), row.get(2)))).isTrue();
        }
        for (Extract extract : written.extracts()) {
            var rows = rows(extract.file());
            assertThat(rows).hasSize(extract.rows());
            assertThat(rows)
                    .allSatisfy(row -> assertThat(named.remove(extract.provider() + " " + row.get(0)))
                            .isNotNull());
        }
        assertThat(named).isEmpty();
    }

    @Test
    void neitherTheOrderOfRowsNorTheLocalIdsFollowThePeopleOrEachOther() throws IOException {
        var rows = rows(new Synthetic(5_000, 10).writeTo(directory).truth());
        for (String provider : List.of("hospital", "gp", "council")) {
            var inOrder =
                    rows.stream().filter(row -> row.get(0).equals(provider)).toList();
            var byId = inOrder.stream()
                    .sorted((a, b) -> a.get(1).compareTo(b.get(1)))
                    .toList();
            assertThat(ascents(inOrder)).as(provider + " rows").isBetween(0.45, 0.55);
            assertThat(ascents(byId)).as(provider + " ids").isBetween(0.45, 0.55);
        }
    }

    @Test
    void eachProviderHasItsOwnHeader() throws IOException {
        new Synthetic(1, 1).writeTo(directory);
        assertThat(Files.readString(directory.resolve("hospital.csv")))
                .startsWith("hospital_no,nhs_number,forename,surname,sex,date_of_birth,postcode,address\n");
        assertThat(Files.readString(directory.resolve("gp.csv")))
                .startsWith("Patient ID,NHS Number,Given Name,Family Name,Gender,DOB,Post Code,Address\n");
        assertThat(Files.readString(directory.resolve("council.csv")))
                .startsWith(
                        "client_ref,first_name,last_name,sex,birth_day,birth_month,birth_year,postcode,address,nhs_no\n");
        assertThat(Files.readString(directory.resolve("truth.csv"))).startsWith("provider,local_id,person\n");
    }

    @Test
    void whatAProviderHoldsDoesNotDependOnTheOthers() throws IOException {
        var three = written("three", 500, 7);
        Path into = directory.resolve("others");
        Written others = new Synthetic(500, 7, List.of("ambulance", "gp")).writeTo(into);
        assertThat(others.extracts()).extracting(Extract::provider).containsExactly("ambulance", "gp");
        assertThat(contents(into)).doesNotContainKey("hospital.csv").containsEntry("gp.csv", three.get("gp.csv"));
        assertThat(Files.readString(into.resolve("ambulance.csv")))
                .startsWith("case_ref,surname,forename,dob,gender,address,postcode,nhs_no\n");
    }

    @Test
    void providersThatAreNoneOrComeTwiceAreRefused() {
        assertThatThrownBy(() -> new Synthetic(10, 1, List.of("dentist")))
                .hasMessage("providers are hospital, gp, council and ambulance");
        assertThatThrownBy(() -> new Synthetic(10, 1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Synthetic(10, 1, List.of("gp", "gp")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothReadmesStateTheRatesThatWereUsed() throws IOException {
        Written written = new Synthetic(1, 42).writeTo(directory);
        Path page = Path.of(System.getProperty("linkage.root"), "testdata", "README.md");
        assertThat(Files.readString(written.readme())).contains(About.notes(), About.rates(), "seed     42");
        assertThat(Files.readString(page)).contains(About.TIME, Varies.TABLE, About.rates());
    }

    @Test
    void aFailureLeavesNoFile() throws IOException {
        Files.createDirectory(directory.resolve("council.csv.part"));
        assertThatThrownBy(() -> new Synthetic(100, 1).writeTo(directory)).isInstanceOf(IOException.class);
        assertThat(contents(directory)).isEmpty();
    }

    @Test
    void tooFewOrTooManyPeopleAreRefused() {
        assertThatThrownBy(() -> new Synthetic(0, 1)).hasMessage("people (0) must be between 1 and 15000000");
        assertThatThrownBy(() -> new Synthetic(15_000_001, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, String> written(String name, int people, long seed) throws IOException {
        Path into = directory.resolve(name);
        new Synthetic(people, seed).writeTo(into);
        return contents(into);
    }

    /** Bytes as Latin-1, one character each. */
    private static Map<String, String> contents(Path directory) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static List<List<String>> rows(Path file) throws IOException {
        var rows = Rows.of(file);
        return rows.subList(1, rows.size());
    }

    /** How often the next row is of a person with a higher number. */
    private static double ascents(List<List<String>> truth) {
        var people = truth.stream()
                .mapToInt(row -> Integer.parseInt(row.get(2).substring(1)))
                .toArray();
        int ascents = 0;
        for (int i = 1; i < people.length; i++) {
            ascents += people[i] > people[i - 1] ? 1 : 0;
        }
        return ascents / (double) (people.length - 1);
    }
}
