package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.Step;
import uk.linkage.file.ToldSteps;

class ExtractSourceTest {
    @TempDir
    private Path folder;

    @Test
    void aRowStandsWhereItBegins() throws IOException {
        for (String end : List.of("\n", "\r\n")) {
            String text =
                    String.join(end, "id,note", "a,1", "", "b,\"x" + end + "y\"", "\"c" + end + end + "\",3", "d,4");
            assertThat(lines(text)).as("without a last line end").containsExactly(2L, 4L, 6L, 9L);
            assertThat(lines(text + end)).containsExactly(2L, 4L, 6L, 9L);
        }
    }

    @Test
    void linesAreRightForAnyTableOfCells() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String end = random.nextBoolean() ? "\n" : "\r\n";
            StringBuilder text = new StringBuilder("id,note" + end);
            List<Long> begins = new ArrayList<>();
            long line = 2;
            for (int row = 1 + random.nextInt(8); row > 0; row--) {
                int breaks = random.nextInt(4);
                begins.add(line);
                text.append("a,\"")
                        .append(("x" + end).repeat(breaks))
                        .append("\"\"\"")
                        .append(end);
                line += 1 + breaks;
            }
            assertThat(lines(text.toString())).as("seed %d", seed).isEqualTo(begins);
        }
    }

    @Test
    void itTellsOfItsBytesAndThenOfItsRows() throws IOException {
        ToldSteps told = new ToldSteps();
        Path file = Files.writeString(folder.resolve("a.csv"), "id,a\n" + "1,x\n".repeat(3000));
        try (Stream<Row> rows =
                ExtractSource.of(file, told).telling(told, "sealing").rows()) {
            assertThat(rows).hasSize(3000);
        }
        assertThat(told.last("looking through a.csv")).hasToString("looking through a.csv: 12005 of 12005 bytes");
        Step sealing = told.last("sealing a.csv");
        assertThat(sealing.done()).isEqualTo(2048);
        assertThat(sealing.total()).isBetween(3000L, 3003L);
    }

    @Test
    void itCanBeGoneThroughTwice() throws IOException {
        ExtractSource extract = Extracts.of("id,a", "1,x", "2,y");
        for (int time = 0; time < 2; time++) {
            try (Stream<Row> rows = extract.rows()) {
                assertThat(rows.map(row -> row.cell(1))).containsExactly("x", "y");
            }
        }
    }

    @Test
    void whatIsNotCsvEndsTheRowsWithAFaultThatQuotesNothing() throws IOException {
        for (String bad : List.of("2,\"SECRET\"TEXT", "2,\"SECRET", "\"SECRET\"TEXT,2")) {
            ExtractSource extract = Extracts.of("id,a", "1,\"x\ny\"", bad, "3,z");
            try (Stream<Row> rows = extract.rows()) {
                assertThatThrownBy(() -> rows.forEach(row -> {}))
                        .isInstanceOf(ExtractFault.class)
                        .hasMessageStartingWith("x.csv: line 4: begins a row with a quote that is not closed")
                        .hasNoCause()
                        .hasMessageNotContaining("SECRET");
            }
        }
    }

    @Test
    void namesAreTrimmedAndMayBeQuoted() throws IOException {
        assertThat(Extracts.of("\uFEFF id , \" a b \" ,\"c,d\"", "1,2,3").header())
                .containsExactly("id", "a b", "c,d");
    }

    @Test
    void columnsWithoutANameMayBeSeveral() throws IOException {
        assertThat(Extracts.of("id,,", "1,2,3").header()).containsExactly("id", "", "");
    }

    @Test
    void aRowPrintsWhereItStandsAndNothingOfIt() throws IOException {
        try (Stream<Row> rows = Extracts.of("id", "SECRET").rows()) {
            assertThat(rows.findFirst().orElseThrow()).hasToString("Row[line 2]");
        }
    }

    private static List<Long> lines(String text) throws IOException {
        try (Stream<Row> rows = Extracts.ofText(text).rows()) {
            return rows.map(Row::line).toList();
        }
    }
}
