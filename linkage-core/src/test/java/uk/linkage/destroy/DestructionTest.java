package uk.linkage.destroy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.destroy.KnownFiles.Knowledge;
import uk.linkage.file.ToldSteps;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.StatementFile;

/** Files that go, and the certificate that stays. */
class DestructionTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final Terms TERMS = new Terms("diabetes", "ab", LocalDate.of(2026, 3, 1));
    private static final KnownFiles KNOWN = place -> Map.of(
                    "run.json", Knowledge.OURS, "a.csv", Knowledge.OURS, "answers.csv", Knowledge.OURS_AND_GUESSABLE)
            .getOrDefault(place, Knowledge.UNKNOWN);

    private final Identity hub = Identity.random("hub");

    @TempDir
    private Path folder;

    private Path run;
    private Path key;
    private Path certificate;

    @BeforeEach
    void makeRun() throws IOException {
        run = Files.createDirectory(folder.resolve("run"));
        Files.writeString(run.resolve("run.json"), "{}");
        Files.writeString(run.resolve("a.csv"), "a\n".repeat(100_000));
        Files.writeString(run.resolve("answers.csv"), "short");
        key = Files.writeString(folder.resolve("secret.key"), "{\"key\":1}");
        certificate = folder.resolve("run.destroyed.json");
    }

    @Test
    void allGoesAndACertificateSaysWhatWhenAndByWhom() throws IOException {
        String digest = Fingerprint.sha256(Files.readAllBytes(run.resolve("a.csv")));
        ToldSteps told = new ToldSteps();
        destruction(run, key).telling(told).carryOut(Optional.of(TERMS), hub, CLOCK);
        assertThat(told.last("destroying")).hasToString("destroying: 200016 of 200016 bytes");
        assertThat(names()).containsExactly("run.destroyed.json");
        StatementFile.Signed signed = StatementFile.read(certificate);
        assertThat(signed.signer()).isEqualTo(hub.card());
        assertThat(signed.kind()).isEqualTo("destruction");
        JsonNode said = signed.content();
        assertThat(said.path("at").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(said.path("project").asText()).isEqualTo("diabetes");
        assertThat(said.path("destroy_by").asText()).isEqualTo("2026-03-01");
        assertThat(said.path("in_time").asBoolean()).isTrue();
        assertThat(said.path("how").asText()).contains("overwritten once", "backups");
        assertThat(said.path("files").findValuesAsText("name"))
                .containsExactly("run/a.csv", "run/answers.csv", "secret.key", "run/run.json");
        assertThat(said.at("/files/0/sha256").asText()).isEqualTo(digest);
        assertThat(said.at("/files/0/bytes").asLong()).isEqualTo(200_000);
    }

    @Test
    void shortListsOfPeopleHaveNoDigestThatWouldConfirmAGuess() throws IOException {
        Path list = Files.writeString(folder.resolve("withdrawn.txt"), "local-1\n");
        JsonNode said = destruction(run, key, list).carryOut(Optional.of(TERMS), hub, CLOCK);
        for (JsonNode file : said.path("files")) {
            boolean guessable = List.of("run/answers.csv", "withdrawn.txt")
                    .contains(file.path("name").asText());
            assertThat(file.has("sha256")).as(file.path("name").asText()).isEqualTo(!guessable);
        }
    }

    @Test
    void aDayLateIsSaidToBeLate() throws IOException {
        InstantSource nextDay = InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z"));
        JsonNode said = destruction(run).carryOut(Optional.of(TERMS), hub, nextDay);
        assertThat(said.path("in_time").asBoolean()).isFalse();
    }

    @Test
    void aFileThatIsNotKnownStopsItBeforeAnythingGoes() throws IOException {
        Files.writeString(run.resolve("notes.txt"), "mine");
        Map<String, String> before = content();
        assertThatThrownBy(() -> destruction(key, run).carryOut(Optional.of(TERMS), hub, CLOCK))
                .isInstanceOf(UnknownFiles.class)
                .hasMessage("run/notes.txt: no file that a run leaves; nothing was removed");
        assertThat(content()).isEqualTo(before);
        Destruction all = Destruction.of(List.of(run), List.of(), certificate, KNOWN, true);
        assertThat(all.carryOut(Optional.of(TERMS), hub, CLOCK).path("files").findValuesAsText("name"))
                .contains("run/notes.txt");
        assertThat(run).doesNotExist();
    }

    @Test
    void aFolderThatIsNoRunIsNotDestroyedWhateverIsAskedFor() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("letter.txt"), "mine");
        Destruction all = Destruction.of(List.of(run, home), List.of(), certificate, KNOWN, true);
        assertThatThrownBy(() -> all.carryOut(Optional.of(TERMS), hub, CLOCK))
                .isInstanceOf(UnknownFiles.class)
                .hasMessageStartingWith("home/letter.txt: in a folder that is not of a run");
        assertThat(home.resolve("letter.txt")).hasContent("mine");
    }

    @Test
    void aLinkIsNeverFollowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("a.csv"), "others'");
        Files.createSymbolicLink(run.resolve("linked"), outside);
        Files.createSymbolicLink(run.resolve("file"), outside.resolve("a.csv"));
        assertThatThrownBy(() -> destruction(run).carryOut(Optional.of(TERMS), hub, CLOCK))
                .isInstanceOf(UnknownFiles.class)
                .hasMessageStartingWith("run/file, run/linked: ");
        Destruction.of(List.of(run), List.of(), certificate, KNOWN, true).carryOut(Optional.of(TERMS), hub, CLOCK);
        assertThat(run).doesNotExist();
        assertThat(outside.resolve("a.csv")).hasContent("others'");
        Path link = Files.createSymbolicLink(folder.resolve("link"), outside);
        assertThatThrownBy(() -> destruction(link))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a symbolic link");
    }

    /** After any number of files, and after the folder or the certificate too. */
    @Test
    void whatWasStoppedGoesOnFromTheListThatWasSigned() throws IOException {
        List<String> files = destruction(run, key).names();
        for (int gone = 0; gone <= files.size(); gone++) {
            stopAfter(files, gone);
            JsonNode said = destruction(run, key).carryOut(Optional.empty(), hub, CLOCK);
            assertThat(said.path("files")).hasSize(files.size());
            assertThat(said.path("begun_at").asText()).isEqualTo("2026-02-28T12:00:00Z");
            assertThat(names()).containsExactly("run.destroyed.json");
            StatementFile.read(certificate);
            Files.delete(certificate);
            makeRun();
        }
    }

    @Test
    void aFileThatWasOverwrittenAndNotYetDeletedGoesToo() throws IOException {
        stopAfter(List.of(), 0);
        Files.writeString(run.resolve("a.csv"), "half of it is noise");
        destruction(run, key).carryOut(Optional.empty(), hub, CLOCK);
        assertThat(names()).containsExactly("run.destroyed.json");
    }

    @Test
    void whatWasStoppedRightAfterTheCertificateIsDone() throws IOException {
        stopAfter(List.of(), 0);
        Path begun = Destruction.begun(certificate);
        byte[] list = Files.readAllBytes(begun);
        ObjectNode said = destruction(run, key).carryOut(Optional.empty(), hub, CLOCK);
        Files.write(begun, list);
        assertThat(destruction(run, key).carryOut(Optional.empty(), hub, CLOCK)).hasToString(said.toString());
        assertThat(names()).containsExactly("run.destroyed.json");
    }

    @Test
    void nobodyElseGoesOnWithItNorWithOtherFiles() throws IOException {
        stopAfter(List.of(), 0);
        Map<String, String> before = content();
        Identity other = Identity.random("hub");
        assertThatThrownBy(() -> destruction(run, key).carryOut(Optional.empty(), other, CLOCK))
                .isInstanceOf(IdentityFault.class)
                .hasMessage("run.destroyed.json.begun: is no list of files that hub began to destroy");
        assertThatThrownBy(() -> destruction(run).carryOut(Optional.empty(), hub, CLOCK))
                .isInstanceOf(UnknownFiles.class)
                .hasMessageContaining("are not what a destruction was begun of");
        assertThat(content()).isEqualTo(before);
        Files.writeString(run.resolve("came-later"), "new");
        assertThatThrownBy(() -> destruction(run, key).carryOut(Optional.empty(), hub, CLOCK))
                .isInstanceOf(UnknownFiles.class)
                .hasMessageStartingWith("run/came-later: not there when the destruction was begun");
        assertThat(run.resolve("a.csv")).exists();
    }

    @Test
    void aListThatWasChangedIsNotFollowed() throws IOException {
        stopAfter(List.of(), 0);
        Path begun = Destruction.begun(certificate);
        Files.writeString(begun, Files.readString(begun).replace("run/a.csv", "run/b.csv"));
        assertThatThrownBy(() -> destruction(run, key).carryOut(Optional.empty(), hub, CLOCK))
                .isInstanceOf(IdentityFault.class)
                .hasMessageContaining("was changed after hub signed it");
    }

    @Test
    void aCertificateIsNeverWrittenOver() throws IOException {
        Files.writeString(certificate, "{}");
        assertThatThrownBy(() -> destruction(run).carryOut(Optional.of(TERMS), hub, CLOCK))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(run.resolve("a.csv")).exists();
    }

    @Test
    void whatIsNeededAndWhatIsNamedTwiceIsRefused() {
        assertThatThrownBy(() -> Destruction.of(List.of(run), List.of(), run.resolve("c.json"), KNOWN, false))
                .hasMessageContaining("is needed and cannot be among what is destroyed");
        assertThatThrownBy(() -> Destruction.of(List.of(run, key), List.of(key), certificate, KNOWN, false))
                .hasMessageContaining("is needed");
        assertThatThrownBy(() -> destruction(run, run.resolve("a.csv"))).hasMessageContaining("is asked for twice");
        assertThatThrownBy(() -> destruction(run, folder.resolve("x/run"))).hasMessageContaining("name of another");
        assertThatThrownBy(() -> destruction(run, folder.resolve("none")).names())
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void contentIsOverwrittenBeforeTheNameGoes() throws IOException {
        Path file = Files.writeString(folder.resolve("content"), "local-1,".repeat(20_000));
        Path other = Files.createLink(folder.resolve("other-name"), file);
        new Eraser().erase(file);
        assertThat(file).doesNotExist();
        assertThat(Files.size(other)).isEqualTo(160_000);
        assertThat(new String(Files.readAllBytes(other), StandardCharsets.ISO_8859_1))
                .doesNotContain("local");
    }

    private Destruction destruction(Path... paths) throws IOException {
        return Destruction.of(List.of(paths), List.of(), certificate, KNOWN, false);
    }

    /** As the folder is when a destruction of run and key, begun a day before, is stopped after so many files. */
    private void stopAfter(List<String> files, int gone) throws IOException {
        Instant before = NOON.minusSeconds(24 * 3600);
        InstantSource stopped = new InstantSource() {
            private int asked;

            @Override
            public Instant instant() {
                if (asked++ > 0) {
                    throw new IllegalStateException("stopped");
                }
                return before;
            }
        };
        Map<String, byte[]> whole = new TreeMap<>();
        for (String name : destruction(run, key).names()) {
            whole.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        assertThatThrownBy(() -> destruction(run, key).carryOut(Optional.of(TERMS), hub, stopped))
                .hasMessage("stopped");
        assertThat(certificate).doesNotExist();
        for (String name : whole.keySet()) {
            if (files.indexOf(name) >= gone || files.isEmpty()) {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.write(folder.resolve(name), whole.get(name));
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }
}
