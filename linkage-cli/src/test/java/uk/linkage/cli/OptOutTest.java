package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.secret.OwnerOnly;

/** Nothing is sealed before opt-outs are honoured: exit 6, one line with place and rule, nobody's data, no file. */
class OptOutTest {
    private static final String NOT_APPLIED = "the National Data Opt-Out: was not applied";

    @TempDir
    private Path folder;

    private Desk desk;

    /** As for real people: the extract says nothing that would make the check needless. */
    @BeforeEach
    void agreeToCheck() throws IOException {
        desk = new Desk(folder);
        desk.put("good.csv", Table.of(60));
        assertThat(desk.does("init", desk.at("good.csv"), "--opt-outs", "check", "--out", desk.at("agreement.json"))
                        .err())
                .contains("whoever seals must check the National Data Opt-Out");
        desk.does("key", "new", "--out", desk.at("secret.key"));
    }

    @Test
    void theCheckFileHasEachNumberOnceAndIsForItsOwnerAlone() throws IOException {
        desk.put(
                "twice.csv", Table.of(60).with(1, Table.NHS, Table.nhsNumber(0)).with(2, Table.NHS, "1234567890"));
        Desk.Outcome outcome = export("twice.csv");
        Path file = Path.of(outcome.out().strip());
        assertThat(file.getFileName().toString()).matches("X26HC-[0-9]{6}-0001\\.dat");
        assertThat(Files.readString(file)).isEqualTo(lines(",\n", 0, 60, 1, 2));
        OwnerOnly.require(file);
        assertThat(outcome.err())
                .contains("60 rows: 58 NHS Numbers to check; 1 at fault were left out; 1 rows have none");
        assertThat(Path.of(export("twice.csv").out().strip()).getFileName().toString())
                .endsWith("-0002.dat");
    }

    @Test
    void aCheckFileThatIsThereOrCannotBeNamedIsRefused() throws IOException {
        export("good.csv", "--sequence", "7");
        desk.refuses(Exit.USAGE, "-0007.dat is there already", words("good.csv", "--sequence", "7"));
        desk.refuses(Exit.USAGE, "--sequence must be from 1 to 9999", words("good.csv", "--sequence", "0"));
        desk.refuses(
                Exit.USAGE,
                "--mailbox must be 1 to 20 letters and digits",
                "optout",
                "export",
                desk.at("good.csv"),
                "--mailbox",
                "../x",
                "--out",
                desk.at("send"));
        desk.put("none.csv", "id,surname\nA1,Hill\n");
        desk.refuses(Exit.OPT_OUT_NOT_APPLIED, "none.csv: has no column of NHS Numbers to check", words("none.csv"));
    }

    @Test
    void withoutAnswerOrReasonNothingIsSealed() throws IOException {
        Desk.Outcome outcome = desk.refuses(Exit.OPT_OUT_NOT_APPLIED, NOT_APPLIED, desk.seal("good.csv"));
        assertThat(outcome.err()).contains("linkage: hint: ", "--checked and --cleaned", "--no-opt-out-check REASON");
    }

    @Test
    void onlyThoseWhoCameBackAreSealedAndTheFileSaysSo() throws IOException {
        desk.put("grown.csv", Table.of(62).with(5, Table.NHS, ""));
        answer(lines(",\r\n", 3, 60, 7));
        desk.put("local.txt", "HOSP-0011\n");
        desk.put("also.txt", Table.nhsNumber(12) + "\n");
        Desk.Outcome outcome = desk.does(sealChecked(
                "grown.csv", "--opted-out", desk.at("local.txt"), "--opted-out", desk.at("also.txt"), "--json"));
        assertThat(outcome.err())
                .contains(
                        "opt-outs: 4 rows removed for the National Data Opt-Out, 2 whose NHS Number was not in the check"
                                + " file, 2 for a local list, 0 not opted in; 1 rows without an NHS Number cannot be checked and stay")
                .contains("62 rows: 8 opted out, 0 left out, 54 sealed");
        assertThat(outcome.out())
                .contains("\"rows_opted_out\" : 8", "\"national\" : 4", "\"not_in_check_file\" : 2", "\"local\" : 2")
                .contains("\"checked\" : 60", "\"cleaned\" : 56");
        assertThat(desk.does("inspect", desk.at("hospital.sealed")).out())
                .contains("\"national\" : \"cleaned\"", "\"checked\" : 60", "\"cleaned\" : 56", "\"local\" : true");
    }

    @Test
    void theRunRecordsHowEachProviderHonouredThem() throws IOException {
        answer(lines(",\n", 1, 60));
        desk.does(sealChecked("good.csv"));
        String[] other = desk.seal("good.csv", "--no-opt-out-check", "Approved, reference 1");
        other[List.of(other).indexOf("hospital")] = "council";
        other[List.of(other).indexOf(desk.at("hospital.sealed"))] = desk.at("council.sealed");
        assertThat(desk.does(other).err()).contains("the National Data Opt-Out was not checked: Approved, reference 1");
        desk.does("link", desk.at("hospital.sealed"), desk.at("council.sealed"), "--out", desk.at("run"));
        assertThat(Files.readString(desk.path("run").resolve("run.json")))
                .contains("\"national\" : \"cleaned\"", "\"national\" : \"exempt\"")
                .contains("\"reason\" : \"Approved, reference 1\"");
    }

