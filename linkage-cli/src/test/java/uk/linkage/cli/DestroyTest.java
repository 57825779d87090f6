package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFile;

/** The end of a project at the command line, and what shows of it. */
class DestroyTest {
    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void linkTwice() throws IOException {
        Desk desk = new Desk(made);
        desk.agree();
        seal(desk, "hospital");
        seal(desk, "gp");
        desk.does("link", desk.at("hospital.sealed"), desk.at("gp.sealed"), "--out", desk.at("run-0"));
        desk.does(link(desk, "run-1", "--previous", desk.at("run-0"), "--review", "5"));
        identity(desk, "hub");
        String first =
                Files.readAllLines(desk.path("run-1/crosswalk-hospital.csv")).get(1);
        desk.put("ids.txt", first.substring(0, first.indexOf(',')));
        desk.does(
                "withdraw",
                desk.at("run-1"),
                "--provider",
                "hospital",
                "--ids",
                desk.at("ids.txt"),
                "--identity",
                desk.at("hub.identity"));
    }

    private static void identity(Desk desk, String name) throws IOException {
        try (Identity party = Identity.random(name)) {
            IdentityFile.write(party, desk.path(name + ".identity"), Optional.empty());
            IdentityCard.write(party, desk.path(name + ".card"));
        }
    }

    @BeforeEach
    void sitDown() throws IOException {
        PathUtils.copyDirectory(made, folder);
        desk = new Desk(folder);
    }

    @Test
    void aRunAndItsSealedFilesGoAndACertificateStays() throws IOException {
        String digest = Fingerprint.sha256(Files.readAllBytes(desk.path("run-1/crosswalk-gp.csv")));
        Set<String> names = names("run-1");
        Desk.Outcome outcome = desk.does(destroy("run-1", "run-0", "hospital.sealed", "gp.sealed"));
        assertThat(outcome.err()).contains("in time, as they were to be destroyed by ");
        assertThat(Stream.of("run-1", "run-0", "hospital.sealed", "gp.sealed").map(desk::path))
                .noneMatch(Files::exists);
        Desk.Outcome shown = desk.does("inspect", desk.at("run-1.destroyed.json"), "--from", desk.at("hub.card"));
        assertThat(shown.err()).contains("a whole destruction, signed by hub, whose card you gave");
        JsonNode certificate = CanonicalJson.parse(shown.out().getBytes(UTF_8));
        assertThat(certificate.path("project").asText()).isEqualTo("study");
        assertThat(certificate.path("files").findValuesAsText("name"))
                .containsAll(names.stream().map(name -> "run-1/" + name).toList())
                .contains("run-0/run.json", "hospital.sealed", "gp.sealed");
        assertThat(certificate.path("files").findValuesAsText("sha256")).contains(digest);
        certificate
                .path("files")
                .forEach(file -> assertThat(file.has("sha256"))
                        .as("local ids with little else are not to be confirmed by a digest")
                        .isEqualTo(!file.path("name").asText().endsWith("/scores.csv")));
        assertThat(Files.exists(desk.path("secret.key"))).isTrue();
    }

    @Test
    void aDryRunListsAndTouchesNothing() throws IOException {
        Map<String, String> before = desk.content();
        Desk.Outcome outcome = desk.does("destroy", desk.at("run-1"), "--dry-run");
        assertThat(outcome.out().lines())
                .containsExactlyInAnyOrderElementsOf(
                        names("run-1").stream().map(name -> "run-1/" + name).toList());
        assertThat(desk.content()).isEqualTo(before);
    }

    @Test
    void everyFileThatTheProgramLeavesInARunIsKnown() throws IOException {
        assertThat(names("run-1"))
                .contains(
                        "changes.csv",
                        "retired.csv",
                        "withdrawn.csv",
                        "withdrawn-records.json",
                        "withdrawals.jsonl",
                        "review-key.csv",
                        "scores.csv",
                        "review-withdrawn.csv");
        Files.writeString(desk.path("run-1/evaluation.html"), "a page");
        Files.createDirectory(desk.path("run-1/withdrawal.part"));
        Files.writeString(desk.path("run-1/withdrawal.part/crosswalk-gp.csv.part"), "half");
        desk.does(destroy("run-1"));
        assertThat(desk.path("run-1")).doesNotExist();
    }

    @Test
    void aFileOfSomebodyElsesStopsItBeforeAnythingGoes() throws IOException {
        Files.writeString(desk.path("run-1/thesis.docx"), "years of work");
        Files.copy(desk.path("run-1/crosswalk-gp.csv"), desk.path("run-1/crosswalk-gp.csv.bak"));
        desk.refuses(
                Exit.USAGE,
                "run-1/crosswalk-gp.csv.bak, run-1/thesis.docx: no file that a run leaves; nothing was removed",
                destroy("run-1"));
        desk.does(destroy("run-1", "--also-unknown"));
        assertThat(desk.path("run-1")).doesNotExist();
    }

    @Test
    void aProviderDestroysItsFilesUnderTheAgreement() throws IOException {
        desk.refuses(
                Exit.INCOMPATIBLE,
                "no run is among these files",
                destroy("good.csv", "hospital.sealed", "--out", desk.at("c.json")));
        desk.does(destroy(
                "good.csv", "secret.key", "--agreement", desk.at("agreement.json"), "--out", desk.at("c.json")));
        JsonNode files =
                CanonicalJson.parse(Files.readAllBytes(desk.path("c.json"))).path("files");
        assertThat(files.findValuesAsText("name")).containsExactly("good.csv", "secret.key");
        assertThat(files.get(0).has("sha256")).isFalse();
        assertThat(files.get(1).has("sha256")).isTrue();
    }

