package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agreements and secrets that cannot be used, and words on the command line that do not fit. */
class BadAgreementTest {
    private static final String ACCEPTED =
            "{ \"risk\" : \"few-taps\", \"where\" : \"encoding.hardening\", \"reason\" : \"a rehearsal\" }";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void agree() throws IOException {
        desk = new Desk(folder);
        desk.agree();
    }

    @Test
    void everyFaultOfAnAgreementIsToldOnALineOfItsOwn() throws IOException {
        set("taps", "0");
        set("link", "7");
        change("agreement.json", "\"epoch\" : 1", "\"epoch\" : 1, \"colour\" : \"red\"");
        change("agreement.json", "\"rejected_rows\" : 0.01,", "");
        Map<String, String> before = desk.content();
        for (String[] words : new String[][] {desk.seal("good.csv"), {"check", desk.at("agreement.json")}}) {
            Desk.Outcome outcome = desk.run(words);
            assertThat(outcome.code()).isEqualTo(Exit.INVALID_AGREEMENT);
            assertThat(outcome.errors())
                    .hasSize(4)
                    .anyMatch(line -> line.contains("encoding.hardening[0].taps: must be a whole number from 1 to 64"))
                    .anyMatch(line -> line.contains("decide.link: must be a number from 0.5 to 1"))
                    .anyMatch(line -> line.contains("colour: is not known"))
                    .anyMatch(line -> line.contains("bounds.rejected_rows: is missing"));
        }
        assertThat(desk.content()).isEqualTo(before);
    }

    @Test
    void aRiskIsRefusedUntilItIsAcceptedWithAReason() throws IOException {
        set("taps", "4");
        desk.refuses(
                Exit.INVALID_AGREEMENT,
                "encoding.hardening: few-taps: has a diffusion with 4 taps, and attacks get through below 8; accept it"
                        + " with a reason in accepted_risks or take 8 taps or more",
                desk.seal("good.csv"));
        change("agreement.json", "\"accepted_risks\" : [ ]", "\"accepted_risks\" : [ " + ACCEPTED + " ]");
        assertThat(desk.does("check", desk.at("agreement.json")).err())
                .contains("accepted risk: few-taps at encoding.hardening, because: a rehearsal");
    }

    @Test
    void anAcceptedRiskIsShownWithItsReasonOfASealedFileAndOfARun() throws IOException {
        set("taps", "4");
        change("agreement.json", "\"accepted_risks\" : [ ]", "\"accepted_risks\" : [ " + ACCEPTED + " ]");
        desk.does(desk.seal("good.csv"));
        assertThat(shown(desk.does("inspect", desk.at("hospital.sealed")).out()))
                .contains(ACCEPTED);
        Files.move(desk.path("hospital.sealed"), desk.path("first.sealed"));
        String[] words = seal("gp");
        desk.does(words);
        desk.does("link", desk.at("first.sealed"), desk.at("hospital.sealed"), "--out", desk.at("run"));
        assertThat(shown(Files.readString(desk.path("run/run.json")))).contains(ACCEPTED);
    }

    private static String shown(String json) {
        return json.replaceAll("\\s+", " ");
    }

    @Test
    void anAcceptedRiskThatIsNotTakenIsRefused() throws IOException {
        change("agreement.json", "\"accepted_risks\" : [ ]", "\"accepted_risks\" : [ " + ACCEPTED + " ]");
        desk.refuses(
                Exit.INVALID_AGREEMENT,
                "accepted_risks: accepts few-taps at encoding.hardening, which this agreement does not take",
                "check",
                desk.at("agreement.json"));
    }

    @Test
    void anAgreementThatIsNotJsonIsToldByLineAndColumn() throws IOException {
        change("agreement.json", "\"epoch\" :", "\"epoch\" ;");
        desk.refuses(Exit.INVALID_AGREEMENT, "is not JSON: line 6, column", desk.seal("good.csv"));
    }

    @Test
    void anAgreementOnOtherRulesOfNormalisationIsRefused() throws IOException {
        change("agreement.json", "\"normaliser\" : \"2026.1\"", "\"normaliser\" : \"2031.7\"");
        desk.refuses(
                Exit.INVALID_AGREEMENT,
                "normaliser: is 2031.7, and this version follows 2026.1",
                desk.seal("good.csv"));
    }

    @Test
    void fieldsThatAreTooCommonMakeNoAgreement() throws IOException {
        Table table = Table.of(60).headed("hospital_no", "a", "b", "c", "sex", "d", "e");
        desk.put("x.csv", table);
        Desk.Outcome outcome = desk.run("init", desk.at("x.csv"), "--out", desk.at("a2.json"));
        assertThat(outcome.code()).isEqualTo(Exit.INVALID_AGREEMENT);
        assertThat(outcome.err()).contains("is shared by too many people");
        assertThat(desk.path("a2.json")).doesNotExist();
    }

