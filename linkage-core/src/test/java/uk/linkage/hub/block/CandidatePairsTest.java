package uk.linkage.hub.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.HandMade;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.file.Progress;

class CandidatePairsTest {
    private static final Agreement AGREEMENT = SealedTables.agreement();
    private static final List<Blocking> RULES = Blocking.of(AGREEMENT);

    @TempDir
    private Path folder;

    @Test
    void theyAreWhatEveryRuleFindsByLookingAtAllPairs() throws IOException {
        int found = 0;
        for (long seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            EncodedTable left = table("left", crowd(random, 1 + random.nextInt(40)));
            EncodedTable right = table("right", crowd(random, 1 + random.nextInt(60)));
            CandidatePairs pairs = CandidatePairs.of(RULES, left, right);
            assertThat(told(pairs)).as("seed %d", seed).isEqualTo(byLookingAtAll(left, right));
            found += pairs.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void eachPairComesOnceInAscendingOrder() throws IOException {
        CandidatePairs pairs = CandidatePairs.of(
                RULES, table("left", crowd(new Random(1), 50)), table("right", crowd(new Random(2), 50)));
        for (int i = 1; i < pairs.size(); i++) {
            boolean ascending = pairs.left(i) > pairs.left(i - 1)
                    || pairs.left(i) == pairs.left(i - 1) && pairs.right(i) > pairs.right(i - 1);
            assertThat(ascending).as("pair %d", i).isTrue();
        }
        for (int rule = 0; rule < RULES.size(); rule++) {
            String name = RULES.get(rule).name();
            long found = told(pairs).stream()
                    .filter(pair -> pair.contains(name + ","))
                    .count();
            assertThat(pairs.found(rule)).as(name).isEqualTo(found);
        }
    }

    @Test
    void oneRecordInBothIsFoundByEveryRule() throws IOException {
        List<String> one = List.of("A,9990000018,Ann,Hill,F,1980-12-31,LS1 1AA");
        CandidatePairs pairs = CandidatePairs.of(RULES, table("left", one), table("right", one));
        assertThat(pairs.size()).isOne();
        assertThat(pairs.foundBy(0))
                .containsExactlyElementsOf(RULES.stream().map(Blocking::name).toList());
    }

    @Test
    void missingValuesAreNotEqualToEachOther() throws IOException {
        List<String> one = List.of("A,,,Hill,F,,");
        CandidatePairs pairs = CandidatePairs.of(keys(), table("left", one), table("right", one));
        assertThat(pairs.size()).isZero();
    }

    @Test
    void aBlockThatIsTooLargeIsSearchedByCodes() throws IOException {
        List<String> hostel = new ArrayList<>(twins(100));
        hostel.add("X,,Ann,Hill,F,1980-12-31,LS1 1AA");
        CandidatePairs pairs = CandidatePairs.of(RULES, table("left", hostel), table("right", twins(100)));
        assertThat(pairs.passedOver(namesAndBirth())).isZero();
        assertThat(pairs.found(namesAndBirth())).isEqualTo(10_100);
    }

    @Test
    void pairsOfALargeBlockThatOnlyOtherRulesFindAgreeInItsKeyAsWell() throws IOException {
        EncodedTable left = table("left", strangersOfOneKey(101));
        EncodedTable right = table("right", strangersOfOneKey(100));
        int key = place("forename.initial_surname.initial_birth_date.year_postcode");
        CandidatePairs pairs = CandidatePairs.of(RULES, left, right);
        assertThat(pairs.found(key)).isEqualTo(pairs.size()).isBetween(100L, 101L * 100 - 1);
    }

    @Test
    void aBlockThatIsTooLargeIsLeftToTheOthersAndCountedWhereNoCodesAreSearched() throws IOException {
        CandidatePairs most = CandidatePairs.of(keys(), table("left", twins(100)), table("right", twins(100)));
        assertThat(most.passedOver(namesAndBirth())).isZero();
        assertThat(most.found(namesAndBirth())).isEqualTo(10_000);
        CandidatePairs more = CandidatePairs.of(keys(), table("left", twins(101)), table("right", twins(100)));
        assertThat(more.passedOver(namesAndBirth())).isEqualTo(10_100);
        assertThat(more.found(namesAndBirth())).isZero();
        assertThat(more.found(place("nhs_number"))).isZero();
        assertThat(more.passedOver(place("nhs_number"))).isZero();
    }

    @Test
    void anEmptyTableHasNoCandidates() throws IOException {
        EncodedTable none = new SealedTables(folder, AGREEMENT).ofNobody("nobody");
        assertThat(none.rows()).isZero();
        assertThat(CandidatePairs.of(RULES, none, table("right", twins(3))).size())
                .isZero();
        assertThat(CandidatePairs.of(RULES, table("right", twins(3)), none).size())
                .isZero();
    }

    @Test
    void withinATableTheyAreThePairsOfTheTableWithItselfOneWayRound() throws IOException {
        EncodedTable table = table("left", crowd(new Random(3), 80));
        CandidatePairs all = CandidatePairs.of(RULES, table, table);
        CandidatePairs within = CandidatePairs.within(RULES, table);
        List<String> oneWay = IntStream.range(0, all.size())
                .filter(pair -> all.left(pair) < all.right(pair))
                .mapToObj(told(all)::get)
                .toList();
        assertThat(oneWay).isNotEmpty();
        assertThat(told(within)).isEqualTo(oneWay);
    }

    @Test
    void withinATableABlockThatIsTooLargeCountsEachPairOnce() throws IOException {
        CandidatePairs within = CandidatePairs.within(keys(), table("left", twins(200)));
        assertThat(within.found(namesAndBirth())).isZero();
        assertThat(within.passedOver(namesAndBirth())).isEqualTo(200 * 200 / 2);
    }

    @Test
    void thoseThatAreWantedStayAsTheyAre() throws IOException {
        EncodedTable table = table("left", crowd(new Random(4), 60));
        CandidatePairs all = CandidatePairs.of(RULES, table, table);
        CandidatePairs some = where((left, right) -> (left + right) % 3 == 0, table);
        List<String> wanted = IntStream.range(0, all.size())
                .filter(pair -> (all.left(pair) + all.right(pair)) % 3 == 0)
                .mapToObj(told(all)::get)
                .toList();
        assertThat(told(some)).isEqualTo(wanted).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(some.find(0, 0)).isZero();
        assertThat(some.find(0, 1)).isNegative();
        assertThat(where((left, right) -> false, table).size()).isZero();
    }

    private static CandidatePairs where(KeyPairs.PairTest wanted, EncodedTable table) {
        return CandidatePairs.of(
                KeyPairs.of(RULES, table, table, wanted, rulesDone -> {}), table, table, false, Progress.UNSEEN);
    }

    @Test
    void asManyAsSixtyThreeRulesAreToldApart() {
        Agreement agreement = HandMade.agreement();
        EncodedTable left = handMade(agreement, new long[] {1, 2, 0, 0, 0, 0}, new long[] {3, 4, 0, 0, 0, 0});
        EncodedTable right = handMade(agreement, new long[] {1, 9, 0, 0, 0, 0}, new long[] {8, 4, 0, 0, 0, 0});
        List<Blocking> rules = new ArrayList<>();
        for (int rule = 0; rule < 63; rule++) {
            rules.add(new Blocking.ByKey("rule " + rule, rule < 31 || rule == 62 ? 0 : 1));
        }
        CandidatePairs pairs = CandidatePairs.of(rules, left, right);
        assertThat(pairs.size()).isEqualTo(2);
        assertThat(pairs.foundBy(pairs.find(0, 0))).hasSize(32).contains("rule 0", "rule 30", "rule 62");
        assertThat(pairs.foundBy(pairs.find(1, 1))).hasSize(31).contains("rule 31", "rule 32", "rule 61");
        assertThat(IntStream.range(0, 63).mapToLong(pairs::found)).containsOnly(1L);
    }

    private static EncodedTable handMade(Agreement agreement, long[]... keys) {
        int[] bits = new int[agreement.views().size()];
        return EncodedTable.of(
                agreement,
                Arrays.stream(keys)
                        .map(own -> HandMade.record(agreement, "R" + own[0], List.of(), own, bits))
                        .toList());
    }

    private static List<String> told(CandidatePairs pairs) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            told.add(pairs.left(i) + "-" + pairs.right(i) + ":" + String.join(",", pairs.foundBy(i)) + ",");
        }
        return told;
    }

