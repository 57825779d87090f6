package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extract with a few faults is sealed without them, and each is counted and listed by line and rule. */
class AcceptedExtractTest {
    private static final Table GOOD = Table.of(60).with(4, Table.SURNAME, "Quillon\u00e9z");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void agree() throws IOException {
        desk = new Desk(folder);
        desk.agree();
    }

    @Test
    void theWayAFileIsWrittenDoesNotMatter() throws IOException {
        byte[] plain = sealed("plain.csv", GOOD.text().getBytes(UTF_8));
        assertThat(sealed("mark.csv", ("\uFEFF" + GOOD.text()).getBytes(UTF_8))).isEqualTo(plain);
        assertThat(sealed("crlf.csv", GOOD.text("\r\n").getBytes(UTF_8))).isEqualTo(plain);
        assertThat(sealed("last.csv", GOOD.text().strip().getBytes(UTF_8))).isEqualTo(plain);
        assertThat(sealed("spaced.csv", GOOD.text().replace(",", " , ").getBytes(UTF_8)))
                .isEqualTo(plain);
        assertThat(sealed("lines.csv", GOOD.text().replace("\n", "\n\n").getBytes(UTF_8)))
                .isEqualTo(plain);
        assertThat(sealed("windows.csv", GOOD.text().getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(plain);
    }

    @Test
    void windowsTextIsReadWithAWarning() throws IOException {
        desk.put("x.csv", GOOD, GOOD.text().getBytes(Charset.forName("windows-1252")));
        assertThat(desk.does(desk.seal("x.csv")).err()).contains("x.csv is not UTF-8; read as Windows-1252");
    }

    @Test
    void aFewInvalidNumbersAreCountedAndListedByLine() throws IOException {
        desk.put("x.csv", GOOD.with(9, Table.NHS, "9991234567").with(20, Table.NHS, "99912345"));
        Desk.Outcome outcome = desk.does(desk.seal("x.csv", "--json"));
        assertThat(outcome.err())
                .contains("line 11: nhs_number fails its check digit", "line 22: nhs_number does not have ten digits")
                .contains("0 rows left out and 2 values taken as missing");
        assertThat(outcome.out()).contains("\"faulty_values\" : 2", "\"records\" : 60", "\"rows_rejected\" : 0");
        assertThat(desk.faults())
                .containsExactly(
                        "11,nhs_number,\"fails its check digit\"", "22,nhs_number,\"does not have ten digits\"");
    }

    @Test
    void linesAreCountedFromWhereARowBeginsWhateverBreaksTheLines() throws IOException {
        for (String lineEnd : List.of("\n", "\r\n")) {
            Table table = GOOD.with(2, Table.SURNAME, "QUIL" + lineEnd + "LON" + lineEnd + "EZZ")
                    .with(9, Table.NHS, "9991234567")
                    .with(20, Table.SURNAME, "QUIL" + lineEnd + "LON")
                    .with(20, Table.POSTCODE, "QQQQQQQQ");
            String text = table.text(lineEnd);
            desk.put(
                    "x.csv",
                    table,
                    text.substring(0, text.length() - lineEnd.length()).getBytes(UTF_8));
            desk.does(desk.seal("x.csv"));
            assertThat(desk.faults())
                    .containsExactly("13,nhs_number,\"fails its check digit\"", "24,postcode,\"is not a UK postcode\"");
        }
    }

    @Test
    void everyRowReadIsOptedOutOrRejectedOrSealed() throws IOException {
        Table table = Table.of(400)
                .with(40, Table.ID, "")
                .with(41, Table.ID, "HOSP-0002")
                .with(42, Table.NHS, "9991234567")
                .with(43, Table.NHS, "9991234567");
        desk.put("x.csv", table);
        desk.put(
                "opted-out.txt",
                "\uFEFF" + Table.nhsNumber(7) + ",\r\n" + spaced(Table.nhsNumber(8)) + "\nHOSP-0043\n\nnobody,\n");
        Desk.Outcome outcome = desk.does(desk.seal("x.csv", "--opted-out", desk.at("opted-out.txt"), "--json"));
        assertThat(outcome.out())
                .contains("\"rows_read\" : 400", "\"rows_opted_out\" : 3", "\"rows_rejected\" : 2", "\"records\" : 395")
                .contains("\"faulty_values\" : 1");
        assertThat(outcome.err()).contains("400 rows: 3 opted out, 2 left out, 395 sealed");
        assertThat(desk.faults())
                .containsExactly(
                        "42,row,\"has no local_id\"",
                        "43,row,\"repeats a local_id of an earlier line\"",
                        "44,nhs_number,\"fails its check digit\"");
    }

    @Test
    void peopleOptOutByNumberThoughTheAgreementDoesWithoutIt() throws IOException {
        String mapping = "nhs_number=";
        desk.does("init", desk.at("good.csv"), "--map", mapping, "--out", desk.at("agreement.json"));
        assertThat(Files.readString(desk.path("agreement.json"))).doesNotContain("nhs_number");
        desk.put("opted-out.txt", Table.nhsNumber(7) + ",\n");
        assertThat(desk.does(desk.seal("good.csv", "--opted-out", desk.at("opted-out.txt")))
                        .err())
                .contains("60 rows: 1 opted out, 0 left out, 59 sealed");
    }

    @Test
    void aListOfFaultsThatIsNoLongerTrueIsTakenAway() throws IOException {
        desk.put("x.csv", GOOD.with(9, Table.NHS, "9991234567"));
        desk.does(desk.seal("x.csv"));
        assertThat(desk.path("hospital.sealed.faults.csv")).exists();
        desk.does(desk.seal("good.csv"));
        assertThat(desk.path("hospital.sealed.faults.csv")).doesNotExist();
    }

    @Test
    void aFieldThatIsNotHeldIsMissingInEveryRecord() throws IOException {
        desk.put("x.csv", withoutColumn(GOOD, Table.POSTCODE));
        assertThat(desk.does(desk.seal("x.csv", "--map", "postcode=")).err()).contains("60 sealed");
    }

    private byte[] sealed(String name, byte[] content) throws IOException {
        desk.put(name, GOOD, content);
        desk.does(desk.seal(name));
        return Files.readAllBytes(desk.path("hospital.sealed"));
    }

    private static String spaced(String number) {
        return number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
    }

    private static Table withoutColumn(Table table, int column) {
        List<List<String>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(without(row, column)));
        return new Table(without(table.header(), column), rows);
    }

    private static List<String> without(List<String> row, int column) {
        List<String> rest = new ArrayList<>(row);
        rest.remove(column);
        return rest;
    }
}