    @Test
    void anAgreementThatIsNotThereIsRefused() throws IOException {
        Files.delete(desk.path("agreement.json"));
        desk.refuses(Exit.USAGE, "agreement.json does not exist", desk.seal("good.csv"));
    }

    @Test
    void anAgreementAppearsWithItsColumnsOrNotAtAll() throws IOException {
        Files.createDirectory(desk.path("a2.columns.json"));
        desk.refuses(
                Exit.UNEXPECTED,
                "a2.columns.json: is a folder",
                "init",
                desk.at("good.csv"),
                "--out",
                desk.at("a2.json"));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        desk.refuses(
                Exit.USAGE,
                folder.resolve("none") + " does not exist",
                "init",
                desk.at("good.csv"),
                "--out",
                desk.at("none/a2.json"));
    }

    @Test
    void aSecretThatOthersMayReadIsRefused() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        for (String rights : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(desk.path("secret.key"), PosixFilePermissions.fromString(rights));
            desk.refuses(
                    Exit.KEY_OR_PERMISSION,
                    "secret.key: others than its owner may read this file; take that right away with: chmod 600",
                    desk.seal("good.csv"));
        }
    }

    @Test
    void aSecretThatIsDamagedIsRefusedAndNotShown() throws IOException {
        String whole = Files.readString(desk.path("secret.key"));
        String secret = whole.replaceAll("(?s).*\"secret\" : \"([^\"]*)\".*", "$1");
        for (String damaged : new String[] {
            whole.replace(secret, (secret.charAt(0) == 'A' ? "B" : "A") + secret.substring(1)),
            whole.replace(secret, secret.substring(4)),
            whole.replace(secret, "*".repeat(44)),
            whole.replace(secret, "A".repeat(43) + "="),
            whole.replace("\"linkage_secret\" : 1", "\"linkage_secret\" : 2"),
            whole.substring(0, whole.length() / 2),
            ""
        }) {
            Files.writeString(desk.path("secret.key"), damaged);
            Desk.Outcome outcome = desk.refuses(Exit.KEY_OR_PERMISSION, "secret.key: ", desk.seal("good.csv"));
            assertThat(outcome.err()).doesNotContain(secret.substring(8, 24));
        }
    }

    @Test
    void aSecretIsNeverWrittenOver() throws IOException {
        desk.refuses(Exit.USAGE, "secret.key is there already", "key", "new", "--out", desk.at("secret.key"));
    }

    @Test
    void aMappingFileThatIsNoneIsRefused() throws IOException {
        for (String text :
                new String[] {"{", "{}", "{\"linkage_columns\": 1, \"columns\": {\"surname\": [\"surname\"]}}", "[1]"
                }) {
            desk.put("columns.json", text);
            desk.refuses(
                    Exit.DATA_QUALITY,
                    "columns.json: is not",
                    desk.seal("good.csv", "--columns", desk.at("columns.json")));
        }
    }

    @Test
    void wordsThatDoNotFitAreRefused() throws IOException {
        desk.refuses(Exit.USAGE, "a command is needed");
        desk.refuses(Exit.USAGE, "say what: linkage key new", "key");
        desk.refuses(Exit.USAGE, "Unmatched argument", "conjure");
        desk.refuses(Exit.USAGE, "Unknown option: '--loud'", desk.seal("good.csv", "--loud"));
        desk.refuses(Exit.USAGE, "Missing required option", "seal", desk.at("good.csv"));
        desk.refuses(Exit.USAGE, "FIELD=COLUMN", desk.seal("good.csv", "--map", "surname"));
        desk.refuses(Exit.USAGE, "--provider must be", seal("The Hospital"));
        desk.refuses(Exit.USAGE, "--provider must be", seal("../hospital"));
        desk.refuses(
                Exit.USAGE,
                "--destroy-by",
                "init",
                desk.at("good.csv"),
                "--destroy-by",
                "tomorrow",
                "--out",
                desk.at("a2.json"));
        desk.refuses(
                Exit.DATA_QUALITY,
                "good.csv: colour is not a kind of field",
                "init",
                desk.at("good.csv"),
                "--map",
                "eyes:colour=sex",
                "--out",
                desk.at("a2.json"));
    }

    private String[] seal(String provider) {
        String[] words = desk.seal("good.csv");
        for (int i = 1; i < words.length; i++) {
            words[i] = words[i - 1].equals("--provider") ? provider : words[i];
        }
        return words;
    }

    /** Whatever the profile proposes for that number. */
    private void set(String property, String number) throws IOException {
        String text = Files.readString(desk.path("agreement.json"));
        String changed = text.replaceFirst("\"" + property + "\" : [0-9.]+", "\"" + property + "\" : " + number);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(desk.path("agreement.json"), changed);
    }

    private void change(String name, String from, String to) throws IOException {
        String text = Files.readString(desk.path(name));
        assertThat(text).contains(from);
        Files.writeString(desk.path(name), text.replace(from, to));
    }
}
