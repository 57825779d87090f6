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
import uk.linkage.agreement.Encode;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.agreement.Encode.Part;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.compare.Comparer;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;

/**
 * The policy on missing values, section 9 of {@code docs/format.md}, from extract to comparison. Views leave out
 * forename, surname, birth and place in turn; comparisons are forename, surname, sex, birth date, postcode, whether the names are
 * swapped, which nobody asks where they are the same, and nhs_number.
 */
class MissingValuesTest {
    private static final Agreement AGREEMENT = SealedTables.agreement();
    private static final int BIRTH = 3;
    private static final List<String> NEED_A_DAY_OR_NUMBER =
            List.of("whole of nhs_number", "whole of birth_date", "day-month of birth_date", "day-year of birth_date");
    private static final String ANN = "A,,Katherine,Hillson,F,1980-12-31,LS1 4AP";
    private static final int MISSING = Comparison.MISSING;

    @TempDir
    private Path folder;

    @Test
    void aMissingFieldSetsNoBitsAndNoPresence() throws IOException {
        EncodedTable table = table(AGREEMENT, "left", ANN, "B,,,,,,");
        assertThat(table.presence(0)).isEqualTo(0b111110);
        assertThat(table.presence(1)).isZero();
        for (int view = 0; view < 4; view++) {
            assertThat(table.view(view).count(1)).as("bits of an empty record").isZero();
            assertThat(table.view(view).count(0)).isPositive();
        }
    }

    @Test
    void theLevelOfWhatIsMissingIsMissing() throws IOException {
        assertThat(levels(AGREEMENT, ANN, ANN)).containsExactly(1, 1, 1, 1, 1, MISSING, MISSING);
        assertThat(levels(AGREEMENT, ANN, "B,,,Hillson,F,1980-12-31,LS1 4AP"))
                .containsExactly(MISSING, 1, 1, 1, 1, MISSING, MISSING);
        assertThat(levels(AGREEMENT, ANN, "B,,Katherine,Hillson,,,LS1 4AP"))
                .containsExactly(1, 1, MISSING, MISSING, 1, MISSING, MISSING);
    }

    @Test
    void aDateInPartIsNotPresentThoughItsKnownPartsSetBits() throws IOException {
        EncodedTable partial = inParts("left", "1980,12,", ",,");
        assertThat(partial.presence(0)).isEqualTo(partial.presence(1)).isEqualTo(0b101110);
        assertThat(partial.view(0).differing(0, partial.view(0), 1)).isPositive();
    }

    @Test
    void aDateInPartHasTheMatchKeysOfItsKnownParts() throws IOException {
        EncodedTable partial = inParts("left", "1980,12,", "1980,12,31");
        for (int key = 0; key < AGREEMENT.keys().size(); key++) {
            MatchKey matchKey = AGREEMENT.keys().get(key);
            boolean known = matchKey.parts().stream().noneMatch(part -> NEED_A_DAY_OR_NUMBER.contains(use(part)));
            assertThat(partial.key(key).has(0)).as(matchKey.name()).isEqualTo(known);
        }
    }

    @Test
    void aDateInPartIsComparedByTheMatchKeysOfItsKnownParts() throws IOException {
        assertThat(births("1980,12,", "1980,12,31")).isIn("same", "day differs");
        assertThat(births("1980,12,", "1951,10,31")).isNotIn("missing", "same", "day differs");
        assertThat(births(",,31", "1980,12,31")).isEqualTo("missing");
    }

    @Test
    void aViewOfLessThanTwentyFourBitsOfPresentFieldsIsNotSearched() throws IOException {
        // surname 10, sex 1, birth 14: views without forename and without place have 25 bits, the others 15 and 11
        String few = "A,,,Hillson,F,1980-12-31,";
        assertThat(viewsThatFind(AGREEMENT, few)).containsExactly("without-forename", "without-place");
        String fewer = "A,,,Hillson,,1980-12-31,";
        assertThat(viewsThatFind(AGREEMENT, fewer)).containsExactly("without-forename", "without-place");
        assertThat(foundBy(AGREEMENT, "A,,,Hillson,F,,")).isEmpty();
    }

    @Test
    void aSaltedViewIsNeitherSearchedNorLookedAtWithoutItsSalt() throws IOException {
        ObjectNode json = json();
        json.get("views")
                .forEach(view -> ((ObjectNode) view)
                        .putObject("salt")
                        .put("field", "birth_date")
                        .put("form", "year"));
        Agreement salted = agreement(json);
        String undated = "A,,Katherine,Hillson,F,,LS1 4AP";
        assertThat(viewsThatFind(AGREEMENT, undated)).contains("without-birth");
        assertThat(viewsThatFind(salted, undated)).isEmpty();
        assertThat(viewsThatFind(salted, ANN)).contains("without-birth", "without-place");
        assertThat(levels(salted, undated, undated))
                .as("by match keys alone")
                .containsExactly(1, 1, 1, MISSING, 1, MISSING, MISSING);
        assertThat(levels(salted, ANN, ANN)).containsExactly(1, 1, 1, 1, 1, MISSING, MISSING);
    }

    private static String use(Part part) {
        return part.form().label() + " of " + part.fields().get(0);
    }

    /** The level of the dates of birth of one person. */
    private String births(String left, String right) throws IOException {
        EncodedTable lefts = inParts("left", left);
        EncodedTable rights = inParts("right", right);
        int level = levels(AGREEMENT, lefts, rights)[BIRTH];
        return Comparison.of(AGREEMENT).get(BIRTH).levels().get(level);
    }

    /** A person born on each of these days, as year, month and day. */
    private EncodedTable inParts(String provider, String... births) throws IOException {
        StringBuilder csv = new StringBuilder(
                "local_id,nhs_number,forename,surname,sex,birth_year,birth_month,birth_day,postcode\n");
        for (int i = 0; i < births.length; i++) {
            csv.append(i + ",,Katherine,Hillson,F," + births[i] + ",LS1 4AP\n");
        }
        return new SealedTables(folder, AGREEMENT).of(provider, csv.toString());
    }

    private List<String> viewsThatFind(Agreement agreement, String row) throws IOException {
        List<String> views = agreement.views().stream().map(Encode.View::name).toList();
        return foundBy(agreement, row).stream().filter(views::contains).toList();
    }

    private List<String> foundBy(Agreement agreement, String row) throws IOException {
        CandidatePairs pairs = CandidatePairs.of(
                Blocking.of(agreement), table(agreement, "left", row), table(agreement, "right", row));
        return pairs.size() == 0 ? List.of() : pairs.foundBy(0);
    }

    private int[] levels(Agreement agreement, String left, String right) throws IOException {
        return levels(agreement, table(agreement, "left", left), table(agreement, "right", right));
    }

    private static int[] levels(Agreement agreement, EncodedTable lefts, EncodedTable rights) {
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), lefts, rights);
        Patterns patterns = Patterns.of(pairs, new Comparer(agreement, lefts, rights));
        byte[] levels = patterns.levels(patterns.likeliest(0));
        return IntStream.range(0, levels.length).map(i -> levels[i]).toArray();
    }

    private EncodedTable table(Agreement agreement, String provider, String... rows) throws IOException {
        return new SealedTables(folder, agreement).of(provider, List.of(rows));
    }

    private static ObjectNode json() throws IOException {
        return (ObjectNode) CanonicalJson.parse(AgreementFile.canonical(AGREEMENT));
    }

    private static Agreement agreement(ObjectNode json) {
        return AgreementFile.parse(CanonicalJson.bytes(json), "altered.json");
    }
}
