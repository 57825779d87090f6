package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFile;

/** Two projects over the same extracts: strangers by their study ids, until both authorities say otherwise. */
class AcrossProjectsTest {
    private static final List<String> PROJECTS = List.of("diabetes", "stroke");
    private static final int PEOPLE = 600;

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void linkTwoProjects() throws IOException {
        Desk desk = new Desk(made);
        desk.put("hospital.csv", Table.of(PEOPLE));
        desk.put("gp.csv", Table.of(PEOPLE).with(Table.ID, row -> "PRACTICE-%04d".formatted(row)));
        for (String project : PROJECTS) {
            desk.does("init", desk.at("hospital.csv"), "--project", project, "--out", desk.at(project + ".json"));
            desk.does("key", "new", "--out", desk.at(project + ".key"));
            seal(desk, project, "hospital");
            seal(desk, project, "gp");
            desk.does(
                    "link",
                    desk.at(project + "-hospital.sealed"),
                    desk.at(project + "-gp.sealed"),
                    "--out",
                    desk.at(project));
            try (Identity authority = Identity.random(project + "-board")) {
                IdentityFile.write(authority, desk.path(project + ".identity"), Optional.empty());
            }
            desk.does(
                    "rekey",
                    "key",
                    "--project",
                    project,
                    "--identity",
                    desk.at(project + ".identity"),
                    "--out",
                    desk.at(project + ".study-key"));
        }
    }

    private static void seal(Desk desk, String project, String provider) {
        desk.does(
                "seal",
                desk.at(provider + ".csv"),
                "--agreement",
                desk.at(project + ".json"),
                "--secret",
                desk.at(project + ".key"),
                "--provider",
                provider,
                "--out",
                desk.at(project + "-" + provider + ".sealed"));
    }

    @BeforeEach
    void sitDown() throws IOException {
        PathUtils.copyDirectory(made, folder);
        desk = new Desk(folder);
    }

    @Test
    void twoProjectsShareNoStudyId() throws IOException {
        for (String provider : List.of("hospital", "gp")) {
            Map<String, String> one = crosswalk("diabetes", provider);
            Map<String, String> other = crosswalk("stroke", provider);
            assertThat(one.keySet()).isEqualTo(other.keySet()).hasSize(PEOPLE);
            assertThat(one.values()).doesNotContainAnyElementsOf(other.values());
        }
    }

    /** Kendall's tau of two random orders of 600 is 0 with a standard deviation of 0.027. */
    @Test
    void theOrderOfRowsTellsNothing() throws IOException {
        List<String> one = new ArrayList<>(crosswalk("diabetes", "hospital").keySet());
        List<String> other = new ArrayList<>(crosswalk("stroke", "hospital").keySet());
        List<String> extract = one.stream().sorted().toList();
        assertThat(tau(one, other)).isCloseTo(0, within(0.2));
        assertThat(tau(one, extract)).isCloseTo(0, within(0.2));
        assertThat(tau(extract, extract)).isEqualTo(1);
    }

