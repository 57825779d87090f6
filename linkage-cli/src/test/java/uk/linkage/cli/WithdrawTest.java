package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFile;
import uk.linkage.identity.StatementFile;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.testdata.Synthetic;

/** People who leave a linkage that was done, at the command line. */
class WithdrawTest {
    private static final List<String> PROVIDERS = List.of("hospital", "gp");

    @TempDir
    private static Path made;

    private static Identity hub;

    @TempDir
    private Path folder;

    private Desk desk;

    /** Much is in doubt and half of it answered, so that whoever leaves is in every kind of file; what is in doubt goes with agreement and secret. */
    @BeforeAll
    static void linkTwice() throws IOException {
        Desk desk = new Desk(made);
        new Synthetic(1000, 7).writeTo(made);
        desk.does("init", desk.at("hospital.csv"), "--destroy-by", "2099-12-31", "--out", desk.at("agreement.json"));
        ObjectNode agreement = (ObjectNode) CanonicalJson.parse(Files.readAllBytes(desk.path("agreement.json")));
        ((ObjectNode) agreement.path("decide")).put("link", 0.999999).put("review", 0.0001);
        Files.writeString(desk.path("agreement.json"), CanonicalJson.pretty(agreement));
        SecretFile.write(LinkageSecret.of(DigestUtils.sha256("withdraw")), desk.path("secret.key"));
        PROVIDERS.forEach(provider -> seal(desk, provider));
        hub = Identity.random("hub");
        IdentityFile.write(hub, desk.path("hub.identity"), Optional.empty());
        desk.does(link(desk, "run-0"));
        List<String> review = Files.readAllLines(desk.path("run-0/review.csv"));
        Files.write(
                desk.path("answers.csv"),
                Stream.concat(
                                Stream.of(review.get(0)),
                                review.stream().skip(1).limit(review.size() / 2).map(line -> line + "no match"))
                        .toList());
        desk.does(link(
                desk,
                "run-1",
                "--previous",
                desk.at("run-0"),
                "--answers",
                desk.at("answers.csv"),
                "--review",
                "1000"));
    }

    @BeforeEach
    void sitDown() throws IOException {
        PathUtils.copyDirectory(made, folder);
        desk = new Desk(folder);
    }

    @Test
    void aPersonLeavesWithEveryRecordAndNothingOfItStays() throws IOException {
        Set<String> leaving = leaving();
        Set<String> records = recordsOf(leaving);
        assertThat(records.stream().filter(record -> record.startsWith("gp "))).isNotEmpty();
        Map<String, String> before = all("run-1");
        list(leaving);
        Files.writeString(desk.path("run-1/notes.txt"), "mine");
        Desk.Outcome outcome = desk.does(withdraw("ids.txt"));
        assertThat(outcome.err())
                .contains(leaving.size() + " people left the run")
                .contains("the run before this one holds them too: destroy it, or withdraw from it as well")
                .contains("notes.txt, which no run leaves");
        before.keySet().removeAll(records);
        assertThat(all("run-1")).isEqualTo(before);
        assertNoByteOf("run-1", records);
        assertThat(Files.readAllLines(desk.path("run-1/withdrawn.csv")).stream().skip(1))
                .containsExactlyElementsOf(leaving);
        assertThat(Files.readAllLines(desk.path("run-1/retired.csv"))).containsAll(leaving);
    }

    @Test
    void theRecordOfTheRunTellsWhatLeftAndTheLineIsSigned() throws IOException {
        JsonNode before = record("run-1");
        Set<String> leaving = leaving();
        Set<String> records = recordsOf(leaving);
        list(leaving);
        String printed = desk.does(withdraw("ids.txt", "--json", "--reason", "asked by the patients"))
                .out();
        StatementFile.Signed line =
                StatementFile.parse(Files.readAllBytes(desk.path("run-1/withdrawals.jsonl")), "withdrawals.jsonl");
        assertThat(line.signer()).isEqualTo(hub.card());
        assertThat(line.kind()).isEqualTo("withdrawal");
        assertThat(line.content()).isEqualTo(CanonicalJson.parse(printed.getBytes(UTF_8)));
        assertThat(line.content().path("people").asInt()).isEqualTo(leaving.size());
        assertThat(line.content().path("reason").asText()).isEqualTo("asked by the patients");
        JsonNode after = record("run-1");
        assertThat(after.path("inputs")).isEqualTo(before.path("inputs"));
        assertThat(after.path("people")).isEqualTo(before.path("people"));
        JsonNode told = after.at("/withdrawals/0");
        assertThat(told.at("/records/0/records").asInt()
                        + told.at("/records/1/records").asInt())
                .isEqualTo(records.size());
        assertThat(told.path("pairs_in_doubt").asInt()).isPositive();
    }

