package uk.linkage.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extract that cannot be used is refused whole: exit 3, one line with place and rule, nobody's data, no file. */
class BadExtractTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Table GOOD = Table.of(60);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void agree() throws IOException {
        desk = new Desk(folder);
        desk.agree();
    }

    @Test
    void aFieldWithoutAColumnIsNamedWithTheNamesThatWouldBeRecognised() throws IOException {
        desk.put("x.csv", GOOD.headed("hospital_no", "nhs_number", "forename", "clan", "sex", "dob", "postcode"));
        Desk.Outcome outcome =
                desk.refuses(Exit.DATA_QUALITY, "x.csv: line 1: has no column for surname", desk.seal("x.csv"));
        assertThat(outcome.err()).contains("lastname").contains("linkage: hint: say --map surname=COLUMN");
    }

    @Test
    void aMappingToAColumnThatIsNotThereIsRefused() throws IOException {
        Desk.Outcome outcome = desk.refuses(
                Exit.DATA_QUALITY,
                "good.csv: line 1: has no column CLAN, which surname was mapped to",
                desk.seal("good.csv", "--map", "surname=CLAN"));
        assertThat(outcome.err()).contains("linkage: hint: the columns are hospital_no, nhs_number");
        desk.refuses(
                Exit.DATA_QUALITY,
                "has no column CLAN",
                "init",
                desk.at("good.csv"),
                "--map",
                "surname=CLAN",
                "--out",
                desk.at("a2.json"));
    }

    @Test
    void datesThatFitTwoFormsAreNotGuessed() throws IOException {
        desk.put("x.csv", GOOD.with(Table.BIRTH, row -> "0%d/0%d/1960".formatted(1 + row % 9, 1 + row % 7)));
        Desk.Outcome outcome = desk.refuses(
                Exit.DATA_QUALITY,
                "x.csv: column date_of_birth: birth_date fits DD/MM/YYYY and MM/DD/YYYY alike",
                desk.seal("x.csv"));
        assertThat(outcome.err()).contains("hint: say which: --map birth_date=date_of_birth:DD/MM/YYYY");
        desk.does(desk.seal("x.csv", "--map", "birth_date=date_of_birth:DD/MM/YYYY"));
    }

    @Test
    void datesInAnotherFormThanSaidAreToldByTheirFirstLine() throws IOException {
        Desk.Outcome outcome = desk.refuses(
                Exit.DATA_QUALITY,
                "good.csv: line 2: birth_date is not a date as MM/DD/YYYY",
                desk.seal("good.csv", "--map", "birth_date=date_of_birth:MM/DD/YYYY"));
        assertThat(outcome.err()).contains("of 60 rows 60 have a faulty birth_date; the agreement allows 10 %");
    }

    @Test
    void datesInNoKnownFormAreRefused() throws IOException {
        desk.put("x.csv", GOOD.with(Table.BIRTH, row -> "the %dth day".formatted(row + 4)));
        desk.refuses(Exit.DATA_QUALITY, "birth_date is in no known form of date", desk.seal("x.csv"));
    }

    @Test
    void aFaultOfTheFieldThatIsOverItsBoundIsShownAndNotOneOfAnother() throws IOException {
        Table table = GOOD.with(0, Table.POSTCODE, "QQQQQQQQ");
        for (int row = 10; row < 17; row++) {
            table = table.with(row, Table.NHS, "9991234567");
        }
        desk.put("x.csv", table);
        Desk.Outcome outcome =
                desk.refuses(Exit.DATA_QUALITY, "x.csv: line 12: nhs_number fails its check digit", desk.seal("x.csv"));
        assertThat(outcome.err()).contains("of 60 rows 7 have a faulty nhs_number");
    }

    @Test
    void mixedCharacterEncodingsAreRefusedWithTheLineOfEach() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(GOOD.text().getBytes(UTF_8));
        bytes.write("HOSP-9001,,Zo\u00e9lie,Quillonz,F,14/02/1980,LS1 1AA\n".getBytes(UTF_8));
        bytes.write("HOSP-9002,,Zo\u00e9lie,Quillonz,F,14/02/1980,LS1 1AA\n".getBytes(WINDOWS));
        desk.put("x.csv", GOOD, bytes.toByteArray());
        desk.refuses(
                Exit.DATA_QUALITY,
                "x.csv: line 63: is not UTF-8 while line 62 is: the file mixes character encodings",
                desk.seal("x.csv"));
    }

    @Test
    void utf16IsRefusedWithAndWithoutItsMark() throws IOException {
        desk.put("le.csv", GOOD, ("\uFEFF" + GOOD.text()).getBytes(UTF_16LE));
        desk.refuses(Exit.DATA_QUALITY, "le.csv: is UTF-16", desk.seal("le.csv"));
        desk.put("be.csv", GOOD, ("\uFEFF" + GOOD.text()).getBytes(UTF_16BE));
        desk.refuses(Exit.DATA_QUALITY, "be.csv: is UTF-16", desk.seal("be.csv"));
        desk.put("bare.csv", GOOD, GOOD.text().getBytes(UTF_16LE));
        desk.refuses(Exit.DATA_QUALITY, "bare.csv: line 1: holds a zero byte", desk.seal("bare.csv"));
    }

    @Test
    void aZeroByteIsToldByItsLine() throws IOException {
        desk.put("x.csv", GOOD.with(3, Table.SURNAME, "QUIL\u0000LON"));
        desk.refuses(Exit.DATA_QUALITY, "x.csv: line 5: holds a zero byte", desk.seal("x.csv"));
    }

    @Test
    void bytesOfNeitherEncodingAreRefused() throws IOException {
        byte[] bytes = GOOD.text().getBytes(WINDOWS);
        bytes[bytes.length - 3] = (byte) 0x81;
        desk.put("x.csv", GOOD, bytes);
        desk.refuses(Exit.DATA_QUALITY, "x.csv: line 61: is neither UTF-8 nor Windows-1252", desk.seal("x.csv"));
    }

    @Test
    void aQuoteThatIsNotClosedIsToldByTheLineOfItsRow() throws IOException {
        String text = GOOD.text().replace(GOOD.rows().get(7).get(Table.SURNAME), "\"QUILLONOPEN");
        desk.put("x.csv", GOOD, text.getBytes(UTF_8));
        desk.refuses(
                Exit.DATA_QUALITY, "x.csv: line 9: begins a row with a quote that is not closed", desk.seal("x.csv"));
        desk.refuses(
                Exit.DATA_QUALITY,
                "x.csv: line 9: begins a row with a quote that is not closed",
                "init",
                desk.at("x.csv"),
                "--out",
                desk.at("a2.json"));
    }

    @Test
    void textAfterAClosingQuoteIsToldByTheLineOfItsRow() throws IOException {
        String text = GOOD.text("\r\n").replace(GOOD.rows().get(7).get(Table.SURNAME), "\"QUIL\nLON\"TAIL");
        desk.put("x.csv", GOOD, text.getBytes(UTF_8));
        desk.refuses(Exit.DATA_QUALITY, "x.csv: line 9: begins a row with a quote", desk.seal("x.csv"));
    }

    @Test
    void aQuoteThatIsNotClosedInTheHeaderIsRefused() throws IOException {
        desk.put("x.csv", GOOD, ("\"" + GOOD.text()).getBytes(UTF_8));
        desk.refuses(Exit.DATA_QUALITY, "x.csv: line 1: begins a row with a quote", desk.seal("x.csv"));
    }

    @Test
    void anEmptyFileAndAHeaderWithoutRowsAreRefused() throws IOException {
        desk.put("empty.csv", "");
        desk.refuses(Exit.DATA_QUALITY, "empty.csv: is empty", desk.seal("empty.csv"));
        desk.put("mark.csv", "\uFEFF\n\n");
        desk.refuses(Exit.DATA_QUALITY, "mark.csv: is empty", desk.seal("mark.csv"));
        desk.put("header.csv", Table.of(0));
        desk.refuses(Exit.DATA_QUALITY, "header.csv: has a header but no rows", desk.seal("header.csv"));
    }

    @Test
    void aColumnNamedTwiceIsRefused() throws IOException {
        desk.put("x.csv", GOOD.headed("hospital_no", "nhs_number", "Name", "NAME", "sex", "dob", "postcode"));
        desk.refuses(Exit.DATA_QUALITY, "x.csv: line 1: names the column NAME twice", desk.seal("x.csv"));
    }

    @Test
    void aFirstLineOfValuesIsNotToldAsNamesOfColumns() throws IOException {
        String text = GOOD.text().substring(GOOD.text().indexOf('\n') + 1);
        desk.put("x.csv", GOOD, text.getBytes(UTF_8));
        String rule = "x.csv: line 1: holds values, not names of columns";
        desk.refuses(Exit.DATA_QUALITY, rule, desk.seal("x.csv", "--map", "local_id=hospital_no"));
        desk.refuses(Exit.DATA_QUALITY, rule, "init", desk.at("x.csv"), "--out", desk.at("a2.json"));
        Table without = GOOD.with(Table.NHS, row -> "").with(Table.ID, row -> "R" + row);
        desk.put(
                "y.csv",
                without,
                without.text().substring(without.text().indexOf('\n') + 1).getBytes(UTF_8));
        desk.refuses(Exit.DATA_QUALITY, "y.csv: line 1: holds values", desk.seal("y.csv"));
    }

    @Test
    void tooManyRaggedRowsAreToldByTheFirst() throws IOException {
        desk.put("x.csv", GOOD, (GOOD.text() + "HOSP-9001,only,three\n").getBytes(UTF_8));
        Desk.Outcome outcome =
                desk.refuses(Exit.DATA_QUALITY, "x.csv: line 62: has 3 values, the header has 7", desk.seal("x.csv"));
        assertThat(outcome.err()).contains("of 61 rows 1 cannot be used; the agreement allows 1 %");
    }

    @Test
    void missingAndRepeatedLocalIdsAreToldByTheirLines() throws IOException {
        desk.put("missing.csv", GOOD.with(30, Table.ID, ""));
        desk.refuses(Exit.DATA_QUALITY, "missing.csv: line 32: has no local_id", desk.seal("missing.csv"));
        desk.put("twice.csv", GOOD.with(30, Table.ID, "HOSP-0002"));
        desk.refuses(
                Exit.DATA_QUALITY, "twice.csv: line 32: repeats a local_id of an earlier line", desk.seal("twice.csv"));
    }

    @Test
    void localIdsThatAreNhsNumbersDoNotLeaveTheProvider() throws IOException {
        desk.refuses(
                Exit.DATA_QUALITY,
                "good.csv: local_id holds NHS Numbers, which may not leave the provider",
                desk.seal("good.csv", "--map", "local_id=nhs_number"));
        desk.put("three.csv", Table.of(3).with(Table.ID, Table::nhsNumber).with(Table.NHS, row -> ""));
        desk.refuses(Exit.DATA_QUALITY, "three.csv: local_id holds NHS Numbers", desk.seal("three.csv"));
        desk.put("one.csv", GOOD.with(8, Table.ID, GOOD.rows().get(8).get(Table.NHS)));
        desk.refuses(
                Exit.DATA_QUALITY,
                "one.csv: line 10: has the person's NHS Number for a local_id",
                desk.seal("one.csv"));
    }

    @Test
    void aFileThatIsNotThereOrIsAFolderIsRefused() throws IOException {
        desk.refuses(Exit.USAGE, "none.csv does not exist", desk.seal("none.csv"));
        Files.createDirectory(desk.path("folder.csv"));
        desk.refuses(Exit.DATA_QUALITY, "folder.csv: is a folder, not a CSV file", desk.seal("folder.csv"));
    }

    @Test
    void whatIsReadIsNeverWrittenOver() throws IOException {
        String rule = "would be written over what is read";
        desk.refuses(Exit.USAGE, rule, desk.seal("good.csv", "--opted-out", desk.at("hospital.sealed")));
        desk.refuses(Exit.USAGE, rule, "init", desk.at("good.csv"), "--out", desk.at("good.csv"));
    }

    @Test
    void aRefusedExtractLeavesAnEarlierSealedFileAsItWas() throws IOException {
        desk.put("few.csv", GOOD.with(5, Table.POSTCODE, "QQQQQQQQ"));
        desk.does(desk.seal("few.csv"));
        assertThat(desk.faults()).containsExactly("7,postcode,\"is not a UK postcode\"");
        desk.put("x.csv", GOOD.with(30, Table.ID, "").with(31, Table.ID, ""));
        desk.refuses(Exit.DATA_QUALITY, "x.csv: line 32: has no local_id", desk.seal("x.csv"));
    }

    @Test
    void optOutsThatCannotBeAppliedStopTheSealing() throws IOException {
        desk.put("more.txt", Table.nhsNumber(3) + ",\n" + Table.nhsNumber(4) + ",ZENOBIA\n");
        desk.refuses(
                Exit.OPT_OUT_NOT_APPLIED,
                "more.txt: line 2: is more than an NHS Number or local id",
                desk.seal("good.csv", "--opted-out", desk.at("more.txt")));
        Files.write(desk.path("utf16.txt"), ("\uFEFF" + Table.nhsNumber(3)).getBytes(UTF_16LE));
        desk.refuses(
                Exit.OPT_OUT_NOT_APPLIED,
                "utf16.txt: is not UTF-8",
                desk.seal("good.csv", "--opted-out", desk.at("utf16.txt")));
        desk.put("numbers.txt", Table.nhsNumber(3) + ",\n");
        desk.refuses(
                Exit.OPT_OUT_NOT_APPLIED,
                "numbers.txt: lists NHS Numbers, and good.csv has no column of those",
                desk.seal("good.csv", "--map", "nhs_number=", "--opted-out", desk.at("numbers.txt")));
        desk.refuses(Exit.USAGE, "none.txt does not exist", desk.seal("good.csv", "--opted-out", desk.at("none.txt")));
    }
}
