package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.testdata.Synthetic;

/** A study that goes on: two providers first, then a third and a further month, at the command line. */
class LinkAfterTest {
    private static final int PEOPLE = 800;

    private static Desk made;

    @TempDir
    private Path folder;

    private Desk desk;

    /** The first month as run-1; then all files as they are in the second, with the council's, and run-2. */
    @BeforeAll
    static void linkTwoMonths(@TempDir Path folder) throws IOException {
        Desk desk = new Desk(folder);
        made = desk;
        new Synthetic(PEOPLE, 7).writeTo(folder);
        desk.does("init", desk.at("hospital.csv"), "--destroy-by", "2099-12-31", "--out", desk.at("agreement.json"));
        SecretFile.write(LinkageSecret.of(DigestUtils.sha256("months")), desk.path("secret.key"));
        for (String provider : List.of("hospital", "gp")) {
            firstMonth(desk, provider);
            seal(desk, provider, provider + "-1.csv", "secret.key");
        }
        desk.does("link", desk.at("hospital.sealed"), desk.at("gp.sealed"), "--out", desk.at("run-1"));
        for (String provider : List.of("hospital", "gp", "council")) {
            seal(desk, provider, provider + ".csv", "secret.key");
        }
        desk.does(linkAll(desk, "run-1", "run-2"));
    }

    @BeforeEach
    void sitDown() throws IOException {
        desk = made.copiedTo(folder);
    }

    @Test
    void aThirdProviderAndAFurtherMonthKeepEveryIdThatIsNotListed() throws IOException {
        assertThat(listed("run-2")).isEqualTo(changed("run-1", "run-2"));
        JsonNode previous = record("run-2").path("previous");
        int before = new TreeSet<>(all("run-1").values()).size();
        assertThat(previous.path("kept").asInt()).isGreaterThanOrEqualTo(99 * before / 100);
        assertThat(previous.path("kept").asInt()
                        + previous.path("merged").asInt()
                        + previous.path("vanished").asInt())
                .isEqualTo(before);
        assertThat(previous.path("kept").asInt()
                        + previous.path("split").asInt()
                        + previous.path("new").asInt())
                .isEqualTo(record("run-2").at("/people/count").asInt());
    }