    @Test
    void noFileOfReviewKeepsAPairOfWhoLeft() throws IOException {
        Set<String> handles = new TreeSet<>();
        Set<String> leaving = leaving();
        Set<String> records = recordsOf(leaving);
        rows("run-1/review-key.csv").stream()
                .filter(row -> records.contains(row[2] + " " + row[3]) || records.contains(row[4] + " " + row[5]))
                .forEach(row -> handles.add(row[0]));
        List<String> files = List.of("review.csv", "review-key.csv", "review-hospital.csv", "review-gp.csv");
        Map<String, List<String>> staying = new HashMap<>();
        for (String file : files) {
            staying.put(
                    file,
                    handles(file).filter(handle -> !handles.contains(handle)).toList());
        }
        list(leaving);
        desk.does(withdraw("ids.txt"));
        assertThat(handles).isNotEmpty();
        for (String file : files) {
            assertThat(handles(file)).as(file).containsExactlyInAnyOrderElementsOf(staying.get(file));
        }
        Map<String, Long> patterns =
                rows("run-1/review.csv").stream().collect(Collectors.groupingBy(row -> row[1], Collectors.counting()));
        assertThat(rows("run-1/review.csv")).allMatch(row -> Long.parseLong(row[2]) == patterns.get(row[1]));
    }

    @Test
    void noScoreOfWhoLeftStaysAndEveryOtherDoes() throws IOException {
        Set<String> leaving = leaving();
        Set<String> records = recordsOf(leaving);
        List<String> scores = Files.readAllLines(desk.path("run-1/scores.csv"));
        List<String> staying = scores.stream()
                .filter(line -> Stream.of(line.split(","))
                        .noneMatch(field -> records.contains("gp " + field) || records.contains("hospital " + field)))
                .toList();
        assertThat(staying).hasSizeBetween(100, scores.size() - 1);
        list(leaving);
        JsonNode line = CanonicalJson.parse(
                desk.does(withdraw("ids.txt", "--json")).out().getBytes(UTF_8));
        assertThat(Files.readAllLines(desk.path("run-1/scores.csv"))).isEqualTo(staying);
        assertThat(line.path("files").findValuesAsText("name"))
                .as("files whose digests are told")
                .contains("crosswalk-gp.csv")
                .doesNotContain("scores.csv");
    }

    private Stream<String> handles(String file) throws IOException {
        return rows("run-1/" + file).stream().map(row -> row[0]);
    }

    /** Providers seal again with the very rows, and answer lists that they were given before. */
    @Test
    void whoLeftStaysOutOfEveryLaterRun() throws IOException {
        Set<String> leaving = leaving();
        Set<String> records = recordsOf(leaving);
        Path old = Files.copy(desk.path("run-1/review.csv"), desk.path("old.csv"));
        Files.write(
                old,
                Files.readAllLines(old).stream()
                        .map(l -> l.endsWith(",") ? l + "unsure" : l)
                        .toList());
        list(leaving);
        desk.does(withdraw("ids.txt"));
        Desk.Outcome outcome =
                desk.does(link("run-2", "--previous", desk.at("run-1"), "--answers", desk.at("old.csv")));
        assertThat(outcome.err()).contains("hospital: ", " records of its file were withdrawn before and take no part");
        assertNoByteOf("run-2", records);
        assertThat(all("run-2").keySet()).isEqualTo(all("run-1").keySet());
        assertThat(record("run-2").at("/previous/vanished").asInt()).isZero();
        desk.does(link("run-3", "--previous", desk.at("run-2")));
        assertNoByteOf("run-3", records);
        for (String carried : List.of("withdrawn.csv", "withdrawn-records.json", "withdrawals.jsonl")) {
            assertThat(desk.path("run-3/" + carried)).hasSameBinaryContentAs(desk.path("run-1/" + carried));
        }
        assertThat(Files.readAllLines(desk.path("run-3/retired.csv"))).containsAll(leaving);
        assertThat(all("run-3").values()).doesNotContainAnyElementsOf(leaving);
    }

