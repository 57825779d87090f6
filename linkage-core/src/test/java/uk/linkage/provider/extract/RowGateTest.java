package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;

class RowGateTest {
    private static final List<Field> FIELDS =
            List.of(new Field("nhs_number", FieldKind.NHS_NUMBER), new Field("surname", FieldKind.SURNAME));

    private static final OptOuts EVERYBODY = OptOuts.exempt("invented people");

    @TempDir
    private Path folder;

    private final List<Rejects.Fault> faults = new ArrayList<>();

    @Test
    void aGoodRowGoesThrough() throws IOException {
        assertThat(admitted(EVERYBODY, "A1,9990000018,Smith", "A2,,Jones")).containsExactly("A1", "A2");
        assertThat(faults).isEmpty();
    }

    @Test
    void aRaggedRowIsRejected() throws IOException {
        assertThat(admitted(EVERYBODY, "A1,,Smith,more", "A2,", "A3,,Jones")).containsExactly("A3");
        assertThat(faults)
                .containsExactly(row(2, "has 4 values, the header has 3"), row(3, "has 2 values, the header has 3"));
    }

    @Test
    void aRowNeedsALocalIdOfItsOwn() throws IOException {
        assertThat(admitted(EVERYBODY, "A1,,Smith", ",,Jones", "\"  \",,Jones", "A1,,Hill"))
                .containsExactly("A1");
        assertThat(faults)
                .containsExactly(
                        row(3, "has no local_id"),
                        row(4, "has no local_id"),
                        row(5, "repeats a local_id of an earlier line"));
    }

    @Test
    void aLocalIdIsShortAndInOneLine() throws IOException {
        String rule = "has a local_id of over 200 bytes or with control characters";
        assertThat(admitted(EVERYBODY, "A".repeat(200) + ",,a", "B".repeat(201) + ",,b", "\"C\nC\",,c"))
                .containsExactly("A".repeat(200));
        assertThat(faults).containsExactly(row(3, rule), row(4, rule));
    }

    @Test
    void thoseWhoOptedOutAreCountedAndNothingElseIsSaidOfThem() throws IOException {
        Path list = Files.writeString(folder.resolve("out.txt"), "9990000018,\nA3\n");
        RowGate gate =
                gate(EVERYBODY.without(PersonList.read(list)), "A1,999 000 0018,Smith", "A2,,Hill", "A3,bad,Hill");
        try (Stream<Row> rows =
                extract("A1,999 000 0018,Smith", "A2,,Hill", "A3,bad,Hill").rows()) {
            assertThat(rows.filter(gate::admits).map(row -> row.cell(0))).containsExactly("A2");
        }
        assertThat(gate.read()).isEqualTo(3);
        assertThat(gate.optOutCounts().removed()).isEqualTo(2);
        assertThat(faults).isEmpty();
    }

    @Test
    void theNumberOfAPersonIsNotTheirLocalId() throws IOException {
        assertThat(admitted(EVERYBODY, "A1,,Smith", "9990000018,999 000 0018,Hill"))
                .containsExactly("A1");
        assertThat(faults).containsExactly(row(3, "has the person's NHS Number for a local_id"));
    }

    @Test
    void localIdsThatAreMostlyNumbersAreRefusedEvenInAShortExtract() {
        assertThatThrownBy(() -> admitted(EVERYBODY, "9990000018,,a", "9990000026,,b", "A1,,c"))
                .isInstanceOf(ExtractFault.class)
                .hasMessage("x.csv: local_id holds NHS Numbers, which may not leave the provider");
    }

    @Test
    void aFewLocalIdsThatHappenToPassTheCheckAreLetPass() throws IOException {
        assertThat(admitted(EVERYBODY, "9990000018,,a", "9990000019,,b", "9990000020,,c"))
                .hasSize(3);
    }

    @Test
    void theSameRowsAreRejectedHoweverFewIdsAreHeldAtATime() throws IOException {
        Path list = Files.writeString(folder.resolve("out.txt"), "9990000018\nA9\n");
        ExtractSource extract = extract(
                "A1,9990000018,out",
                "A1,,Smith",
                "A2,",
                "A2,,Jones",
                "9990000026,999 000 0026,Hill",
                "9990000026,,Hill",
                "\"A\t3\",,a",
                "A9,,out",
                "A2,,again",
                ",,none",
                "A1,,again",
                "9990000026,,again",
                "A4,,Wood");
        for (int idsAtATime = 1; idsAtATime < 15; idsAtATime++) {
            faults.clear();
            assertThat(lines(extract, EVERYBODY.without(PersonList.read(list)), idsAtATime))
                    .as("%d at a time", idsAtATime)
                    .containsExactly(3L, 5L, 7L, 14L);
            assertThat(faults.stream().filter(fault -> fault.rule().startsWith("repeats")))
                    .extracting(Rejects.Fault::line)
                    .containsExactly(10L, 12L, 13L);
        }
    }

    private List<Long> lines(ExtractSource extract, OptOuts optOuts, int idsAtATime) {
        Columns columns = new ColumnMapping(extract, Map.of()).columns(FIELDS);
        RowGate gate = new RowGate(extract, columns, optOuts, new Rejects(faults::add), idsAtATime);
        try (Stream<Row> rows = extract.rows()) {
            return rows.filter(gate::admits).map(Row::line).toList();
        }
    }

    private List<String> admitted(OptOuts optOuts, String... rows) throws IOException {
        RowGate gate = gate(optOuts, rows);
        List<String> ids;
        try (Stream<Row> stream = extract(rows).rows()) {
            ids = stream.filter(gate::admits).map(row -> row.cell(0)).toList();
        }
        gate.end();
        return ids;
    }

    private RowGate gate(OptOuts optOuts, String... rows) throws IOException {
        ExtractSource extract = extract(rows);
        Columns columns = new ColumnMapping(extract, Map.of()).columns(FIELDS);
        return new RowGate(extract, columns, optOuts, new Rejects(faults::add));
    }

    private static ExtractSource extract(String... rows) throws IOException {
        return Extracts.of("id,nhs_number,surname\n" + String.join("\n", rows));
    }

    private static Rejects.Fault row(long line, String rule) {
        return new Rejects.Fault(line, "row", rule);
    }
}
