package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests are made for those who need them, and extracts that have them are linked by them; both say why that is weaker. */
class OpenPseudonymiseTest {
    private static final int PEOPLE = 300;
    private static final Table TABLE = Table.of(PEOPLE);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void salt() throws IOException {
        desk = new Desk(folder);
        Files.setPosixFilePermissions(desk.put("salt.txt", "mackerel\n"), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void itSaysWhyADigestIsWeakerAndWhatStays() throws IOException {
        desk.put("x.csv", TABLE.with(4, Table.NHS, ""));
        Desk.Outcome outcome = desk.does(digests("x.csv", "--nhs-number", "NHSNumber"));
        assertThat(outcome.err())
                .contains(
                        "linkage: warning: AN OPENPSEUDONYMISER DIGEST IS NOT SAFE",
                        "in minutes",
                        "one salt serves all")
                .contains("these columns name people and stay as they are: forename, surname")
                .contains("300 rows in ", "of them 1 without a digest since they lack a value");
        List<String> lines = Files.readAllLines(desk.path("x.csv.digests.csv"));
        assertThat(lines.get(0)).isEqualTo("Digest,hospital_no,forename,surname,sex,date_of_birth,postcode");
        assertThat(lines.get(1)).matches("[0-9A-F]{64},HOSP-0000,.*");
        assertThat(lines.get(5)).startsWith("\"\",HOSP-0004,");
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        desk.put("x.csv", TABLE);
        desk.refuses(Exit.USAGE, "--nhs-number must name one of the values", digests("x.csv", "--nhs-number", "DOB"));
        desk.refuses(Exit.DATA_QUALITY, "has no column born", digests("x.csv", "--value", "DOB=born"));
        Files.write(desk.path("salt.txt"), "mack\u00e9rel".getBytes(StandardCharsets.ISO_8859_1));
        desk.refuses(Exit.KEY_OR_PERMISSION, "salt.txt: is not a plain salt", digests("x.csv"));
        Files.writeString(desk.path("salt.txt"), "mackerel");
        Files.setPosixFilePermissions(desk.path("salt.txt"), PosixFilePermissions.fromString("rw-r--r--"));
        desk.refuses(Exit.KEY_OR_PERMISSION, "others than its owner may read", digests("x.csv"));
    }

    /** Names, numbers and whole dates are gone; by digest, sex, postcode and birth alone the same people are found. */
    @Test
    void extractsAreLinkedByTheDigestsTheyCameWith() throws IOException {
        desk.put("a.csv", TABLE);
        desk.put("b.csv", TABLE.with(Table.ID, row -> "GP-%04d".formatted(row)).with(Table.POSTCODE, row -> ""));
        desk.does(digests("a.csv"));
        desk.does(digests("b.csv"));
        without("a.csv.digests.csv");
        without("b.csv.digests.csv");
        Desk.Outcome init = desk.does(
                "init", desk.at("a.csv.digests.csv"), "--map", "digest=Digest", "--out", desk.at("agreement.json"));
        assertThat(init.err())
                .contains(
                        "digest (identifier) from Digest",
                        "digest is weaker than what is sealed of an NHS Number itself")
                .contains("will not be checked: no NHS Numbers in the extract");
        desk.does("key", "new", "--out", desk.at("secret.key"));
        for (String side : List.of("a", "b")) {
            Desk.Outcome sealed = desk.does(
                    "seal",
                    desk.at(side + ".csv.digests.csv"),
                    "--map",
                    "digest=Digest",
                    "--agreement",
                    desk.at("agreement.json"),
                    "--secret",
                    desk.at("secret.key"),
                    "--provider",
                    side,
                    "--out",
                    desk.at(side + ".sealed"));
            assertThat(sealed.err()).contains("digest is weaker");
        }
        desk.does("link", desk.at("a.sealed"), desk.at("b.sealed"), "--out", desk.at("run"));
        StringBuilder truth = new StringBuilder("a,b\n");
        for (int row = 0; row < PEOPLE; row++) {
            truth.append("HOSP-%04d,GP-%04d%n".formatted(row, row));
        }
        desk.put("truth.csv", truth.toString());
        String out = desk.run("evaluate", desk.at("run"), "--truth", desk.at("truth.csv"), "--json")
                .out();
        assertThat(out).contains("\"recall\" : 1", "\"precision\" : 1");
    }

    @Test
    void aColumnOfDigestsIsPointedOut() throws IOException {
        desk.put("a.csv", TABLE);
        desk.does(digests("a.csv"));
        assertThat(desk.does("init", desk.at("a.csv.digests.csv"), "--out", desk.at("agreement.json"))
                        .err())
                .contains("can be linked by with --map digest=Digest");
    }

    /** Takes the columns of names away. */
    private void without(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(desk.path(name))) {
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            cells.subList(2, 4).clear();
            lines.add(String.join(",", cells));
        }
        Files.write(desk.path(name), lines);
    }

    private String[] digests(String extract, String... more) {
        List<String> words = new ArrayList<>(List.of("openpseudonymise", desk.at(extract)));
        words.addAll(List.of("--value", "NHSNumber=nhs_number", "--salt", desk.at("salt.txt")));
        words.addAll(List.of("--out", desk.at(extract + ".digests.csv")));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
