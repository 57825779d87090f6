package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed files, runs, truths and payloads that cannot be used. */
class BadRunTest {
    private static final Table GOOD = Table.of(60);

    private static Desk made;
    private static Path run;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void sealAndLink(@TempDir Path folder, @TempDir Path elsewhere) throws IOException {
        made = new Desk(folder);
        made.agree();
        seal(made, "hospital", "secret.key", "agreement.json");
        seal(made, "council", "secret.key", "agreement.json");
        run = elsewhere.resolve("run");
        made.does("link", made.at("hospital.sealed"), made.at("council.sealed"), "--out", run.toString());
    }

    @BeforeEach
    void sitDown() throws IOException {
        desk = made.copiedTo(folder);
    }

    /** As {@code link} of both files would, which was done once. */
    private void linked() throws IOException {
        PathUtils.copyDirectory(run, desk.path("run"));
    }

    @Test
    void aSealedFileCutAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(desk.path("hospital.sealed"));
        for (int length : lengths(whole.length)) {
            Files.write(desk.path("cut.sealed"), Arrays.copyOf(whole, length));
            desk.refuses(Exit.INCOMPATIBLE, "cut.sealed: ", link("cut", "council"));
        }
    }

    private static List<Integer> lengths(int whole) {
        return List.of(
                0,
                1,
                16,
                17,
                18,
                21,
                22,
                500,
                whole / 3,
                whole / 2,
                whole - 200,
                whole - 36,
                whole - 34,
                whole - 2,
                whole - 1);
    }

    @Test
    void aSealedFileChangedAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(desk.path("hospital.sealed"));
        Random random = new Random(20260101);
        for (int i = 0; i < 40; i++) {
            byte[] changed = whole.clone();
            int at = i < 20 ? i : random.nextInt(whole.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(desk.path("changed.sealed"), changed);
            desk.refuses(Exit.INCOMPATIBLE, "changed.sealed: ", link("changed", "council"));
        }
    }

    @Test
    void aSealedFileWithSomethingAfterItIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(desk.path("hospital.sealed"));
        Files.write(desk.path("long.sealed"), Arrays.copyOf(whole, whole.length + 1));
        desk.refuses(Exit.INCOMPATIBLE, "long.sealed: has bytes after its end", link("long", "council"));
    }

    @Test
    void aFileThatWasNeverSealedIsRefused() throws IOException {
        Files.copy(desk.path("good.csv"), desk.path("csv.sealed"));
        desk.refuses(Exit.INCOMPATIBLE, "csv.sealed: is not a sealed file of this version", link("csv", "council"));
        desk.refuses(Exit.INCOMPATIBLE, "csv.sealed: is not a sealed file", "inspect", desk.at("csv.sealed"));
        desk.refuses(Exit.USAGE, "none.sealed does not exist", link("none", "council"));
    }

    @Test
    void filesUnderDifferentSecretsAreRefusedByTheirCheckValues() throws IOException {
        desk.does("key", "new", "--out", desk.at("other.key"));
        seal("gp", "other.key", "agreement.json");
        Desk.Outcome outcome = desk.refuses(
                Exit.INCOMPATIBLE,
                "hospital.sealed and gp.sealed were sealed under different secrets: check values ",
                link("hospital", "gp"));
        assertThat(outcome.err()).doesNotContain("different agreements");
    }

    @Test
    void filesUnderDifferentAgreementsAreRefusedWithWhatDiffers() throws IOException {
        String text = Files.readString(desk.path("agreement.json"));
        Files.writeString(desk.path("second.json"), text.replace("\"project\" : \"study\"", "\"project\" : \"other\""));
        Files.delete(desk.path("secret.key.used.json")); // as where the secret lies at two providers
        seal("gp", "secret.key", "second.json");
        desk.refuses(
                Exit.INCOMPATIBLE,
                "hospital.sealed and gp.sealed were sealed under different agreements: project: study against other",
                link("hospital", "gp"));
    }

    @Test
    void aProviderComesOnce() throws IOException {
        desk.refuses(Exit.INCOMPATIBLE, "two files are of the provider hospital", link("hospital", "hospital"));
    }

    @Test
    void oneFileThatHoldsEachPersonOnceIsNotEnough() throws IOException {
        desk.refuses(
                Exit.USAGE,
                "hospital.sealed is sealed as holding each person once, so there is nothing to link in it alone",
                "link",
                desk.at("hospital.sealed"),
                "--out",
                desk.at("run"));
    }

    @Test
    void aRunFolderThatHoldsSomethingIsLeftAsItIs() throws IOException {
        linked();
        desk.refuses(Exit.USAGE, "run is there already", link("hospital", "council"));
        Files.writeString(desk.path("file"), "something");
        desk.refuses(
                Exit.USAGE,
                "file is there already",
                "link",
                desk.at("hospital.sealed"),
                desk.at("council.sealed"),
                "--out",
                desk.at("file"));
    }

    @Test
    void anEmptyRunFolderIsFilled() throws IOException {
        Files.createDirectory(desk.path("run"));
        desk.does(link("hospital", "council"));
        assertThat(desk.content().keySet().stream().filter(name -> name.startsWith("run")))
                .containsExactly(
                        "run",
                        "run/assurance",
                        "run/assurance/agreement.json",
                        "run/assurance/counts.csv",
                        "run/assurance/dpia.html",
                        "run/assurance/dpia.md",
                        "run/assurance/report.html",
                        "run/assurance/run.json",
                        "run/crosswalk-council.csv",
                        "run/crosswalk-hospital.csv",
                        "run/report.html",
                        "run/review-key.csv",
                        "run/review.csv",
                        "run/run.json",
                        "run/scores.csv");
    }

    @Test
    void aBlockTooLargeForAllItsPairsIsSearchedAndNotLeftOut() throws IOException {
        Table twins = Table.of(101)
                .with(Table.FORENAME, row -> "ZENOBIA")
                .with(Table.SURNAME, row -> "QUILLON")
                .with(Table.BIRTH, row -> "31/12/1980");
        desk.put("good.csv", twins);
        seal("hospital", "secret.key", "agreement.json");
        seal("council", "secret.key", "agreement.json");
        assertThat(desk.does(link("hospital", "council")).err())
                .contains("101 links")
                .doesNotContain("pairs to the other rules");
    }

    @Test
    void aTruthThatBreaksItsRulesIsRefusedByLine() throws IOException {
        linked();
        refusesTruth("", "truth.csv: is empty");
        refusesTruth("a,b,c,d\n", "truth.csv: line 1: a truth has two columns");
        refusesTruth("a,b\nHOSP-0001\n", "truth.csv: line 2: has 1 fields, the header has 2");
        refusesTruth(
                "a,b\nHOSP-0001,HOSP-0001\nHOSP-0001,HOSP-0001\n", "truth.csv: line 3: this pair was given before");
        refusesTruth("a,b\n\"HOSP-0001,HOSP-0001\n", "truth.csv: line ");
        refusesTruth("provider,local_id,person\nprison,HOSP-0001,1\n", "truth.csv: line 2: provider is none of");
        desk.refuses(Exit.USAGE, "none.csv does not exist", "evaluate", desk.at("run"), "--truth", desk.at("none.csv"));
    }

    private void refusesTruth(String text, String rule) throws IOException {
        desk.put("truth.csv", text);
        desk.refuses(Exit.DATA_QUALITY, rule, "evaluate", desk.at("run"), "--truth", desk.at("truth.csv"));
    }

    @Test
    void aFolderThatIsNoRunIsRefused() throws IOException {
        desk.put("truth.csv", "a,b\nHOSP-0001,HOSP-0001\n");
        Files.createDirectory(desk.path("run"));
        String[] evaluate = {"evaluate", desk.at("run"), "--truth", desk.at("truth.csv")};
        desk.refuses(Exit.USAGE, "run.json does not exist", evaluate);
        for (String text :
                new String[] {"{", "{}", "{\"inputs\": [{\"provider\": \"../a\"}, {\"provider\": \"b\"}]}"}) {
            desk.put("run/run.json", text);
            desk.refuses(Exit.DATA_QUALITY, "run.json: is not", evaluate);
        }
    }

    @Test
    void aCrosswalkThatWasChangedIsRefusedByLine() throws IOException {
        linked();
        Path crosswalk = desk.path("run/crosswalk-hospital.csv");
        Files.writeString(crosswalk, Files.readString(crosswalk) + "HOSP-0077,S123\n");
        String rule = "crosswalk-hospital.csv: line 62: study_id is not S and 16 characters";
        desk.refuses(Exit.DATA_QUALITY, rule, attach("good.csv", "hospital_no", "out.csv"));
        desk.put("truth.csv", "a,b\nHOSP-0001,HOSP-0001\n");
        desk.refuses(Exit.DATA_QUALITY, rule, "evaluate", desk.at("run"), "--truth", desk.at("truth.csv"));
    }

    @Test
    void aPayloadWithoutTheColumnsNamedIsRefused() throws IOException {
        linked();
        desk.refuses(Exit.DATA_QUALITY, "good.csv: line 1: has no column ward", attach("good.csv", "ward", "out.csv"));
        desk.refuses(
                Exit.DATA_QUALITY,
                "good.csv: line 1: has no column ward",
                attach("good.csv", "hospital_no", "out.csv", "--keep", "ward"));
    }

    @Test
    void aRaggedOrBrokenPayloadLeavesNothing() throws IOException {
        linked();
        desk.put("ragged.csv", GOOD, (GOOD.text() + "HOSP-0001,only,three\n").getBytes(UTF_8));
        desk.refuses(
                Exit.DATA_QUALITY,
                "ragged.csv: line 62: has 3 values, the header has 7",
                attach("ragged.csv", "hospital_no", "out.csv"));
        desk.put("broken.csv", GOOD, (GOOD.text() + "HOSP-0001,\"QUILLONOPEN\n").getBytes(UTF_8));
        desk.refuses(
                Exit.DATA_QUALITY,
                "broken.csv: line 62: begins a row with a quote that is not closed",
                attach("broken.csv", "hospital_no", "out.csv"));
    }

    @Test
    void attachingNeverWritesOverWhatItReads() throws IOException {
        linked();
        String rule = "would be written over what is read";
        desk.refuses(Exit.USAGE, rule, attach("good.csv", "hospital_no", "good.csv"));
        desk.refuses(Exit.USAGE, rule, attach("good.csv", "hospital_no", "run/../run/crosswalk-hospital.csv"));
    }

    private String[] attach(String payload, String id, String out, String... more) {
        String crosswalk = desk.at("run/crosswalk-hospital.csv");
        List<String> words = new ArrayList<>(List.of("attach", desk.at(payload), "--crosswalk", crosswalk));
        words.addAll(List.of("--id", id, "--out", desk.at(out)));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private String[] link(String left, String right) {
        return new String[] {"link", desk.at(left + ".sealed"), desk.at(right + ".sealed"), "--out", desk.at("run")};
    }

    private void seal(String provider, String secret, String agreement) {
        seal(desk, provider, secret, agreement);
    }

    private static void seal(Desk desk, String provider, String secret, String agreement) {
        desk.does(
                "seal",
                desk.at("good.csv"),
                "--agreement",
                desk.at(agreement),
                "--secret",
                desk.at(secret),
                "--provider",
                provider,
                "--out",
                desk.at(provider + ".sealed"));
    }
}