    /** The GP federation first sends its first hundred rows each under the next one's local id, and then puts that right. */
    @Test
    void recordsThatWereMixedUpAndPutRightAreListed() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(desk.path("gp-1.csv")));
        List<String> ids = lines.stream().map(line -> line.split(",")[0]).toList();
        for (int row = 1; row <= 100; row++) {
            lines.set(
                    row,
                    ids.get(row % 100 + 1)
                            + lines.get(row).substring(ids.get(row).length()));
        }
        Files.write(desk.path("gp-mixed.csv"), lines);
        Files.move(desk.path("gp.sealed"), desk.path("right.sealed"));
        seal("gp", "gp-mixed.csv");
        desk.does(link(List.of("hospital", "gp"), "--out", desk.at("run-mixed")));
        Files.move(desk.path("right.sealed"), desk.path("gp.sealed"), StandardCopyOption.REPLACE_EXISTING);
        desk.does(linkAll("run-mixed", "run-right"));
        Map<String, Integer> changed = changed("run-mixed", "run-right");
        assertThat(changed).hasSizeGreaterThan(20);
        assertThat(listed("run-right")).isEqualTo(changed);
        assertProvidersCanMap("run-mixed", "run-right");
    }

    @Test
    void aProviderCanMapItsOldIdsByItsOwnListAlone() throws IOException {
        assertProvidersCanMap("run-1", "run-2");
        assertThat(desk.path("run-2/changes-council.csv")).doesNotExist();
    }

    private void assertProvidersCanMap(String before, String after) throws IOException {
        for (String provider : List.of("hospital", "gp")) {
            Map<String, String> moved = new HashMap<>();
            rows(after + "/changes-" + provider + ".csv").forEach(row -> moved.put(row[0], row[1]));
            Map<String, String> now = crosswalk(after, provider);
            crosswalk(before, provider)
                    .forEach((localId, id) ->
                            assertThat(moved.getOrDefault(id, id)).isEqualTo(now.get(localId)));
        }
    }

    @Test
    void aRunAfterAnotherIsMeasuredLikeAnyOther() throws IOException {
        String truth = desk.at("truth.csv");
        JsonNode quality = CanonicalJson.parse(desk.does("evaluate", desk.at("run-2"), "--truth", truth, "--json")
                .out()
                .getBytes(UTF_8));
        assertThat(quality.at("/pairwise/f1").asDouble()).isGreaterThan(0.98);
    }

    @Test
    void aRunCanFollowARunThatFollowedAnother() throws IOException {
        String[] words = {"--previous", desk.at("run-2"), "--provider-left", "council", "--out", desk.at("run-3")};
        Desk.Outcome outcome = desk.does(link(List.of("hospital", "gp"), words));
        assertThat(outcome.err()).contains("records of council: 0 under their ids, 0 under other ids, 0 new, ");
        assertThat(listed("run-3")).isEqualTo(changed("run-2", "run-3"));
        assertThat(Files.readAllLines(desk.path("run-3/retired.csv")))
                .containsAll(Files.readAllLines(desk.path("run-2/retired.csv")))
                .hasSizeGreaterThan(3)
                .doesNotContainAnyElementsOf(all("run-3").values());
    }

    @Test
    void whatDoesNotGoOnIsRefusedBeforeAnythingIsWritten() throws IOException {
        desk.refuses(
                Exit.INCOMPATIBLE,
                "run-1 has the provider gp, of which no file is given",
                link(List.of("hospital", "council"), "--previous", desk.at("run-1"), "--out", desk.at("run-3")));
        desk.refuses(
                Exit.INCOMPATIBLE,
                "run-1 has no provider prison that could have left",
                link(
                        List.of("hospital", "gp"),
                        "--previous",
                        desk.at("run-1"),
                        "--out",
                        desk.at("run-3"),
                        "--provider-left",
                        "prison"));
        desk.refuses(
                Exit.USAGE,
                "--provider-left goes with --previous",
                link(List.of("hospital", "gp"), "--provider-left", "gp", "--out", desk.at("run-3")));
        desk.refuses(Exit.USAGE, "run.json does not exist", linkAll("none", "run-3"));
        desk.refuses(Exit.USAGE, "run-1 is there already", linkAll("run-1", "run-1"));
    }

    @Test
    void aRunUnderAnotherSecretOrAgreementIsRefused() throws IOException {
        Path record = desk.path("run-1/run.json");
        String text = Files.readString(record);
        desk.does("key", "new", "--out", desk.at("other.key"));
        seal("hospital", "hospital.csv", "other.key");
        seal("gp", "gp.csv", "other.key");
        String[] link = link(List.of("hospital", "gp"), "--previous", desk.at("run-1"), "--out", desk.at("run-3"));
        desk.refuses(Exit.INCOMPATIBLE, "run-1 has another key_check than the files", link);
        seal("hospital", "hospital.csv");
        seal("gp", "gp.csv");
        Files.writeString(record, text.replaceAll("(\"fingerprint\" : \")....", "$10000"));
        desk.refuses(Exit.INCOMPATIBLE, "run-1 has another fingerprint than the files", link);
    }

    @Test
    void aFileOfTheNewMonthAloneIsRefused() throws IOException {
        List<String> lines = Files.readAllLines(desk.path("gp.csv"));
        List<String> month = new ArrayList<>(lines.subList(0, 1));
        month.addAll(lines.subList(Files.readAllLines(desk.path("gp-1.csv")).size(), lines.size()));
        Files.write(desk.path("gp-2.csv"), month);
        seal("gp", "gp-2.csv");
        desk.refuses(
                Exit.INCOMPATIBLE,
                "not one record that gp had in run-1 is in its file; it has to hold the whole extract",
                link(List.of("hospital", "gp"), "--previous", desk.at("run-1"), "--out", desk.at("run-3")));
    }

    /** The extract without its last twentieth. */
    private static void firstMonth(Desk desk, String provider) throws IOException {
        List<String> lines = Files.readAllLines(desk.path(provider + ".csv"));
        Files.write(desk.path(provider + "-1.csv"), lines.subList(0, lines.size() - lines.size() / 20));
    }

    private void seal(String provider, String extract) {
        seal(provider, extract, "secret.key");
    }

    private void seal(String provider, String extract, String secret) {
        seal(desk, provider, extract, secret);
    }

    private static void seal(Desk desk, String provider, String extract, String secret) {
        desk.does(
                "seal",
                desk.at(extract),
                "--agreement",
                desk.at("agreement.json"),
                "--secret",
                desk.at(secret),
                "--provider",
                provider,
                "--out",
                desk.at(provider + ".sealed"));
    }

    private String[] linkAll(String previous, String out) {
        return linkAll(desk, previous, out);
    }

    private static String[] linkAll(Desk desk, String previous, String out) {
        List<String> providers = List.of("hospital", "gp", "council");
        return link(desk, providers, "--previous", desk.at(previous), "--out", desk.at(out));
    }

    private String[] link(List<String> providers, String... more) {
        return link(desk, providers, more);
    }

    private static String[] link(Desk desk, List<String> providers, String... more) {
        List<String> words = new ArrayList<>(List.of("link"));
        providers.forEach(provider -> words.add(desk.at(provider + ".sealed")));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    private JsonNode record(String run) throws IOException {
        return CanonicalJson.parse(Files.readAllBytes(desk.path(run + "/run.json")));
    }

    /** How many records went from which id to which, as listed. */
    private Map<String, Integer> listed(String run) throws IOException {
        Map<String, Integer> listed = new TreeMap<>();
        for (String[] row : rows(run + "/changes.csv")) {
            if (!row[0].equals("retired")) {
                listed.put(row[1] + " " + row[2], Integer.valueOf(row[3]));
            }
        }
        return listed;
    }

    /** The same by the crosswalks of both runs. */
    private Map<String, Integer> changed(String before, String after) throws IOException {
        Map<String, String> now = all(after);
        Map<String, Integer> changed = new TreeMap<>();
        all(before).forEach((record, id) -> {
            if (now.containsKey(record) && !now.get(record).equals(id)) {
                changed.merge(id + " " + now.get(record), 1, Integer::sum);
            }
        });
        return changed;
    }

    /** Study ids by provider and local id. */
    private Map<String, String> all(String run) throws IOException {
        Map<String, String> all = new HashMap<>();
        for (String provider : List.of("hospital", "gp", "council")) {
            if (Files.exists(desk.path(run + "/crosswalk-" + provider + ".csv"))) {
                crosswalk(run, provider).forEach((localId, id) -> all.put(provider + " " + localId, id));
            }
        }
        return all;
    }

    private Map<String, String> crosswalk(String run, String provider) throws IOException {
        Map<String, String> ids = new HashMap<>();
        rows(run + "/crosswalk-" + provider + ".csv").forEach(row -> ids.put(row[0], row[1]));
        return ids;
    }

    /** Rows of a file in which only the last column can hold a comma. */
    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(desk.path(file)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
