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
import uk.linkage.Vectors;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.OptOutExemption;
import uk.linkage.exchange.OptOutEvidence;
import uk.linkage.exchange.OptOutEvidence.Cleaned;
import uk.linkage.exchange.OptOutEvidence.Exempt;

class OptOutsTest {
    private static final List<Field> FIELDS =
            List.of(new Field("nhs_number", FieldKind.NHS_NUMBER), new Field("surname", FieldKind.SURNAME));

    private static final String[] ROWS = {
        "A1,9990000018,Smith", "A2,9990000026,Hill", "A3,,Wood", "A4,999 000 0034,Jones", "A5,9990000019,Field"
    };

    @TempDir
    private Path folder;

    private OptOutCounts counts;

    @Test
    void withoutAnAnswerOrAReasonNothingIsSealed() throws IOException {
        String rule =
                "the National Data Opt-Out: was not applied: there is neither the national service's answer nor a reason";
        Agreement silent = Vectors.agreement();
        assertThatThrownBy(() -> OptOuts.asAgreed().under(silent))
                .isInstanceOf(OptOutFault.class)
                .hasMessage(rule);
        OptOuts unsettled = OptOuts.asAgreed().without(list("A1"));
        assertThatThrownBy(() -> unsettled.under(silent)).hasMessage(rule);
        assertThatThrownBy(unsettled::evidence).hasMessage(rule);
        assertThatThrownBy(() -> stay(unsettled, ROWS)).hasMessage(rule);
    }

    @Test
    void theAgreementsReasonCountsWhereTheProviderGivesNone() throws IOException {
        Agreement exempt =
                Vectors.agreement(Vectors.agreementJson().put("opt_out_exemption", OptOutExemption.NO_NUMBERS));
        assertThat(OptOuts.asAgreed().without(list("A1")).under(exempt).evidence())
                .isEqualTo(new OptOutEvidence(new Exempt(OptOutExemption.NO_NUMBERS), true, false));
        assertThat(OptOuts.exempt("approved").under(exempt).evidence())
                .isEqualTo(new OptOutEvidence(new Exempt("approved"), false, false));
        assertThat(OptOuts.cleaned(answer("9990000018"))
                        .onlyOf(list("A1"))
                        .under(exempt)
                        .evidence())
                .isEqualTo(new OptOutEvidence(new Cleaned(2, 1), false, true));
    }

    @Test
    void aReasonIsTextInOneLine() {
        for (String none : List.of("", " ", "a\nb", "x".repeat(2001))) {
            assertThatThrownBy(() -> OptOuts.exempt(none)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void onlyClearedPeopleAndThoseWhoCannotBeCheckedStay() throws IOException {
        assertThat(stay(OptOuts.cleaned(answer("9990000018")), ROWS)).containsExactly("A1", "A3", "A5");
        assertThat(counts).isEqualTo(new OptOutCounts(1, 1, 0, 0, 2));
        assertThat(counts.removed()).isEqualTo(2);
    }

    @Test
    void aCheckFileOfOtherPeopleIsRefusedRatherThanNearlyNobodySealed() {
        assertThatThrownBy(() -> stay(
                        OptOuts.cleaned(answer("9990000018")),
                        "A1,9990000018,Smith",
                        "A2,9990000042,Hill",
                        "A3,9990000050,Wood",
                        "A4,,Jones",
                        "A5,,Field"))
                .isInstanceOf(OptOutFault.class)
                .hasMessage("check.dat: lacks the NHS Numbers of 2 rows of x.csv, which are most");
    }

    @Test
    void localListsAndOptInAreToldApart() throws IOException {
        OptOuts optOuts = OptOuts.exempt("approved")
                .without(list("9990000018"))
                .without(list("A3"))
                .onlyOf(list("A1\nA2\nA3"))
                .onlyOf(list("999 000 0034"));
        assertThat(stay(optOuts, ROWS)).containsExactly("A2", "A4");
        assertThat(counts).isEqualTo(new OptOutCounts(0, 0, 2, 1, 0));
    }

    @Test
    void aRowIsCountedOnceUnderTheNationalOptOutFirst() throws IOException {
        OptOuts optOuts = OptOuts.cleaned(answer("9990000018"))
                .without(list("A2\nA3\nA4"))
                .onlyOf(list("A1\nA2\nA3\nA4"));
        assertThat(stay(optOuts, ROWS)).containsExactly("A1");
        assertThat(counts).isEqualTo(new OptOutCounts(1, 1, 1, 1, 0));
    }

    @Test
    void anOptInListOfNobodyLeavesNobody() throws IOException {
        assertThat(stay(OptOuts.exempt("approved").onlyOf(list("")), ROWS)).isEmpty();
    }

    @Test
    void aReasonThatTheExtractBeliesIsRefusedAtTheFirstRowOfAPerson() throws IOException {
        for (String claim : List.of(OptOutExemption.TEST_DATA, OptOutExemption.NO_NUMBERS)) {
            OptOuts optOuts = OptOuts.exempt(claim)
                    .withNeverIssued(number -> number.reveal().equals("9990000018"));
            assertThatThrownBy(() -> stay(optOuts, ROWS))
                    .isInstanceOf(OptOutFault.class)
                    .hasMessage(
                            "x.csv: line 3: holds an NHS Number that may be a person's, but opt-outs are not checked"
                                    + " for this reason: " + claim);
            assertThat(stay(OptOuts.exempt(claim), ROWS)).hasSize(5);
        }
        OptOuts judged = OptOuts.exempt("approved").withNeverIssued(number -> false);
        assertThat(stay(judged, ROWS)).hasSize(5);
    }

    @Test
    void anAnswerCannotBeAppliedWhereThereIsNoColumnOfNumbers() throws IOException {
        ExtractSource extract = Extracts.of("id,surname", "A1,Smith");
        Columns columns = new ColumnMapping(extract, Map.of()).columns(FIELDS.subList(1, 2));
        OptOuts optOuts = OptOuts.cleaned(answer("9990000018"));
        assertThatThrownBy(() -> optOuts.requireApplicable(extract, columns))
                .isInstanceOf(OptOutFault.class)
                .hasMessage("check.dat: lists NHS Numbers, and x.csv has no column of those");
    }

    @Test
    void itPrintsNobody() throws IOException {
        assertThat(OptOuts.cleaned(answer("9990000018")).without(list("A1")))
                .hasToString("OptOuts[cleaned, 1 lists out, 0 in]");
    }

    /** The local ids of rows that go on, with an answer to a check file of 9990000018 and 9990000026 where there is one. */
    private List<String> stay(OptOuts optOuts, String... rows) throws IOException {
        ExtractSource extract = Extracts.of("id,nhs_number,surname\n" + String.join("\n", rows));
        Columns columns = new ColumnMapping(extract, Map.of()).columns(FIELDS);
        RowGate gate = new RowGate(extract, columns, optOuts, new Rejects(fault -> {}));
        List<String> ids = new ArrayList<>();
        try (Stream<Row> all = extract.rows()) {
            all.filter(gate::admits).forEach(row -> ids.add(row.cell(0)));
        }
        gate.end();
        counts = gate.optOutCounts();
        return ids;
    }

    private NationalAnswer answer(String cleaned) throws IOException {
        return NationalAnswer.read(
                Files.writeString(folder.resolve("check.dat"), "9990000018,\n9990000026,\n"),
                Files.writeString(folder.resolve("cleaned.dat"), cleaned));
    }

    private PersonList list(String text) throws IOException {
        return PersonList.read(Files.writeString(folder.resolve("list.txt"), text));
    }
}
