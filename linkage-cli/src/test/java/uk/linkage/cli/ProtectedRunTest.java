package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFile;

/** Sealed files between parties who know each other's cards, at the command line. */
class ProtectedRunTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private Identity hospital;

    @BeforeEach
    void everybodyHasAnIdentity() throws IOException {
        desk = new Desk(folder);
        desk.agree();
        hospital = party("hospital");
        for (String name : List.of("gp", "hub", "other")) {
            party(name);
        }
    }

    @Test
    void whatIsSealedForTheHubIsLinkedByTheHub() throws IOException {
        seal("hospital");
        seal("gp");
        desk.does(link("hub", "hospital.card", "gp.card"));
        JsonNode inputs = CanonicalJson.parse(Files.readAllBytes(desk.path("run/run.json")))
                .path("inputs");
        assertThat(inputs).hasSize(2);
        JsonNode protection = inputs.get(0).path("protection");
        assertThat(protection.path("cipher").asText()).isEqualTo("hpke-x25519/aes-256-gcm-stream");
        assertThat(protection.path("signer_fingerprint").asText())
                .isEqualTo(hospital.card().fingerprint());
        assertThat(Files.readAllLines(desk.path("run/crosswalk-hospital.csv"))).hasSize(61);
    }

    @Test
    void aFileIsInspectedWithoutAKey() throws IOException {
        seal("hospital");
        Desk.Outcome outcome = desk.does("inspect", desk.at("hospital.sealed"));
        JsonNode seen = CanonicalJson.parse(outcome.out().getBytes(UTF_8));
        assertThat(seen.at("/protection/signer").asText()).isEqualTo("hospital");
        assertThat(seen.at("/protection/recipient").asText()).isEqualTo("hub");
        assertThat(seen.path("records").asInt()).isEqualTo(60);
        assertThat(outcome.err()).contains(hospital.card().fingerprint());
    }

    @Test
    void aFileWithoutProtectionIsSaidToBeOneAndRecordedAsOne() throws IOException {
        assertThat(desk.does(desk.seal("good.csv")).err()).contains("NEITHER ENCRYPTED NOR SIGNED");
        desk.does(plain("gp"));
        Desk.Outcome outcome =
                desk.does("link", desk.at("hospital.sealed"), desk.at("gp.sealed"), "--out", desk.at("run"));
        assertThat(outcome.err()).contains("WARNING: hospital.sealed is NEITHER ENCRYPTED NOR SIGNED");
        JsonNode run = CanonicalJson.parse(Files.readAllBytes(desk.path("run/run.json")));
        assertThat(run.at("/inputs/1/protection/cipher").asText()).isEqualTo("none");
    }

    @Test
    void whoeverHasNoPartInItIsRefused() throws IOException {
        seal("hospital");
        seal("gp");
        desk.refuses(Exit.INCOMPATIBLE, "is encrypted for hub (", link("other", "hospital.card", "gp.card"));
        desk.refuses(Exit.INCOMPATIBLE, "whose card is not among the trusted ones", link("hub", "hospital.card"));
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "is encrypted for hub and signed by hospital",
                "link",
                desk.at("hospital.sealed"),
                desk.at("gp.sealed"),
                "--out",
                desk.at("run"));
        desk.does(plain("gp"));
        desk.refuses(
                Exit.INCOMPATIBLE,
                "gp.sealed: is neither encrypted nor signed",
                link("hub", "hospital.card", "gp.card"));
    }

    @Test
    void halfAProtectionIsNone() throws IOException {
        desk.refuses(
                Exit.USAGE, "--hub and --identity go together", desk.seal("good.csv", "--hub", desk.at("hub.card")));
        desk.refuses(
                Exit.USAGE,
                "--hub and --identity go together",
                desk.seal("good.csv", "--identity", desk.at("hospital.identity")));
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "the identity is of gp, and the provider that seals is hospital",
                desk.seal("good.csv", "--hub", desk.at("hub.card"), "--identity", desk.at("gp.identity")));
        seal("hospital");
        desk.refuses(
                Exit.USAGE,
                "--identity and --from go together",
                "link",
                desk.at("hospital.sealed"),
                "--identity",
                desk.at("hub.identity"),
                "--out",
                desk.at("run"));
    }

    @Test
    void aFileChangedOnItsWayIsRefused() throws IOException {
        seal("hospital");
        seal("gp");
        byte[] changed = Files.readAllBytes(desk.path("gp.sealed"));
        changed[changed.length - 1000] ^= 1;
        Files.write(desk.path("gp.sealed"), changed);
        desk.refuses(
                Exit.INCOMPATIBLE,
                "gp.sealed: was changed after it was sealed",
                link("hub", "hospital.card", "gp.card"));
    }

    @Test
    void aFileGoesInPartsAndTheMissingOneIsNamed() throws IOException {
        seal("hospital");
        desk.does("parts", "split", desk.at("hospital.sealed"), "--out", desk.at("parts"));
        desk.does("parts", "join", desk.at("parts"), "--out", desk.at("again.sealed"));
        assertThat(desk.path("again.sealed")).hasSameBinaryContentAs(desk.path("hospital.sealed"));
        Files.delete(desk.path("parts/part-00001"));
        desk.refuses(
                Exit.INCOMPATIBLE,
                "missing are part-00001",
                "parts",
                "join",
                desk.at("parts"),
                "--out",
                desk.at("other.sealed"));
        desk.refuses(
                Exit.USAGE,
                "--size must be 1 MiB or more",
                "parts",
                "split",
                desk.at("hospital.sealed"),
                "--out",
                desk.at("none"),
                "--size",
                "0");
    }

    private Identity party(String name) throws IOException {
        Identity identity = Identity.random(name);
        IdentityFile.write(identity, desk.path(name + ".identity"), Optional.empty());
        IdentityCard.write(identity, desk.path(name + ".card"));
        return identity;
    }

    private void seal(String provider) {
        List<String> words = new ArrayList<>(Arrays.asList(plain(provider)));
        words.addAll(List.of("--hub", desk.at("hub.card"), "--identity", desk.at(provider + ".identity")));
        assertThat(desk.does(words.toArray(String[]::new)).err()).doesNotContain("WARNING");
    }

    private String[] plain(String provider) {
        return Arrays.stream(desk.seal("good.csv"))
                .map(word -> word.equals("hospital") ? provider : word.replace("hospital.sealed", provider + ".sealed"))
                .toArray(String[]::new);
    }

    private String[] link(String reader, String... cards) {
        List<String> words = new ArrayList<>(List.of("link", desk.at("hospital.sealed"), desk.at("gp.sealed")));
        words.addAll(List.of("--out", desk.at("run"), "--identity", desk.at(reader + ".identity"), "--from"));
        Arrays.stream(cards).map(desk::at).forEach(words::add);
        return words.toArray(String[]::new);
    }
}
