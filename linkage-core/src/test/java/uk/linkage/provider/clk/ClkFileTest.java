package uk.linkage.provider.clk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.MalformedFileException;
import uk.linkage.provider.extract.Rejects;

/** A file of CLKs is anonlink's, or it is not there. */
class ClkFileTest {
    private static final String SCHEMA = Schemas.of(
            "{'identifier': 'row', 'ignored': true}",
            Schemas.feature("name", "'type': 'string', 'case': 'upper'"),
            Schemas.feature("born", "'type': 'integer'"));
    private static final ClkSecret SECRET = Schemas.secret("nobody's");

    @TempDir
    private Path folder;

    @Test
    void theFileIsByteForByteTheOneOfAnonlinksClient() throws IOException {
        assertThat(write("row,name,born\n1,QUILLON,1980\r\n\n2,\"VES,PERTINE\", 1931\n"))
                .isEqualTo(2);
        assertThat(target())
                .hasContent("{\"clks\": [\"" + clk("1", "QUILLON", "1980") + "\", \"" + clk("2", "VES,PERTINE", "1931")
                        + "\"]}");
    }

    @Test
    void noRowsAreNoClks() throws IOException {
        assertThat(write("row,name,born\n")).isZero();
        assertThat(target()).hasContent("{\"clks\": []}");
    }

    @Test
    void blanksCountAndLineBreaksWithinQuotesAreLineFeeds() throws IOException {
        write("row,name,born\n1, QUILLON,1\n2,\"A\r\nB\rC\",1\n");
        assertThat(target()).content().contains(clk("1", " QUILLON", "1")).contains(clk("2", "A\nB\nC", "1"));
    }

    @Test
    void aFaultyValueLeavesNoFileAndIsToldWithoutIt() throws IOException {
        Files.writeString(target(), "earlier");
        StringBuilder rows = new StringBuilder("row,name,born\n1,QUILLON,1980\n");
        for (int i = 0; i < 7; i++) {
            rows.append("2,vespertine,1931\n");
        }
        FaultyValues faulty = catchThrowableOfType(FaultyValues.class, () -> write(rows.toString()));
        assertThat(faulty).hasMessage("people.csv: 7 values do not fit the schema");
        assertThat(faulty.faults())
                .hasSize(5)
                .startsWith("line 3: name is not in upper case", "line 4: name is not in upper case")
                .noneMatch(fault -> fault.contains("vespertine"));
        assertThat(target()).hasContent("earlier");
        assertThat(folder.resolve("clks.json.part")).doesNotExist();
    }

    @Test
    void anotherHeaderIsRefused() {
        assertRefused("row,born,name\n", "people.csv: line 1: column 2 is not headed name as in the schema");
        assertRefused("row,name\n", "people.csv: line 1: has 2 columns, the schema has 3 features");
        assertRefused("row,name,born\n1,Q\n", "people.csv: line 2: has 2 fields, the header has 3");
        assertThat(target()).doesNotExist();
    }

    /** Whole values never end, so what an encoder remembers of them has to. */
    @Test
    void memoryDoesNotGrowWithTheRows() {
        String comparison = "'comparison': {'type': 'exact'}";
        ClkEncoder encoder = Schemas.parse(Schemas.of(Schemas.feature(
                        "name", "'type': 'string'", comparison, "'strategy': {'bitsPerToken': 30}", new String[0])))
                .encoder(SECRET);
        long[] used = new long[3];
        for (int i = 0; i < 600_000; i++) {
            encoder.encode(i, List.of("QUILLON " + i), new Rejects(fault -> {}));
            used[i / 200_000] = i % 200_000 == 199_999 ? heap() : 0;
        }
        assertThat(encoder).isNotNull();
        assertThat(used[2] - used[0]).isLessThan(40 << 20);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void assertRefused(String csv, String message) {
        assertThatThrownBy(() -> write(csv))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    private long write(String csv) throws IOException {
        Path extract = Files.writeString(folder.resolve("people.csv"), csv);
        return ClkFile.write(extract, Schemas.parse(SCHEMA), SECRET, target());
    }

    private Path target() {
        return folder.resolve("clks.json");
    }

    private static String clk(String... row) {
        return Base64.getEncoder().encodeToString(Schemas.clk(SCHEMA, row));
    }
}