    @Test
    void morePeopleCanLeaveLater() throws IOException {
        List<String> people = new ArrayList<>(leaving());
        for (String person : people) {
            list(Set.of(person));
            desk.does(withdraw("ids.txt"));
        }
        assertThat(record("run-1").path("withdrawals")).hasSize(people.size());
        assertThat(Files.readAllLines(desk.path("run-1/withdrawals.jsonl"))).hasSize(people.size());
        desk.does(link("run-2", "--previous", desk.at("run-1")));
        assertThat(all("run-2").values()).doesNotContainAnyElementsOf(people);
    }

    @Test
    void theSameListAgainChangesNothing() throws IOException {
        list(leaving());
        desk.does(withdraw("ids.txt"));
        Map<String, String> after = desk.content();
        assertThat(desk.does(withdraw("ids.txt")).err()).contains("all of them were withdrawn before");
        assertThat(desk.content()).isEqualTo(after);
    }

    /** However many files had taken their place when the program was stopped. */
    @Test
    void aWithdrawalThatWasStoppedIsFinishedByTheSameCommand() throws IOException {
        list(leaving());
        PathUtils.copyDirectory(desk.path("run-1"), desk.path("before"));
        desk.does(withdraw("ids.txt"));
        PathUtils.copyDirectory(desk.path("run-1"), desk.path("after"));
        List<String> changed = new ArrayList<>(names("after"));
        changed.removeIf(name -> isSame("before/" + name, "after/" + name));
        assertThat(changed).hasSizeGreaterThan(8);
        for (int moved = 0; moved <= changed.size(); moved++) {
            PathUtils.deleteDirectory(desk.path("run-1"));
            PathUtils.copyDirectory(desk.path("before"), desk.path("run-1"));
            Files.createDirectory(desk.path("run-1/withdrawal.ready"));
            for (String name : changed) {
                String place = changed.indexOf(name) < moved ? "run-1/" : "run-1/withdrawal.ready/";
                PathUtils.copyFileToDirectory(
                        desk.path("after/" + name), desk.path(place), StandardCopyOption.REPLACE_EXISTING);
            }
            desk.refuses(
                    Exit.DATA_QUALITY,
                    "run-1: a withdrawal from this run was not finished; give the same linkage withdraw again",
                    link("run-2", "--previous", desk.at("run-1")));
            desk.does(withdraw("ids.txt"));
            assertThat(names("run-1")).isEqualTo(names("after"));
            assertThat(names("run-1")).allMatch(name -> isSame("run-1/" + name, "after/" + name));
        }
    }

    @Test
    void aWithdrawalThatWasStoppedBeforeItWasDecidedNeverWas() throws IOException {
        list(leaving());
        Files.createDirectory(desk.path("run-1/withdrawal.part"));
        Files.copy(desk.path("run-1/run.json"), desk.path("run-1/withdrawal.part/run.json"));
        Files.writeString(desk.path("run-1/withdrawal.part/crosswalk-gp.csv"), "local_id,stu");
        assertThat(record("run-1").has("withdrawals")).isFalse();
        desk.does(withdraw("ids.txt"));
        assertThat(desk.path("run-1/withdrawal.part")).doesNotExist();
        assertThat(record("run-1").path("withdrawals")).hasSize(1);
    }

