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
import uk.linkage.HandMade;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Profile2026;
import uk.linkage.file.Progress;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.block.SelfPairs;
import uk.linkage.hub.compare.Patterns.Look;

/** From records to levels under the profile: what two people's values are is told, not only what is alike. */
class PatternsTest {
    private static final String ANN = "9990000018,Katherine,Hillson,F,1980-12-31,LS1 4AP";

    @TempDir
    private Path folder;

    @Test
    void equalRecordsAreTheSameThroughout() throws IOException {
        String same = "forename same, surname same, sex same, birth_date same, postcode same, nhs_number same";
        assertThat(told(ANN, ANN)).isEqualTo(same);
        assertThat(told(ANN, "999 000 0018,KATHERINE,hillson,Female,1980-12-31,ls14ap"))
                .isEqualTo(same);
    }

    @Test
    void whatDiffersAloneIsTold() throws IOException {
        assertThat(told(ANN, ANN.replace("Katherine", "Wilfred"))).startsWith("forename different, surname same");
        assertThat(told(ANN, ANN.replace("Katherine", "Kate"))).startsWith("forename pet name");
        assertThat(told(ANN, ANN.replace("Katherine", "Catherine"))).startsWith("forename pet name, surname same");
        assertThat(told(ANN, ANN.replace("Hillson", "Ogundimu"))).contains("surname different, sex same");
        assertThat(told(ANN, ANN.replace(",F,", ",M,"))).contains("sex different, birth_date same");
        assertThat(told(ANN, ANN.replace("1980-12-31", "1980-12-30"))).contains("birth_date day differs, postcode");
        assertThat(told(ANN, ANN.replace("1980-12-31", "1980-10-31"))).contains("birth_date month differs, postcode");
        assertThat(told(ANN, ANN.replace("1980-12-31", "1981-12-31"))).contains("birth_date year differs, postcode");
        assertThat(told(ANN, ANN.replace("LS1 4AP", "LS1 4AQ"))).contains("postcode sector");
        assertThat(told(ANN, ANN.replace("9990000018", "9990000026"))).endsWith("nhs_number different");
    }

    @Test
    void namesInEachOthersPlaceAreTold() throws IOException {
        assertThat(told(ANN, ANN.replace("Katherine,Hillson", "Hillson,Katherine")))
                .contains("forename and surname swapped swapped");
        assertThat(told(ANN, ANN)).doesNotContain("swapped");
    }

