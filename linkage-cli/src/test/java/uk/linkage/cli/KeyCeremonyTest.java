package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;

/** The linkage secret from its making to its end, as providers type it. */
class KeyCeremonyTest {
    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
        put("passphrase", PASSPHRASE);
    }

    @Test
    void anIdentityHasACardWithTheFingerprintThatIsPrinted() throws IOException {
        Desk.Outcome made = identity("hospital");
        JsonNode card = show("hospital.card");
        assertThat(card.path("name").asText()).isEqualTo("hospital");
        assertThat(card.path("fingerprint").asText()).isEqualTo(made.out().strip());
        JsonNode identity = show("hospital.identity");
        assertThat(identity.path("under_passphrase").asBoolean()).isFalse();
        assertThat(identity.path("fingerprint")).isEqualTo(card.path("fingerprint"));
        assertShowsNoSecret("hospital.identity", "keys");
    }

    @Test
    void anIdentityOrCardIsNeverOverwritten() throws IOException {
        identity("gp");
        String[] again = {"key", "identity", "--name", "gp", "--out", desk.at("gp.identity")};
        desk.refuses(Exit.USAGE, "gp.card is there already", again);
        Files.delete(desk.path("gp.card"));
        desk.refuses(Exit.USAGE, "gp.identity is there already", again);
        desk.refuses(Exit.USAGE, "--name must be", "key", "identity", "--name", "G P", "--out", desk.at("x"));
    }

    @Test
    void aLockedIdentityOpensWithItsPassphraseAlone() throws IOException {
        String passphrase = desk.at("passphrase");
        desk.does(
                "key",
                "identity",
                "--name",
                "gp",
                "--out",
                desk.at("gp.identity"),
                "--lock",
                "--passphrase-file",
                passphrase);
        assertThat(show("gp.identity", "--passphrase-file", passphrase)
                        .path("name")
                        .asText())
                .isEqualTo("gp");
        put("wrong", "battery staple horse");
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "the passphrase is not this file's",
                "key",
                "show",
                desk.at("gp.identity"),
                "--passphrase-file",
                desk.at("wrong"));
        if (System.console() == null) {
            desk.refuses(
                    Exit.KEY_OR_PERMISSION, "there is no terminal to ask at", "key", "show", desk.at("gp.identity"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPassphraseFileThatOthersMayReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(desk.path("passphrase"), PosixFilePermissions.fromString("rw-r--r--"));
        String[] words = {
            "key", "new", "--out", desk.at("s"), "--lock", "--secret-passphrase-file", desk.at("passphrase")
        };
        desk.refuses(Exit.KEY_OR_PERMISSION, "passphrase: others than its owner may read this file", words);
    }

    @Test
    void aSecretIsShownWithoutItself() throws IOException {
        Desk.Outcome made = bound("secret.key");
        JsonNode shown = show("secret.key");
        assertThat(shown.path("project").asText()).isEqualTo("linkage");
        assertThat(shown.path("epoch").asInt()).isEqualTo(1);
        assertThat(shown.path("providers")).extracting(JsonNode::asText).containsExactly("gp", "hospital");
        assertThat(shown.path("key_check").asText()).isEqualTo(made.out().strip());
        assertShowsNoSecret("secret.key", "secret");
    }

    @Test
    void whatIsNoFileOfKeysIsNotShown() throws IOException {
        for (String content : List.of("{}", "[]", "local_id,name\n", "{\"linkage_agreement\":1}", "")) {
            desk.put("other", content);
            desk.refuses(Exit.KEY_OR_PERMISSION, "other: ", "key", "show", desk.at("other"));
        }
        desk.refuses(Exit.USAGE, "does not exist", "key", "show", desk.at("missing"));
    }

    @Test
    void epochAndProvidersGoWithAProject() throws IOException {
        desk.refuses(Exit.USAGE, "go with --project", "key", "new", "--epoch", "2", "--out", desk.at("s"));
        desk.refuses(Exit.USAGE, "go with --project", "key", "new", "--providers", "gp", "--out", desk.at("s"));
        desk.refuses(Exit.KEY_OR_PERMISSION, "a project is", "key", "new", "--project", "Mine", "--out", desk.at("s"));
    }

    @Test
    void aBoundSecretSealsForItsProjectEpochAndProvidersAlone() throws IOException {
        agree();
        bound("secret.key");
        desk.does(desk.seal("good.csv"));
        assertThat(desk.path("secret.key.used.json")).doesNotExist();
        agreementSays("epoch", 2);
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "this secret is for project linkage, epoch 1, and the agreement is of project linkage, epoch 2",
                desk.seal("good.csv"));
        agreementSays("epoch", 1);
        String[] council = desk.seal("good.csv");
        council[Arrays.asList(council).indexOf("hospital")] = "council";
        desk.refuses(Exit.KEY_OR_PERMISSION, "this secret is not for council; its providers are gp, hospital", council);
    }

    @Test
    void anUnboundSecretSealsForTheFirstProjectItIsUsedFor() throws IOException {
        agree();
        desk.does("key", "new", "--out", desk.at("secret.key"));
        desk.does(desk.seal("good.csv"));
        assertThat(desk.path("secret.key.used.json")).content().contains("\"linkage\"");
        Files.delete(desk.path("hospital.sealed"));
        desk.does(desk.seal("good.csv"));
        agreementSays("project", "another");
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "this secret was used for project linkage, epoch 1, and the agreement is of project another, epoch 1",
                desk.seal("good.csv"));
    }

    @Test
    void aRefusedSealDoesNotUseUpASecret() throws IOException {
        agree();
        desk.does("key", "new", "--out", desk.at("secret.key"));
        desk.put("bad.csv", "no,such,column\n1,2,3\n");
        assertThat(desk.run(desk.seal("bad.csv")).code()).isNotZero();
        assertThat(desk.path("secret.key.used.json")).doesNotExist();
    }

    @Test
    void whereTheUseOfASecretCannotBeNotedItIsSaid() throws IOException {
        agree();
        desk.does("key", "new", "--out", desk.at("secret.key"));
        Files.createDirectories(desk.path("secret.key.used.json").resolve("in-the-way"));
        assertThat(desk.does(desk.seal("good.csv")).err())
                .contains("secret.key.used.json could not be written; nothing here will refuse it for another project");
    }

    @Test
    void theUseOfASecretOnStandardInputCannotBeNotedAndItIsSaid() throws IOException {
        agree();
        desk.does("key", "new", "--out", desk.at("secret.key"));
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(Files.readAllBytes(desk.path("secret.key"))));
            String[] words = desk.seal("good.csv");
            words[Arrays.asList(words).indexOf(desk.at("secret.key"))] = "-";
            assertThat(desk.does(words).err())
                    .contains(
                            "the secret came from standard input and is bound to no project; nothing here will refuse it");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aSecretOfSomebodysOwnMakingIsRefused() throws IOException {
        agree();
        String base64 = Base64.getEncoder()
                .encodeToString("the name of our hospital in 2026".getBytes(StandardCharsets.US_ASCII));
        put("secret.key", "{\"linkage_secret\":1,\"key_check\":\"0123456789abcdef\",\"secret\":\"" + base64 + "\"}");
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "secret.key: is a text somebody typed, not random bytes",
                desk.seal("good.csv"));
    }

    @Test
    void aLockedSecretSealsWithItsPassphrase() throws IOException {
        agree();
        String[] lock = {"--lock", "--secret-passphrase-file", desk.at("passphrase")};
        desk.does(words(lock, "key", "new", "--out", desk.at("secret.key")));
        desk.does(desk.seal("good.csv", "--secret-passphrase-file", desk.at("passphrase")));
        put("wrong", "battery staple horse");
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "secret.key: the passphrase is not this file's",
                desk.seal("good.csv", "--secret-passphrase-file", desk.at("wrong")));
    }

    @Test
    void aSecretTravelsWrapped() throws IOException {
        identity("hospital");
        Desk.Outcome gp = identity("gp");
        String check = bound("secret.key").out();
        Desk.Outcome wrapped = desk.does(wrap("gp.card", "secret.for-gp"));
        assertThat(wrapped.out()).isEqualTo(gp.out());
        JsonNode shown = show("secret.for-gp");
        assertThat(shown.at("/for/name").asText()).isEqualTo("gp");
        assertThat(shown.at("/signed_by/name").asText()).isEqualTo("hospital");
        assertThat(desk.does(unwrap("gp.identity", "hospital.card", "gp.key")).out())
                .isEqualTo(check);
        assertThat(show("gp.key")).isEqualTo(show("secret.key"));
        assertThat(Files.readString(desk.path("secret.for-gp")))
                .doesNotContain(base64(desk.path("secret.key"), "secret"));
    }

    @Test
    void aWrappedSecretIsRefusedToOthersAndFromOthers() throws IOException {
        identity("hospital");
        identity("gp");
        identity("hub");
        bound("secret.key");
        desk.does(wrap("gp.card", "secret.for-gp"));
        desk.refuses(Exit.KEY_OR_PERMISSION, "this secret is not for hub", wrap("hub.card", "x"));
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "secret.for-gp: is for gp, and this identity is of hub",
                unwrap("hub.identity", "hospital.card", "x"));
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "secret.for-gp: is signed by hospital, whose card is not among those trusted",
                unwrap("gp.identity", "gp.card", "x"));
        desk.refuses(
                Exit.USAGE,
                "say whom you trust",
                "key",
                "unwrap",
                desk.at("secret.for-gp"),
                "--identity",
                desk.at("gp.identity"),
                "--out",
                desk.at("x"));
        desk.refuses(
                Exit.USAGE,
                "say who you are",
                "key",
                "wrap",
                desk.at("secret.key"),
                "--for",
                desk.at("gp.card"),
                "--out",
                desk.at("x"));
    }

    @Test
    void sharesGiveTheSecretBack() throws IOException {
        String check = bound("secret.key").out();
        desk.does(
                "key", "split", desk.at("secret.key"), "--shares", "3", "--threshold", "2", "--out", desk.at("shares"));
        String first = desk.at("shares/share-1-of-3.json");
        String third = desk.at("shares/share-3-of-3.json");
        assertThat(desk.does("key", "join", third, first, "--out", desk.at("joined.key"))
                        .out())
                .isEqualTo(check);
        assertThat(show("joined.key")).isEqualTo(show("secret.key"));
        assertThat(show("shares/share-3-of-3.json").path("index").asInt()).isEqualTo(3);
        assertShowsNoSecret("shares/share-3-of-3.json", "share");
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "2 shares are needed to join this secret, and 1 is too few",
                "key",
                "join",
                first,
                "--out",
                desk.at("x"));
    }

    @Test
    void theNextEpochHasASecretOfItsOwn() throws IOException {
        String check = bound("secret.key").out();
        String[] lock = {"--lock", "--secret-passphrase-file", desk.at("passphrase")};
        Desk.Outcome next =
                desk.does(words(lock, "key", "rotate", desk.at("secret.key"), "--out", desk.at("secret-2.key")));
        assertThat(next.out()).isNotEqualTo(check);
        JsonNode shown = show("secret-2.key", "--passphrase-file", desk.at("passphrase"));
        assertThat(shown.path("epoch").asInt()).isEqualTo(2);
        assertThat(shown.path("under_passphrase").asBoolean()).isTrue();
        desk.does("key", "new", "--out", desk.at("unbound.key"));
        desk.refuses(
                Exit.KEY_OR_PERMISSION,
                "this secret is bound to no project",
                "key",
                "rotate",
                desk.at("unbound.key"),
                "--out",
                desk.at("x"));
    }

    @Test
    void aDestroyedSecretLeavesASignedRecord() throws IOException {
        identity("hospital");
        String check = bound("secret.key").out().strip();
        desk.does("key", "destroy", desk.at("secret.key"), "--identity", desk.at("hospital.identity"));
        assertThat(desk.path("secret.key")).doesNotExist();
        JsonNode shown = show("secret.key.destroyed.json");
        assertThat(shown.path("key_check").asText()).isEqualTo(check);
        assertThat(shown.at("/signed_by/name").asText()).isEqualTo("hospital");
        String changed =
                Files.readString(desk.path("secret.key.destroyed.json")).replace(check, "0123456789abcdef");
        desk.put("changed.json", changed);
        desk.refuses(
                Exit.KEY_OR_PERMISSION, "was changed after hospital signed it", "key", "show", desk.at("changed.json"));
    }

    @Test
    void withoutARecordNothingIsDestroyed() throws IOException {
        identity("hospital");
        bound("secret.key");
        desk.put("record.json", "there");
        List<String> words = new ArrayList<>(List.of("key", "destroy", desk.at("secret.key")));
        desk.refuses(Exit.USAGE, "say who you are", words.toArray(String[]::new));
        words.addAll(List.of("--identity", desk.at("hospital.identity"), "--out", desk.at("record.json")));
        desk.refuses(Exit.USAGE, "record.json is there already", words.toArray(String[]::new));
    }

    private Desk.Outcome identity(String name) {
        return desk.does("key", "identity", "--name", name, "--out", desk.at(name + ".identity"));
    }

    private Desk.Outcome bound(String file) {
        return desk.does("key", "new", "--project", "linkage", "--providers", "hospital,gp", "--out", desk.at(file));
    }

    private String[] wrap(String card, String out) {
        return new String[] {
            "key",
            "wrap",
            desk.at("secret.key"),
            "--for",
            desk.at(card),
            "--identity",
            desk.at("hospital.identity"),
            "--out",
            desk.at(out)
        };
    }

    private String[] unwrap(String identity, String card, String out) {
        return new String[] {
            "key",
            "unwrap",
            desk.at("secret.for-gp"),
            "--identity",
            desk.at(identity),
            "--from",
            desk.at(card),
            "--out",
            desk.at(out)
        };
    }

    private JsonNode show(String file, String... more) throws IOException {
        Desk.Outcome shown = desk.does(words(more, "key", "show", desk.at(file)));
        return CanonicalJson.parse(shown.out().getBytes(StandardCharsets.UTF_8));
    }

    private void assertShowsNoSecret(String file, String property) throws IOException {
        Desk.Outcome shown = desk.does("key", "show", desk.at(file));
        String base64 = base64(desk.path(file), property);
        assertThat(base64).hasSizeGreaterThan(40);
        for (int at = 0; at + 8 <= base64.length(); at++) {
            assertThat(shown.out() + shown.err()).doesNotContain(base64.substring(at, at + 8));
        }
    }

    private static String base64(Path file, String property) throws IOException {
        return CanonicalJson.parse(Files.readAllBytes(file)).path(property).asText();
    }

    private static String[] words(String[] more, String... first) {
        List<String> words = new ArrayList<>(List.of(first));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** A good extract and an agreement on it, of project {@code linkage} and epoch 1. */
    private void agree() throws IOException {
        desk.put("good.csv", Table.of(60));
        desk.does("init", desk.at("good.csv"), "--out", desk.at("agreement.json"));
        agreementSays("project", "linkage");
    }

    private void agreementSays(String property, Object value) throws IOException {
        ObjectNode agreement = (ObjectNode) CanonicalJson.parse(Files.readAllBytes(desk.path("agreement.json")));
        agreement.putPOJO(property, value);
        Files.writeString(desk.path("agreement.json"), CanonicalJson.pretty(agreement));
    }

    /** A file of its owner's alone. */
    private void put(String name, String text) throws IOException {
        Path file = desk.put(name, text);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