    private List<String> names(String run) throws IOException {
        try (Stream<Path> files = Files.list(desk.path(run))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private boolean isSame(String file, String other) {
        try {
            return Files.exists(desk.path(file)) && Files.mismatch(desk.path(file), desk.path(other)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void unknownIdsAreRefusedByTheirLinesAndNothingChanges() throws IOException {
        list(leaving());
        int lines = Files.readAllLines(desk.path("ids.txt")).size();
        Files.writeString(desk.path("ids.txt"), Files.readString(desk.path("ids.txt")) + "\n\nnobodys-1\nnobodys-2\n");
        Desk.Outcome refused = desk.refuses(
                Exit.INCOMPATIBLE,
                "ids.txt: 2 of " + (lines + 2) + " local ids are of no record that hospital has in the run: line "
                        + (lines + 2) + ", " + (lines + 3) + "; nothing was changed",
                withdraw("ids.txt"));
        assertThat(refused.err()).doesNotContain("nobodys");
    }

    @Test
    void whatIsNoListOrNoProviderIsRefused() throws IOException {
        desk.put("ids.txt", "\n\n");
        desk.refuses(Exit.DATA_QUALITY, "ids.txt: names no record", withdraw("ids.txt"));
        Files.write(desk.path("ids.txt"), new byte[] {'a', (byte) 0xff});
        desk.refuses(Exit.DATA_QUALITY, "ids.txt: is not UTF-8", withdraw("ids.txt"));
        list(leaving());
        String[] other = withdraw("ids.txt");
        other[3] = "prison";
        desk.refuses(Exit.INCOMPATIBLE, "the run has no provider prison", other);
        desk.refuses(
                Exit.USAGE,
                "--identity FILE is needed",
                "withdraw",
                desk.at("run-1"),
                "--provider",
                "hospital",
                "--ids",
                desk.at("ids.txt"));
        desk.refuses(Exit.USAGE, "--reason is one line", withdraw("ids.txt", "--reason", "two\nlines"));
    }

    /** Two people of several records and two who are in doubt somewhere, by study id. */
    private Set<String> leaving() throws IOException {
        Map<String, Long> sizes = all("run-1").values().stream()
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
        Map<String, String> hospital = crosswalk("run-1", "hospital");
        Set<String> leaving = new TreeSet<>();
        hospital.values().stream()
                .filter(id -> sizes.get(id) > 1)
                .sorted()
                .limit(2)
                .forEach(leaving::add);
        for (String file : List.of("run-1/review-key.csv", "run-1/answers.csv")) {
            rows(file).stream()
                    .flatMap(row -> Stream.of(row))
                    .filter(hospital::containsKey)
                    .map(hospital::get)
                    .limit(2)
                    .forEach(leaving::add);
        }
        return leaving;
    }

    /** Writes the hospital's records of these people, one of them twice, with an empty line. */
    private void list(Set<String> people) throws IOException {
        List<String> ids = crosswalk("run-1", "hospital").entrySet().stream()
                .filter(row -> people.contains(row.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
        ids.add(ids.get(0));
        Files.writeString(desk.path("ids.txt"), "\uFEFF" + String.join("\r\n", ids));
    }

    private Set<String> recordsOf(Set<String> people) throws IOException {
        return all("run-1").entrySet().stream()
                .filter(row -> people.contains(row.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Local ids of this synthetic population are long and unlike anything else in a run. */
    private void assertNoByteOf(String run, Set<String> records) throws IOException {
        List<String> ids = records.stream()
                .map(record -> record.substring(record.indexOf(' ') + 1))
                .toList();
        assertThat(ids).isNotEmpty().allMatch(id -> id.length() >= 6);
        try (Stream<Path> files = Files.walk(desk.path(run))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file);
                assertThat(ids).as(file.toString()).noneMatch(content::contains);
            }
        }
    }

    private static void seal(Desk desk, String provider) {
        desk.does(
                "seal",
                desk.at(provider + ".csv"),
                "--agreement",
                desk.at("agreement.json"),
                "--secret",
                desk.at("secret.key"),
                "--provider",
                provider,
                "--out",
                desk.at(provider + ".sealed"));
    }

    private String[] link(String out, String... more) {
        return link(desk, out, more);
    }

    private static String[] link(Desk desk, String out, String... more) {
        return words(more, "link", desk.at("hospital.sealed"), desk.at("gp.sealed"), "--out", desk.at(out));
    }

    private String[] withdraw(String ids, String... more) {
        return words(
                more,
                "withdraw",
                desk.at("run-1"),
                "--provider",
                "hospital",
                "--ids",
                desk.at(ids),
                "--identity",
                desk.at("hub.identity"));
    }

    private static String[] words(String[] more, String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
    }

    private JsonNode record(String run) throws IOException {
        return CanonicalJson.parse(Files.readAllBytes(desk.path(run + "/run.json")));
    }

    private Map<String, String> all(String run) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String provider : PROVIDERS) {
            crosswalk(run, provider).forEach((localId, id) -> all.put(provider + " " + localId, id));
        }
        return all;
    }

    private Map<String, String> crosswalk(String run, String provider) throws IOException {
        Map<String, String> ids = new TreeMap<>();
        rows(run + "/crosswalk-" + provider + ".csv").forEach(row -> ids.put(row[0], row[1]));
        return ids;
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(desk.path(file)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
