package uk.linkage.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstRowIsTheHeader() throws IOException {
        Path file = file("a,b\n1,2\n");
        try (CsvRows rows = CsvRows.open(file)) {
            assertThat(rows.header()).containsExactly("a", "b");
        }
        assertThat(fields(file)).containsExactly(List.of("1", "2"));
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoPartOfTheData() throws IOException {
        Path file = file("\uFEFFa,b\r\n1,2\r\n");
        try (CsvRows rows = CsvRows.open(file)) {
            assertThat(rows.header()).containsExactly("a", "b");
        }
        assertThat(fields(file)).containsExactly(List.of("1", "2"));
    }

    @Test
    void howManyRowsThereAreIsToldByTheLengthOfThoseSoFar() throws IOException {
        Path file = file("a,b\n" + "123,456\n".repeat(5000));
        ToldSteps told = new ToldSteps();
        try (CsvRows rows = CsvRows.open(file, told)) {
            Step step = told.last("reading " + file.getFileName());
            assertThat(step.total()).isZero();
            for (int row = 0; row < 2000; row++) {
                rows.next();
            }
            assertThat(step.total()).isBetween(5000L, 5050L);
            while (rows.next().isPresent()) {
                continue;
            }
            assertThat(step.done()).isEqualTo(5000);
        }
    }

    @Test
    void fieldsAreHandedOutAsWritten() throws IOException {
        assertThat(fields(file("a,b\n\" x, \"\"y\"\" \", =1+1 \n"))).containsExactly(List.of(" x, \"y\" ", " =1+1 "));
    }

    @Test
    void emptyLinesAndAMissingLastLineBreakAreNoMatter() throws IOException {
        assertThat(fields(file("a,b\n\n1,2\n\n\n3,4"))).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void aRowKnowsTheLineItBeginsOn() throws IOException {
        try (CsvRows rows = CsvRows.open(file("a,b\n\"1\n1\",2\n3,4\n"))) {
            assertThat(rows.next().orElseThrow().line()).isEqualTo(2);
            assertThat(rows.next().orElseThrow().line()).isEqualTo(4);
        }
    }

    @Test
    void aRowOfAnotherLengthIsRefusedWithItsLine() throws IOException {
        Path file = file("a,b\n1,2\nsecret\n");
        assertThatThrownBy(() -> fields(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("x.csv: line 3: has 1 fields, the header has 2");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = file("");
        assertThatThrownBy(() -> CsvRows.open(file)).hasMessage("x.csv: is empty, a header was expected");
    }

    @Test
    void aQuoteOutOfPlaceIsRefusedWithoutTheText() throws IOException {
        Path trailing = file("a,b\n1,\"secret\"s\n");
        assertThatThrownBy(() -> fields(trailing))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("x.csv: line 2: a quoted field is not closed properly")
                .hasNoCause();
        Path open = file("a,b\n1,\"secret\n");
        assertThatThrownBy(() -> fields(open))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("a quoted field is not closed properly");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = folder.resolve("x.csv");
        Files.write(file, "a,b\nKoci\u00f1,2\n".getBytes(ISO_8859_1));
        assertThatThrownBy(() -> fields(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("x.csv: is not UTF-8");
    }

    @Test
    void aRowPrintsItsLineOnly() {
        assertThat(new CsvRows.Row(7, List.of("secret"))).hasToString("Row[line=7, …]");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("x.csv"), text);
    }

    private static List<List<String>> fields(Path file) throws IOException {
        List<List<String>> fields = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(file)) {
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                fields.add(row.get().fields());
            }
        }
        return fields;
    }
}
