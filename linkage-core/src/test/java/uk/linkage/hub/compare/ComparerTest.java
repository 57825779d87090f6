package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;

/** Levels stand in the order forename, surname, birth, place, nhs_number. */
class ComparerTest {
    private static final String ANN = "9990000018,Katherine,Hillson,F,1980-12-31,LS1 4AP";

    @TempDir
    private Path folder;

    @Test
    void theComparisonsAreTheComponentsAndThenTheIdentifiers() {
        assertThat(Comparison.of(SealedTables.agreement()))
                .extracting(Comparison::name)
                .containsExactly("forename", "surname", "birth", "place", "nhs_number");
        assertThat(Comparison.of(SealedTables.agreement()))
                .allSatisfy(comparison -> assertThat(comparison.levels().get(0)).isEqualTo("missing"));
    }

    @Test
    void equalRecordsAreOfTheFirstLevelThroughout() throws IOException {
        assertThat(levels(ANN, ANN)).containsExactly(1, 1, 1, 1, 1);
        assertThat(levels(ANN, "999 000 0018,KATHERINE,hillson,Female,1980-12-31,ls14ap"))
                .containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void aFieldThatEitherLacksIsMissingAndLeavesTheOthersRight() throws IOException {
        String[] lacking = {
            "9990000018,,Hillson,F,1980-12-31,LS1 4AP",
            "9990000018,Katherine,,F,1980-12-31,LS1 4AP",
            "9990000018,Katherine,Hillson,,,LS1 4AP",
            "9990000018,Katherine,Hillson,F,1980-12-31,",
            ",Katherine,Hillson,F,1980-12-31,LS1 4AP"
        };
        for (int comparison = 0; comparison < lacking.length; comparison++) {
            int[] expected = {1, 1, 1, 1, 1};
            expected[comparison] = Comparison.MISSING;
            assertThat(levels(ANN, lacking[comparison])).containsExactly(expected);
            assertThat(levels(lacking[comparison], ANN)).containsExactly(expected);
            assertThat(levels(lacking[comparison], lacking[comparison])).containsExactly(expected);
        }
    }

    @Test
    void aComponentOfWhichNoFieldIsInBothIsMissing() throws IOException {
        String dateOnly = "9990000018,Katherine,Hillson,,1980-12-31,LS1 4AP";
        String sexOnly = "9990000018,Katherine,Hillson,F,,LS1 4AP";
        assertThat(levels(dateOnly, sexOnly)).containsExactly(1, 1, Comparison.MISSING, 1, 1);
    }

    @Test
    void whatDiffersAloneIsTold() throws IOException {
        assertThat(levels(ANN, "9990000018,Wilfred,Hillson,F,1980-12-31,LS1 4AP"))
                .containsExactly(4, 1, 1, 1, 1);
        assertThat(levels(ANN, "9990000018,Katherine,Ogundimu,F,1980-12-31,LS1 4AP"))
                .containsExactly(1, 4, 1, 1, 1);
        assertThat(levels(ANN, "9990000018,Katherine,Hillson,M,1980-12-31,LS1 4AP"))
                .containsExactly(1, 1, 2, 1, 1);
        assertThat(levels(ANN, "9990000018,Katherine,Hillson,F,1980-12-30,LS1 4AP"))
                .containsExactly(1, 1, 3, 1, 1);
        assertThat(levels(ANN, "9990000018,Katharine,Hillson,F,1980-12-31,LS1 4AP"))
                .containsExactly(2, 1, 1, 1, 1);
        assertThat(levels(ANN, "9990000026,Katherine,Hillson,F,1980-12-31,LS1 4AP"))
                .containsExactly(1, 1, 1, 1, 2);
    }

    @Test
    void anIdentifierIsSameDifferentOrMissing() throws IOException {
        String without = ",Katherine,Hillson,F,1980-12-31,LS1 4AP";
        assertThat(levels(ANN, ANN)[4]).isEqualTo(1);
        assertThat(levels(ANN, "9990000026,Katherine,Hillson,F,1980-12-31,LS1 4AP")[4])
                .isEqualTo(2);
        assertThat(levels(without, without)[4]).isEqualTo(Comparison.MISSING);
    }

    @Test
    void anAddressAgainstAPostcodeIsNoDifference() throws IOException {
        List<Field> fields = new ArrayList<>(SealedTables.agreement().fields());
        fields.add(new Field("address", FieldKind.TEXT));
        Agreement agreement = Profile2026.agreement(SealedTables.agreement().purpose(), fields, Profile2026.bounds());
        SealedTables tables = new SealedTables(folder, agreement);
        String header = SealedTables.HEADER + ",address\n";
        EncodedTable left = tables.of("left", header + "A," + ANN + ",\n");
        EncodedTable right = tables.of("right", header + "A,9990000018,Katherine,Hillson,F,1980-12-31,,12 Kirkgate\n");
        assertThat(levels(patterns(agreement, left, right))).containsExactly(1, 1, 1, Comparison.MISSING, 1);
    }

    @Test
    void patternsAreTheDistinctSightsOfPairs() throws IOException {
        SealedTables tables = new SealedTables(folder, SealedTables.agreement());
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add("R%d,,%s,%s,F,19%02d-12-31,LS1 4AP"
                    .formatted(i, i % 2 == 0 ? "Katherine" : "Kate", i % 3 == 0 ? "Hillson" : "", 70 + i % 4));
        }
        EncodedTable left = tables.of("left", rows);
        EncodedTable right = tables.of("right", rows.subList(5, 25));
        Agreement agreement = SealedTables.agreement();
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), left, right);
        Comparer comparer = new Comparer(agreement, left, right);
        Patterns patterns = Patterns.of(pairs, comparer);
        assertThat(patterns.pairs()).isEqualTo(pairs.size()).isGreaterThan(100);
        Map<String, Integer> numbers = new HashMap<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            byte[] seen = new byte[comparer.length()];
            comparer.see(pairs.left(pair), pairs.right(pair), seen);
            int number = numbers.computeIfAbsent(Arrays.toString(seen), s -> numbers.size());
            assertThat(patterns.of(pair)).as("pair %d", pair).isEqualTo(number);
        }
        assertThat(patterns.size()).isEqualTo(numbers.size()).isLessThan(pairs.size() / 2);
    }

    @Test
    void whatIsSeenIsLikeliestInTheStateItComesFromAndPossibleInOthers() throws IOException {
        Patterns patterns = patterns(ANN, "9990000018,Katharine,Hillsan,F,1980-12-31,LS1 4AP");
        double[] chances = patterns.chances(0);
        assertThat(chances.length).isGreaterThan(1);
        assertThat(Arrays.stream(chances)).allMatch(chance -> chance > 0 && chance <= 1);
        assertThat(patterns.levels(patterns.likeliest(0))).containsExactly(2, 2, 1, 1, 1);
    }

    private int[] levels(String left, String right) throws IOException {
        return levels(patterns(left, right));
    }

    private Patterns patterns(String left, String right) throws IOException {
        SealedTables tables = new SealedTables(folder, SealedTables.agreement());
        return patterns(
                SealedTables.agreement(),
                tables.of("left", List.of("A," + left)),
                tables.of("right", List.of("A," + right)));
    }

    private static Patterns patterns(Agreement agreement, EncodedTable left, EncodedTable right) {
        return Patterns.of(1, pair -> 0, pair -> 0, new Comparer(agreement, left, right));
    }

    private static int[] levels(Patterns patterns) {
        byte[] levels = patterns.levels(patterns.likeliest(0));
        return IntStream.range(0, levels.length).map(c -> levels[c]).toArray();
    }
}
