package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.compare.Comparer;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;

/**
 * The policy on missing values, section 9 of {@code docs/format.md}, from extract to comparison. Views leave out
 * forename, surname, birth and place in turn; comparisons are of forename, surname, sex, birth_date and postcode, whether
 * names are swapped, which is missing where they are the same, and of nhs_number.
 */
class MissingValuesTest {
    private static final String ANN = "A,,Katherine,Hillson,F,1980-12-31,LS1 4AP";
    private static final int MISSING = Comparison.MISSING;

    @TempDir
    private Path folder;

    @Test
    void aMissingFieldSetsNoBitsAndNoPresence() throws IOException {
        EncodedTable table = table(SealedTables.agreement(), "left", ANN, "B,,,,,,");
        assertThat(table.presence(0)).isEqualTo(0b111110);
        assertThat(table.presence(1)).isZero();
        for (int view = 0; view < 4; view++) {
            assertThat(table.view(view).count(1)).as("bits of an empty record").isZero();
            assertThat(table.view(view).count(0)).isPositive();
        }
    }

    @Test
    void theLevelOfWhatIsMissingIsMissing() throws IOException {
        assertThat(levels(SealedTables.agreement(), ANN, ANN)).containsExactly(1, 1, 1, 1, 1, MISSING, MISSING);
        assertThat(levels(SealedTables.agreement(), ANN, "B,,,Hillson,F,1980-12-31,LS1 4AP"))
                .containsExactly(MISSING, 1, 1, 1, 1, MISSING, MISSING);
        assertThat(levels(SealedTables.agreement(), ANN, "B,,Katherine,Hillson,F,,LS1 4AP"))
                .containsExactly(1, 1, 1, MISSING, 1, MISSING, MISSING);
        assertThat(levels(SealedTables.agreement(), ANN, "B,,Katherine,Hillson,F,1980-12-31,"))
                .containsExactly(1, 1, 1, 1, MISSING, MISSING, MISSING);
    }

    @Test
    void aDateInPartIsMissingThoughItsKnownPartsSetBits() throws IOException {
        EncodedTable partial = new SealedTables(folder, SealedTables.agreement())
                .of(
                        "parts",
                        "local_id,nhs_number,forename,surname,sex,birth_year,birth_month,birth_day,postcode\n"
                                + "A,,Katherine,Hillson,F,1980,12,,LS1 4AP\n"
                                + "B,,Katherine,Hillson,F,,,,LS1 4AP\n");
        assertThat(partial.presence(0)).isEqualTo(partial.presence(1)).isEqualTo(0b101110);
        assertThat(partial.view(0).differing(0, partial.view(0), 1)).isPositive();
    }

    @Test
    void aViewOfLessThanTwentyFourBitsOfPresentFieldsIsNotSearched() throws IOException {
        // surname 10, sex 1, birth 14: views without forename and without place have 25 bits, the others 15 and 11
        String few = "A,,,Hillson,F,1980-12-31,";
        assertThat(views(SealedTables.agreement(), few)).containsExactly("without-forename", "without-place");
        String fewer = "A,,,Hillson,,1980-12-31,";
        assertThat(views(SealedTables.agreement(), fewer)).containsExactly("without-forename", "without-place");
        assertThat(foundBy(SealedTables.agreement(), "A,,,Hillson,F,,")).isEmpty();
    }

    @Test
    void aSaltedViewIsNeitherSearchedNorComparedWithoutItsSalt() throws IOException {
        ObjectNode json = json();
        json.get("views")
                .forEach(view -> ((ObjectNode) view)
                        .putObject("salt")
                        .put("field", "birth_date")
                        .put("form", "year"));
        Agreement salted = agreement(json);
        String undated = "A,,Katherine,Hillson,F,,LS1 4AP";
        assertThat(views(SealedTables.agreement(), undated)).contains("without-birth");
        assertThat(views(salted, undated)).isEmpty();
        assertThat(foundBy(salted, undated)).as("match keys find it").isNotEmpty();
        assertThat(views(salted, ANN)).contains("without-birth", "without-place");
        assertThat(levels(salted, undated, undated)).as("keys tell").containsExactly(1, 1, 1, MISSING, 1, 0, MISSING);
        assertThat(levels(salted, ANN, ANN)).containsExactly(1, 1, 1, 1, 1, MISSING, MISSING);
    }

    private List<String> foundBy(Agreement agreement, String row) throws IOException {
        CandidatePairs pairs = CandidatePairs.of(
                Blocking.of(agreement), table(agreement, "left", row), table(agreement, "right", row));
        return pairs.size() == 0 ? List.of() : pairs.foundBy(0);
    }

    private List<String> views(Agreement agreement, String row) throws IOException {
        return foundBy(agreement, row).stream()
                .filter(rule ->
                        agreement.views().stream().anyMatch(view -> view.name().equals(rule)))
                .toList();
    }

    private int[] levels(Agreement agreement, String left, String right) throws IOException {
        EncodedTable lefts = table(agreement, "left", left);
        EncodedTable rights = table(agreement, "right", right);
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), lefts, rights);
        Patterns patterns = Patterns.of(pairs, new Comparer(agreement, lefts, rights));
        byte[] levels = patterns.levels(patterns.likeliest(0));
        return IntStream.range(0, levels.length).map(i -> levels[i]).toArray();
    }

    private EncodedTable table(Agreement agreement, String provider, String... rows) throws IOException {
        return new SealedTables(folder, agreement).of(provider, List.of(rows));
    }

    private static ObjectNode json() throws IOException {
        return (ObjectNode) CanonicalJson.parse(AgreementFile.canonical(SealedTables.agreement()));
    }

    private static Agreement agreement(ObjectNode json) {
        return AgreementFile.parse(CanonicalJson.bytes(json), "altered.json");
    }
}