    @Test
    void onlyWhoOptedInGoesOn() throws IOException {
        desk.put("donors.txt", "HOSP-0001\n" + Table.nhsNumber(2) + "\nHOSP-0003,\n");
        Desk.Outcome outcome =
                desk.does(desk.seal("good.csv", "--no-opt-out-check", "donated", "--opted-in", desk.at("donors.txt")));
        assertThat(outcome.err()).contains("57 not opted in", "60 rows: 57 opted out, 0 left out, 3 sealed");
    }

    @Test
    void anAnswerOfAnotherCheckIsRefused() throws IOException {
        answer(lines(",\n", 0, 61));
        desk.refuses(
                Exit.OPT_OUT_NOT_APPLIED,
                "answer.dat: line 61: holds an NHS Number that is not in check.dat",
                sealChecked("good.csv"));
        answer("");
        desk.refuses(Exit.OPT_OUT_NOT_APPLIED, "answer.dat: clears nobody", sealChecked("good.csv"));
        assertThat(desk.does(sealChecked("good.csv", "--nobody-cleared")).err())
                .contains("60 rows: 60 opted out, 0 left out, 0 sealed");
    }

    @Test
    void aCheckFileOfAnotherExtractIsRefused() throws IOException {
        desk.put("check.dat", lines(",\n", 0, 20));
        desk.put("answer.dat", lines(",\n", 0, 20));
        desk.refuses(
                Exit.OPT_OUT_NOT_APPLIED,
                "check.dat: lacks the NHS Numbers of 40 rows of good.csv, which are most",
                sealChecked("good.csv"));
    }

    @Test
    void wordsThatDoNotGoTogetherAreRefused() throws IOException {
        answer(lines(",\n", 0, 60));
        desk.refuses(
                Exit.USAGE,
                "--checked and --cleaned go together",
                desk.seal("good.csv", "--checked", desk.at("check.dat")));
        desk.refuses(
                Exit.USAGE,
                "--no-opt-out-check does not go with",
                sealChecked("good.csv", "--no-opt-out-check", "why"));
        desk.refuses(
                Exit.USAGE, "--no-opt-out-check must be a reason", desk.seal("good.csv", "--no-opt-out-check", " "));
        desk.refuses(Exit.USAGE, "--nobody-cleared goes with", desk.seal("good.csv", "--nobody-cleared"));
    }

    @Test
    void testDataNeedNoCheckAndTheAgreementSaysWhy() throws IOException {
        desk.does("init", desk.at("good.csv"), "--out", desk.at("agreement.json"));
        assertThat(Files.readString(desk.path("agreement.json")))
                .contains("\"opt_out_exemption\" : \"test data: all NHS Numbers are of the range 999");
        assertThat(desk.does(desk.seal("good.csv")).err()).contains("was not checked: test data");
        assertThat(desk.does("check", desk.at("agreement.json")).err())
                .contains("the National Data Opt-Out is not checked, because: test data");
    }

    @Test
    void anExtractWithoutNumbersNeedsNoCheckEither() throws IOException {
        desk.put("x.csv", Table.of(60).with(Table.NHS, row -> ""));
        assertThat(desk.does("init", desk.at("x.csv"), "--out", desk.at("agreement.json"))
                        .err())
                .contains("will not be checked: no NHS Numbers in the extract");
        desk.does(desk.seal("x.csv"));
    }

    @Test
    void aReasonMayBeAgreed() throws IOException {
        assertThat(desk.does(
                                "init",
                                desk.at("good.csv"),
                                "--opt-outs",
                                "exempt: Approved, reference 1",
                                "--out",
                                desk.at("agreement.json"))
                        .err())
                .contains("will not be checked: Approved, reference 1");
        desk.does(desk.seal("good.csv"));
        for (String wrong : List.of("exempt:", "no", "exempt: ")) {
            desk.refuses(
                    Exit.USAGE,
                    "--opt-outs must be check, or",
                    "init",
                    desk.at("good.csv"),
                    "--opt-outs",
                    wrong,
                    "--out",
                    desk.at("a2.json"));
        }
    }

    /** The numbers of rows from one to before another, but for some, each followed by that end. */
    private static String lines(String end, int from, int to, Integer... without) {
        return IntStream.range(from, to)
                .filter(row -> !List.of(without).contains(row))
                .mapToObj(row -> Table.nhsNumber(row) + end)
                .collect(Collectors.joining());
    }

    private void answer(String text) throws IOException {
        desk.put("check.dat", lines(",\n", 0, 60));
        desk.put("answer.dat", text);
    }

    private Desk.Outcome export(String extract, String... more) {
        return desk.does(words(extract, more));
    }

    private String[] words(String extract, String... more) {
        List<String> words = new ArrayList<>(
                List.of("optout", "export", desk.at(extract), "--mailbox", "X26HC", "--out", desk.at("send")));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private String[] sealChecked(String extract, String... more) {
        List<String> words =
                new ArrayList<>(List.of("--checked", desk.at("check.dat"), "--cleaned", desk.at("answer.dat")));
        words.addAll(List.of(more));
        return desk.seal(extract, words.toArray(String[]::new));
    }
}