    private static double tau(List<String> one, List<String> other) {
        Map<String, Integer> place = new HashMap<>();
        other.forEach(id -> place.put(id, place.size()));
        long sum = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += place.get(one.get(j)) < place.get(one.get(i)) ? 1 : -1;
            }
        }
        return sum / (one.size() * (one.size() - 1) / 2.0);
    }

    @Test
    void withTheGrantsOfBothADataSetGoesFromOneProjectToTheOther() throws IOException {
        cohort("cohort.csv", "hospital");
        cohort("letters.csv", "gp");
        grant("diabetes", "joint cohort");
        grant("stroke", "joint cohort");
        JsonNode record = CanonicalJson.parse(
                desk.does(rekey("cohort.csv", "--json")).out().getBytes(UTF_8));
        desk.does(rekey("letters.csv"));
        assertThat(record.path("rows").asInt()).isEqualTo(PEOPLE);
        assertThat(record.path("purpose").asText()).isEqualTo("joint cohort");
        Map<String, String> cohort = translated("cohort.csv");
        Map<String, String> letters = translated("letters.csv");
        assertThat(cohort.values()).doesNotHaveDuplicates();
        assertThat(cohort.keySet().stream().filter(letters::containsKey).toList())
                .hasSizeGreaterThan(PEOPLE / 2)
                .allMatch(id -> cohort.get(id).equals(letters.get(id)));
        assertThat(cohort.values())
                .doesNotContainAnyElementsOf(crosswalk("stroke", "hospital").values());
        Desk.Outcome shown = desk.does("inspect", desk.at("stroke-cohort.csv.rekeying.json"));
        assertThat(shown.err()).contains("a whole rekeying, signed by diabetes-board");
    }

    @Test
    void oneAuthorityAloneIsNotEnough() throws IOException {
        cohort("cohort.csv", "hospital");
        grant("diabetes", "joint cohort");
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "there is no grant by stroke-board with the study key of stroke",
                rekey("cohort.csv", List.of("diabetes")));
        grant("stroke", "something else");
        desk.refuses(Exit.KEY_OR_PERMISSION, "the grants are for different purposes", rekey("cohort.csv"));
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "is not one that diabetes-board answers for",
                "rekey",
                "grant",
                "--from",
                "diabetes",
                "--to",
                "stroke",
                "--key",
                desk.at("stroke.study-key"),
                "--purpose",
                "joint cohort",
                "--until",
                LocalDate.now().toString(),
                "--identity",
                desk.at("diabetes.identity"),
                "--out",
                desk.at("forged.grant"));
    }

    @Test
    void rowsWithoutAStudyIdAndWordsThatAreMissingAreRefused() throws IOException {
        grant("diabetes", "joint cohort");
        grant("stroke", "joint cohort");
        desk.put("cohort.csv", "study_id,x\nHOSP-0001,1\n");
        desk.refuses(
                Exit.DATA_QUALITY,
                "cohort.csv: study_id is not S and 16 characters of Crockford base32 in line 2",
                rekey("cohort.csv"));
        desk.refuses(Exit.USAGE, "DATA, --from KEY, --to KEY", "rekey", desk.at("cohort.csv"));
        desk.refuses(Exit.USAGE, "--identity FILE is needed", "rekey", "key", "--project", "x", "--out", desk.at("x"));
    }

    /** The extract of a provider under its study ids, with a line number for content. */
    private void cohort(String name, String provider) throws IOException {
        StringBuilder text = new StringBuilder("study_id,visits\n");
        int[] line = {0};
        crosswalk("diabetes", provider)
                .values()
                .forEach(id -> text.append(id).append(',').append(line[0]++).append('\n'));
        desk.put(name, text.toString());
    }

    /** New ids by old ones. */
    private Map<String, String> translated(String name) throws IOException {
        List<String> before = Files.readAllLines(desk.path(name));
        List<String> after = Files.readAllLines(desk.path("stroke-" + name));
        assertThat(after).hasSameSizeAs(before);
        Map<String, String> ids = new TreeMap<>();
        for (int line = 1; line < before.size(); line++) {
            String[] old = before.get(line).split(",");
            String[] fresh = after.get(line).split(",");
            assertThat(fresh[1]).isEqualTo(old[1]);
            ids.put(old[0], fresh[0]);
        }
        return ids;
    }

    private void grant(String project, String purpose) {
        desk.does(
                "rekey",
                "grant",
                "--from",
                "diabetes",
                "--to",
                "stroke",
                "--key",
                desk.at(project + ".study-key"),
                "--purpose",
                purpose,
                "--until",
                LocalDate.now().plusDays(1).toString(),
                "--identity",
                desk.at(project + ".identity"),
                "--out",
                desk.at(project + ".grant"));
    }

    private String[] rekey(String data, String... more) {
        return rekey(data, PROJECTS, more);
    }

    private String[] rekey(String data, List<String> granting, String... more) {
        List<String> words = new ArrayList<>(List.of("rekey", desk.at(data)));
        words.addAll(List.of("--from", desk.at("diabetes.study-key"), "--to", desk.at("stroke.study-key")));
        granting.forEach(project -> words.addAll(List.of("--grant", desk.at(project + ".grant"))));
        words.addAll(List.of("--identity", desk.at("diabetes.identity"), "--out", desk.at("stroke-" + data)));
        return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** In the order of its rows. */
    private Map<String, String> crosswalk(String project, String provider) throws IOException {
        Map<String, String> ids = new LinkedHashMap<>();
        Files.readAllLines(desk.path(project + "/crosswalk-" + provider + ".csv")).stream()
                .skip(1)
                .map(row -> row.split(","))
                .forEach(row -> ids.put(row[0], row[1]));
        return ids;
    }
}
