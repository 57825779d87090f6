package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedReader;
import uk.linkage.hub.decide.Decision;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Proposal;

/** A wrong person is worse than no person: hospital and GPs of the sample, with one person added who is in both. */
class SafetyTest {
    private static final Path SAMPLE = Path.of(System.getProperty("linkage.root"), "testdata", "sample");
    private static final String AT_HOSPITAL =
            "H1,9990000018,QUENTIN,ARKWRIGHT,M,23/09/1971,WA14 5QP,\"1 MOSS LANE, HALE\"";
    private static final String AT_GP = "1,999 000 0018,Quentin,Arkwright,1,1971-09-23,WA14 5QP,\"1 Moss Lane, Hale\"";
    private static final String ANOTHER_NUMBER = AT_GP.replace("999 000 0018", "999 000 0026");
    private static final String AGAIN = AT_GP.replaceFirst("^1,", "2,");
    private static final String NEIGHBOUR =
            "3,999 000 0034,Agnes,Threlfall,2,1938-02-11,WA14 5QP,\"3 Moss Lane, Hale\"";

    @TempDir
    private static Path folder;

    private static Agreement agreement;

    /** The person is in both, once. */
    private static LinkageRun usual;

    @BeforeAll
    static void link() throws IOException {
        Proposal proposal = Proposal.of(ExtractSource.of(SAMPLE.resolve("hospital.csv")), Map.of());
        Purpose purpose = new Purpose("sample", "To test", LocalDate.of(2099, 1, 1), 1);
        agreement = Profile2026.agreement(purpose, proposal.fields(), proposal.bounds());
        usual = link(agreement, true, AT_GP, NEIGHBOUR);
    }

    @Test
    void oneRecordInBothIsLinked() {
        assertThat(decision(usual, "1")).isEqualTo(Decision.MATCH);
        assertThat(studyId(usual, 0, "H1")).isEqualTo(studyId(usual, 1, "1"));
    }

    @Test
    void twoDifferentNumbersAreTwoPeopleWhateverElseAgrees() throws IOException {
        LinkageRun run = link(agreement, true, ANOTHER_NUMBER, NEIGHBOUR);
        assertThat(decision(run, "1")).isEqualTo(Decision.NO_MATCH);
        assertThat(studyId(run, 0, "H1")).isNotEqualTo(studyId(run, 1, "1"));
        assertThat(vetoed(run)).isEqualTo(vetoed(usual) + 1);
    }

    @Test
    void theAgreementCanTakeTwoDifferentNumbersForEvidenceOnly() throws IOException {
        ObjectNode json = (ObjectNode) CanonicalJson.parse(AgreementFile.canonical(agreement));
        ((ObjectNode) json.get("decide")).put("different_numbers", "evidence");
        LinkageRun run =
                link(AgreementFile.parse(CanonicalJson.bytes(json), "altered.json"), true, ANOTHER_NUMBER, NEIGHBOUR);
        assertThat(vetoed(run)).isZero();
        assertThat(decision(run, "1")).isEqualTo(Decision.MATCH);
    }

    @Test
    void twoEquallyGoodPartnersAreNoPartner() throws IOException {
        LinkageRun run = link(agreement, true, AT_GP, AGAIN, NEIGHBOUR);
        assertThat(decision(run, "1")).isEqualTo(Decision.MANY_MATCH);
        assertThat(decision(run, "2")).isEqualTo(Decision.MANY_MATCH);
        assertThat(studyId(run, 0, "H1")).isNotIn(studyId(run, 1, "1"), studyId(run, 1, "2"));
        assertThat(manyMatch(run)).isEqualTo(manyMatch(usual) + 2);
    }

    @Test
    void whereAProviderMayHoldAPersonTwiceBothAreLinked() throws IOException {
        LinkageRun run = link(agreement, false, AT_GP, AGAIN, NEIGHBOUR);
        assertThat(decision(run, "1")).isEqualTo(Decision.MATCH);
        assertThat(decision(run, "2")).isEqualTo(Decision.MATCH);
        assertThat(studyId(run, 0, "H1")).isEqualTo(studyId(run, 1, "1")).isEqualTo(studyId(run, 1, "2"));
    }

    private static LinkageRun link(Agreement agreement, boolean gpOnce, String... added) throws IOException {
        return new Hub(new SecureRandom())
                .link(List.of(seal(agreement, "hospital", true, AT_HOSPITAL), seal(agreement, "gp", gpOnce, added)));
    }

    private static SealedReader seal(Agreement agreement, String provider, boolean once, String... added)
            throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(SAMPLE.resolve(provider + ".csv")));
        rows.addAll(List.of(added));
        byte[] csv = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
        Path target = folder.resolve(provider + ".sealed");
        new Provider(provider, agreement, SealedTables.secret(1))
                .seal(
                        ExtractSource.of(provider + ".csv", csv),
                        Map.of(),
                        OptOuts.exempt("invented people"),
                        once,
                        target);
        return SealedReader.open(target);
    }

    /** What became of the added person's pair with this record of the GPs. */
    private static Decision decision(LinkageRun run, String gpId) {
        ScoredPairs pairs = run.scored().get(0);
        return IntStream.range(0, pairs.size())
                .filter(pair ->
                        pairs.left(pair).equals("H1") && pairs.right(pair).equals(gpId))
                .mapToObj(pairs::decision)
                .findFirst()
                .orElseThrow();
    }

    private static String studyId(LinkageRun run, int provider, String localId) {
        return run.crosswalks().get(provider).studyIds().get(localId);
    }

    private static int vetoed(LinkageRun run) {
        return run.record().at("/pairs/0/decisions/vetoed_by_different_numbers").asInt();
    }

    private static int manyMatch(LinkageRun run) {
        return run.record().at("/pairs/0/decisions/many_match").asInt();
    }
}