    @Test
    void whatIsSeenOfEachPairIsItsPattern() throws IOException {
        Agreement agreement = SealedTables.agreement();
        EncodedTable left = table("left", crowd());
        EncodedTable right = table("right", crowd().subList(5, 25));
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), left, right);
        Comparer comparer = new Comparer(agreement, left, right);
        Patterns patterns = Patterns.of(pairs, comparer);
        assertThat(patterns.pairs()).isEqualTo(pairs.size()).isGreaterThan(100);
        Map<String, Integer> numbers = new HashMap<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            String seen = seen(comparer, pairs, pair);
            assertThat(patterns.of(pair))
                    .as("pair %d", pair)
                    .isEqualTo(numbers.computeIfAbsent(seen, s -> numbers.size()));
        }
        assertThat(patterns.size()).isEqualTo(numbers.size()).isLessThan(pairs.size() / 2);
    }

    @Test
    void theSameSightHasTheSameNumberBetweenTwoProvidersAndWithinEach() throws IOException {
        Agreement agreement = SealedTables.agreement();
        EncodedTable left = table("left", crowd());
        EncodedTable right = table("right", crowd().subList(5, 25));
        List<Look> looks = new ArrayList<>();
        looks.add(
                new Look(CandidatePairs.of(Blocking.of(agreement), left, right), new Comparer(agreement, left, right)));
        for (EncodedTable table : List.of(left, right)) {
            SelfPairs self = SelfPairs.of(Blocking.of(agreement), table);
            looks.add(new Look(self.pairs(), new Comparer(agreement, self.sample(), self.table())));
        }
        List<Patterns> together = Patterns.together(looks, Progress.UNSEEN);
        assertThat(together).hasSize(3);
        Map<String, Integer> numbers = new HashMap<>();
        for (int sort = 0; sort < looks.size(); sort++) {
            Look look = looks.get(sort);
            assertThat(together.get(sort).pairs())
                    .isEqualTo(look.pairs().size())
                    .isPositive();
            assertThat(together.get(sort).size()).isEqualTo(together.get(0).size());
            for (int pair = 0; pair < look.pairs().size(); pair++) {
                String seen = seen(look.comparer(), look.pairs(), pair);
                assertThat(together.get(sort).of(pair))
                        .as("sort %d, pair %d", sort, pair)
                        .isEqualTo(numbers.computeIfAbsent(seen, s -> numbers.size()));
            }
        }
        assertThat(together.get(0).size()).isEqualTo(numbers.size());
    }

    @Test
    void togetherAPatternComesOfTheStatesItWouldComeOfAlone() throws IOException {
        Agreement agreement = SealedTables.agreement();
        EncodedTable left = table("left", crowd());
        EncodedTable right = table("right", crowd().subList(5, 25));
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), left, right);
        Look cross = new Look(pairs, new Comparer(agreement, left, right));
        SelfPairs self = SelfPairs.of(Blocking.of(agreement), left);
        Look within = new Look(self.pairs(), new Comparer(agreement, left, left));
        Patterns alone = Patterns.of(pairs, cross.comparer());
        Patterns together =
                Patterns.together(List.of(within, cross), Progress.UNSEEN).get(1);
        for (int pair = 0; pair < pairs.size(); pair++) {
            assertThat(chances(together, together.of(pair)))
                    .as("pair %d", pair)
                    .isEqualTo(chances(alone, alone.of(pair)));
        }
    }

    @Test
    void numbersArePartOfAState() throws IOException {
        Patterns patterns = patterns(SealedTables.agreement(), ANN, ANN.replace("9990000018", "9990000026"));
        int number = Comparison.of(SealedTables.agreement()).size() - 1;
        for (int state : patterns.states(0)) {
            assertThat(patterns.levels(state)[number]).isEqualTo((byte) 2);
        }
    }

    @Test
    void whatNothingTellsHasEveryState() {
        Agreement blind = HandMade.blind();
        List<String> fields = List.of("forename", "surname", "postcode");
        EncodedTable table = EncodedTable.of(blind, List.of(HandMade.record(blind, "A", fields)));
        Patterns patterns = Patterns.of(HandMade.everyPair(blind, table, table), new Comparer(blind, table, table));
        assertThat(patterns.size()).isOne();
        assertThat(patterns.states(0)).hasSize(3 * 4 * 3);
        assertThat(Arrays.stream(patterns.chances(0))).allMatch(chance -> Math.abs(chance - 1) < 1e-9);
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
        assertThat(told(agreement, patterns(agreement, left, right)))
                .contains("forename same, surname same, sex same, birth_date same")
                .doesNotContain("postcode", "address");
    }

    private String told(String left, String right) throws IOException {
        return told(SealedTables.agreement(), patterns(SealedTables.agreement(), left, right));
    }

    /** Names of the levels in the state where the only pair is likeliest, but for what is missing. */
    private static String told(Agreement agreement, Patterns patterns) {
        byte[] levels = patterns.levels(patterns.likeliest(0));
        List<Comparison> comparisons = Comparison.of(agreement);
        return String.join(
                ", ",
                IntStream.range(0, levels.length)
                        .filter(c -> levels[c] != Comparison.MISSING)
                        .mapToObj(c -> comparisons.get(c).name() + " "
                                + comparisons.get(c).levels().get(levels[c]))
                        .toList());
    }

    private static Map<List<Byte>, Double> chances(Patterns patterns, int pattern) {
        Map<List<Byte>, Double> chances = new HashMap<>();
        for (int i = 0; i < patterns.states(pattern).length; i++) {
            byte[] levels = patterns.levels(patterns.states(pattern)[i]);
            chances.put(
                    IntStream.range(0, levels.length).mapToObj(c -> levels[c]).toList(), patterns.chances(pattern)[i]);
        }
        return chances;
    }

    private static String seen(Comparer comparer, CandidatePairs pairs, int pair) {
        byte[] seen = new byte[comparer.length()];
        comparer.see(pairs.left(pair), pairs.right(pair), pairs.rulesOf(pair), seen);
        return Arrays.toString(seen);
    }

    private static List<String> crowd() {
        return IntStream.range(0, 30)
                .mapToObj(i -> "R%d,,%s,%s,F,19%02d-12-31,LS1 4AP"
                        .formatted(i, i % 2 == 0 ? "Katherine" : "Kate", i % 3 == 0 ? "Hillson" : "", 70 + i % 4))
                .toList();
    }

    private EncodedTable table(String provider, List<String> rows) throws IOException {
        return new SealedTables(folder, SealedTables.agreement()).of(provider, rows);
    }

    private Patterns patterns(Agreement agreement, String left, String right) throws IOException {
        return patterns(agreement, table("left", List.of("A," + left)), table("right", List.of("A," + right)));
    }

    private static Patterns patterns(Agreement agreement, EncodedTable left, EncodedTable right) {
        return Patterns.of(HandMade.everyPair(agreement, left, right), new Comparer(agreement, left, right));
    }
}