    private static List<String> byLookingAtAll(EncodedTable left, EncodedTable right) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < left.rows(); i++) {
            for (int j = 0; j < right.rows(); j++) {
                StringBuilder by = new StringBuilder();
                for (Blocking rule : RULES) {
                    by.append(holds(rule, left, i, right, j) ? rule.name() + "," : "");
                }
                if (!by.isEmpty()) {
                    told.add(i + "-" + j + ":" + by);
                }
            }
        }
        return told;
    }

    /** A code of no value meets nobody. */
    private static boolean holds(Blocking rule, EncodedTable left, int i, EncodedTable right, int j) {
        if (rule instanceof Blocking.ByKey key) {
            return left.key(key.key()).equal(i, right.key(key.key()), j);
        }
        Blocking.BySimilarity similar = (Blocking.BySimilarity) rule;
        int view = similar.view();
        if (!telling(view, left.presence(i)) || !telling(view, right.presence(j))) {
            return false;
        }
        int bits = left.view(view).bits();
        int agreeing = bits - left.view(view).differing(i, right.view(view), j);
        double least = similar.exact(telling(view, left), telling(view, right)).threshold();
        return (double) agreeing / bits >= least
                && left.differing(i, right, j)
                        <= similar.reach().mostDiffering(Blocking.BySimilarity.CHANCE_OVERALL, left, right);
    }

    private static int telling(int view, EncodedTable table) {
        return (int) IntStream.range(0, table.rows())
                .filter(row -> telling(view, table.presence(row)))
                .count();
    }

    /** A view shows two records as alike only where each brings the bits that single a person out. */
    private static boolean telling(int view, int presence) {
        return AGREEMENT.tells(AGREEMENT.views().get(view), presence);
    }

    /** People of few names, so that rules find pairs on their own and together. */
    private static List<String> crowd(Random random, int people) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            rows.add("R%d,,%s,%s,%s,19%02d-0%d-11,%s"
                    .formatted(
                            i,
                            pick(random, "Ann", "Anne", "Katherine", "Kate", ""),
                            pick(random, "Hill", "Hillson", "Ogundele", ""),
                            pick(random, "F", "M", ""),
                            50 + random.nextInt(3),
                            1 + random.nextInt(2),
                            pick(random, "LS1 1AA", "LS1 1AB", "")));
        }
        return rows;
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static List<String> twins(int people) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            rows.add("R" + i + ",,Ann,Hill,F,1980-12-31,");
        }
        return rows;
    }

    /** Strangers in a hostel, who happen to have one surname, one initial and one year of birth. */
    private static List<String> strangersOfOneKey(int people) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String forename =
                    "A" + (char) ('a' + i % 26) + (char) ('a' + i * 7 % 26) + (char) ('a' + i * 11 % 23) + "o";
            rows.add("R%d,,%s,Hill,F,1950-%02d-%02d,LS1 1AA".formatted(i, forename, 1 + i % 12, 1 + i * 13 % 28));
        }
        return rows;
    }

    private static List<Blocking> keys() {
        return RULES.stream().filter(Blocking.ByKey.class::isInstance).toList();
    }

    private static int place(String key) {
        return RULES.stream().map(Blocking::name).toList().indexOf(key);
    }

    /** A key in which all twins are equal. */
    private static int namesAndBirth() {
        return ofFields("forename", "surname", "sex", "birth_date");
    }

    /** The first key that is made of these fields alone. */
    private static int ofFields(String... fields) {
        return IntStream.range(0, AGREEMENT.keys().size())
                .filter(key -> AGREEMENT.keys().get(key).parts().stream()
                        .flatMap(part -> part.fields().stream())
                        .allMatch(List.of(fields)::contains))
                .findFirst()
                .orElseThrow();
    }

    private EncodedTable table(String provider, List<String> rows) throws IOException {
        return new SealedTables(folder, AGREEMENT).of(provider, rows);
    }
}