    @Test
    void whatIsNeededIsNotDestroyed() throws IOException {
        desk.refuses(Exit.USAGE, "--identity FILE is needed", "destroy", desk.at("run-1"));
        desk.refuses(Exit.UNEXPECTED, "is needed and cannot be among", destroy("run-1", "hub.identity"));
        desk.refuses(Exit.UNEXPECTED, "is needed", destroy("run-1", "--out", desk.at("run-1/certificate.json")));
        desk.refuses(Exit.USAGE, "does not exist", destroy("run-1", "none"));
        Path record = desk.path("run-0/run.json");
        Files.writeString(
                record, Files.readString(record).replace("\"project\" : \"study\"", "\"project\" : \"other\""));
        desk.refuses(Exit.INCOMPATIBLE, "these are of different agreements", destroy("run-1", "run-0"));
    }

    @Test
    void aCertificateOfAnotherPartyOrThatWasChangedIsNotBelieved() throws IOException {
        identity(desk, "other");
        desk.does(destroy("run-1"));
        Path certificate = desk.path("run-1.destroyed.json");
        Desk.Outcome shown = desk.does("inspect", certificate.toString());
        assertThat(shown.err())
                .contains("compare the fingerprint "
                        + IdentityCard.read(desk.path("hub.card")).fingerprint());
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "is signed by a key of another card than those given",
                "inspect",
                certificate.toString(),
                "--from",
                desk.at("other.card"));
        Files.writeString(
                certificate, Files.readString(certificate).replace("\"in_time\" : true", "\"in_time\" : false"));
        desk.refuses(Exit.KEY_OR_PERMISSION, "was changed after hub signed it", "inspect", certificate.toString());
    }

    @Test
    void aRunShowsWhatItIsAndWhoWithdrew() throws IOException {
        JsonNode run =
                CanonicalJson.parse(desk.does("inspect", desk.at("run-1")).out().getBytes(UTF_8));
        assertThat(run.path("project").asText()).isEqualTo("study");
        assertThat(run.at("/withdrawals/0/signed_by").asText()).isEqualTo("hub");
        assertThat(run.at("/providers/0/records_withdrawn").asInt()).isEqualTo(1);
        assertThat(run.at("/providers/0/records").asInt())
                .isEqualTo(Files.readAllLines(desk.path("run-1/crosswalk-hospital.csv"))
                                .size()
                        - 1);
        assertThat(run.at("/previous/sha256").asText())
                .isEqualTo(Fingerprint.sha256(Files.readAllBytes(desk.path("run-0/run.json"))));
        Files.delete(desk.path("run-1/withdrawals.jsonl"));
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "withdrawals.jsonl: lacks a line that run.json tells of",
                "inspect",
                desk.at("run-1"));
    }

    @Test
    void inspectWarnsWhenTheDayIsNearOrPast() throws IOException {
        LocalDate today = LocalDate.now();
        assertThat(warned(today.plusDays(60))).doesNotContain("destroyed by");
        assertThat(warned(today.plusDays(10))).contains("this run is to be destroyed by ", ", in 10 days");
        assertThat(warned(today.minusDays(3))).contains("this run was to be destroyed by ", ", 3 days ago");
    }

    private String warned(LocalDate destroyBy) throws IOException {
        Path record = desk.path("run-1/run.json");
        ObjectNode json = (ObjectNode) CanonicalJson.parse(Files.readAllBytes(record));
        Files.writeString(record, CanonicalJson.pretty(json.put("destroy_by", destroyBy.toString())));
        return desk.does("inspect", desk.at("run-1")).err();
    }

    @Test
    void aCertificateSaysWhenItIsLate() throws IOException {
        warned(LocalDate.now().minusDays(3));
        assertThat(desk.does(destroy("run-1")).err()).contains("LATE: they were to be destroyed by ");
    }

    @Test
    void nothingIsLinkedAnyMoreWhenTheDayHasPassed() throws IOException {
        ObjectNode agreement = (ObjectNode) CanonicalJson.parse(Files.readAllBytes(desk.path("agreement.json")));
        agreement.put("destroy_by", LocalDate.now().minusDays(3).toString());
        Files.writeString(desk.path("agreement.json"), CanonicalJson.pretty(agreement));
        seal(desk, "hospital");
        seal(desk, "gp");
        desk.refuses(Exit.INVALID_AGREEMENT, "has passed, so nothing may be made under it", link(desk, "run-2"));
        agreement.put("destroy_by", LocalDate.now().plusDays(1).toString());
        Files.writeString(desk.path("agreement.json"), CanonicalJson.pretty(agreement));
        seal(desk, "hospital");
        seal(desk, "gp");
        assertThat(desk.does(link(desk, "run-2")).err()).contains("this run is to be destroyed by ");
    }

    private String[] destroy(String... words) {
        List<String> all = new ArrayList<>(List.of("destroy"));
        for (String word : words) {
            all.add(word.startsWith("-") || word.contains("/") ? word : desk.at(word));
        }
        all.addAll(List.of("--identity", desk.at("hub.identity")));
        return all.toArray(String[]::new);
    }

    private static String[] link(Desk desk, String out, String... more) {
        return Stream.concat(
                        Stream.of("link", desk.at("hospital.sealed"), desk.at("gp.sealed"), "--out", desk.at(out)),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static void seal(Desk desk, String provider) {
        String[] words = desk.seal("good.csv");
        for (int i = 1; i < words.length; i++) {
            words[i] = words[i - 1].equals("--provider") ? provider : words[i];
            words[i] = words[i - 1].equals("--out") ? desk.at(provider + ".sealed") : words[i];
        }
        desk.does(words);
    }

    private Set<String> names(String run) throws IOException {
        Path folder = desk.path(run);
        try (Stream<Path> files = Files.walk(folder)) {
            return new TreeSet<>(files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList());
        }
    }
}
