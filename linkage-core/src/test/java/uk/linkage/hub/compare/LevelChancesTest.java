package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.HandMade;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Encode.MatchKey;
import uk.linkage.hub.compare.EveryJointLevel.Sum;

/** Fields stand in the order forename, surname, birth_date, postcode; after them whether names are swapped. */
class LevelChancesTest {
    /** What the search may leave out, as a share of the best. */
    private static final double NEGLIGIBLE = 1e-4;

    private static final double ROUNDING = 1e-9;
    private static final Agreement AGREEMENT = HandMade.agreement();
    private static final EveryJointLevel PLAIN = new EveryJointLevel(AGREEMENT);
    private static final int BIRTH = 2;
    private static final int POSTCODE = 3;
    private static final int SWAPPED = 4;

    @Test
    void itIsTheSumOverAllJointLevelsAndPointsButForWhatIsNegligible() {
        for (Agreement agreement : List.of(AGREEMENT, HandMade.withoutPlaces())) {
            EveryJointLevel plain = new EveryJointLevel(agreement);
            for (long seed = 0; seed < 200; seed++) {
                assertIsTheSum(plain, Sight.drawn(plain, new Random(seed)), "drawn, seed " + seed);
                assertIsTheSum(plain, Sight.wild(plain, new Random(seed)), "wild, seed " + seed);
            }
        }
    }

    @Test
    void soItIsUnderTheProfile() {
        EveryJointLevel plain = new EveryJointLevel(SealedTables.agreement());
        for (long seed = 0; seed < 8; seed++) {
            assertIsTheSum(plain, Sight.drawn(plain, new Random(seed)), "drawn, seed " + seed);
        }
    }

    private static void assertIsTheSum(EveryJointLevel plain, Sight sight, String what) {
        Map<List<Byte>, Double> found = found(plain, sight);
        Map<List<Byte>, Sum> all = plain.of(sight.seen());
        double best = all.values().stream().mapToDouble(Sum::weight).max().orElseThrow();
        assertThat(found).as(what).isNotEmpty();
        assertThat(all.keySet()).as(what).containsAll(found.keySet());
        all.forEach((levels, sum) -> {
            double lost = sum.chance() - found.getOrDefault(levels, 0.0);
            assertThat(lost).as("%s, %s", what, levels).isGreaterThanOrEqualTo(-ROUNDING * sum.chance());
            assertThat(lost * sum.likely())
                    .as("%s, %s: lost of it", what, levels)
                    .isLessThanOrEqualTo((sum.points() + 1) * NEGLIGIBLE * best);
        });
    }

    @Test
    void aKeyThatAgreesIsBrokenByNoneAndOneThatDiffersByAll() {
        List<MatchKey> keys = Sight.keys(AGREEMENT);
        for (long seed = 0; seed < 400; seed++) {
            Sight sight = Sight.drawn(PLAIN, new Random(seed));
            for (List<Byte> levels : found(PLAIN, sight).keySet()) {
                for (int key = 0; key < keys.size(); key++) {
                    if ((sight.present >>> key & 1) != 0) {
                        assertThat(PLAIN.agrees(keys.get(key), bytes(levels)))
                                .as(
                                        "seed %d, %s, %s",
                                        seed, levels, keys.get(key).name())
                                .isEqualTo((sight.equal >>> key & 1) != 0);
                    }
                }
            }
        }
    }

    @Test
    void keysThatContradictEachOtherAreNotBelievedAndViewsAloneTell() {
        Sight contradiction = new Sight(AGREEMENT);
        contradiction.equal &= ~key("sound-birth");
        Sight withoutKeys = new Sight(AGREEMENT);
        withoutKeys.present = 0;
        withoutKeys.equal = 0;
        assertThat(found(PLAIN, contradiction)).isEqualTo(found(PLAIN, withoutKeys));
    }

    @Test
    void keysTellWhatViewsDoNotShow() {
        Sight sight = new Sight(AGREEMENT);
        IntStream.range(0, sight.bins.length).forEach(view -> sight.bins[view] = Comparer.UNSEEN);
        assertThat(found(PLAIN, sight)).containsOnlyKeys(List.of(levels(1, 1, 1, 1, 0)));
        sight.equal &= ~(key("surname-birth") | key("names-year"));
        assertThat(found(PLAIN, sight)).containsOnlyKeys(List.of(levels(1, 2, 1, 1, 0)));
    }

    @Test
    void namesOfWhichAllDifferMayBeSwappedAndOthersNot() {
        Sight sight = new Sight(AGREEMENT);
        IntStream.range(0, sight.bins.length).forEach(view -> sight.bins[view] = Comparer.UNSEEN);
        sight.equal = key("names-year") | key("initial-postcode");
        assertThat(found(PLAIN, sight).keySet())
                .contains(levels(2, 4, 1, 1, 1))
                .allSatisfy(levels -> assertThat(levels.get(SWAPPED)).isEqualTo((byte) 1))
                .allSatisfy(levels ->
                        assertThat(List.of(levels.get(0), levels.get(1))).doesNotContain((byte) 1));
        sight.equal = key("initial-postcode");
        assertThat(found(PLAIN, sight).keySet())
                .contains(levels(2, 4, 3, 1, 1), levels(2, 4, 1, 1, 2))
                .allSatisfy(levels -> assertThat(levels.get(SWAPPED) == Comparison.MISSING)
                        .isEqualTo(levels.get(0) == 1 || levels.get(1) == 1));
    }

    @Test
    void whatOneRecordLacksIsMissingAndShowsAsHalfTheDistanceOfDifferentValues() {
        Sight sight = new Sight(AGREEMENT);
        sight.states[BIRTH] = Comparer.ONE_SIDED;
        sight.present &= key("initial-postcode") | key("forename-district");
        sight.equal = sight.present;
        int half = (int) Math.round((70 + 96) / 4.0);
        IntStream.range(0, sight.bins.length)
                .forEach(view -> sight.bins[view] = (byte) (view == BIRTH ? 0 : bin(half)));
        assertThat(likeliest(sight)).isEqualTo(levels(1, 1, 0, 1, 0));
        assertThat(found(PLAIN, sight).keySet())
                .allSatisfy(levels -> assertThat(levels.get(BIRTH)).isZero());
    }

    @Test
    void whatBothLackIsMissingAndShowsNoDistance() {
        Sight sight = new Sight(AGREEMENT);
        sight.states[POSTCODE] = Comparer.ABSENT;
        sight.present &= ~(key("initial-postcode") | key("forename-district"));
        sight.equal = sight.present;
        assertThat(likeliest(sight)).isEqualTo(levels(1, 1, 1, 0, 0));
    }

    @Test
    void aValueThatIsThereInPartIsToldByItsKeysAndIsMissingWithoutThem() {
        Sight sight = new Sight(AGREEMENT);
        sight.states[BIRTH] = Comparer.PARTIAL;
        sight.present &= ~(key("surname-birth") | key("sound-birth"));
        sight.equal = sight.present;
        assertThat(found(PLAIN, sight).keySet())
                .isNotEmpty()
                .allSatisfy(levels -> assertThat(levels.get(BIRTH)).isBetween((byte) 1, (byte) 2));
        sight.present &= ~key("names-year");
        sight.equal = sight.present;
        assertThat(found(PLAIN, sight).keySet())
                .isNotEmpty()
                .allSatisfy(levels -> assertThat(levels.get(BIRTH)).isZero());
    }

    private static Map<List<Byte>, Double> found(EveryJointLevel plain, Sight sight) {
        LevelChances search = new LevelChances(plain.agreement(), plain.bins(), new KeyEvidence(plain.agreement()));
        Map<List<Byte>, Double> found = new HashMap<>();
        search.of(
                sight.seen(),
                (levels, chance) -> assertThat(found.put(list(levels), chance)).isNull());
        return found;
    }

    private static List<Byte> likeliest(Sight sight) {
        Map<List<Byte>, Double> found = found(PLAIN, sight);
        return found.keySet().stream()
                .max((a, b) -> Double.compare(found.get(a), found.get(b)))
                .orElseThrow();
    }

    private static long key(String name) {
        return 1L << Sight.keys(AGREEMENT).stream().map(MatchKey::name).toList().indexOf(name);
    }

    private static int bin(int filterBits) {
        int bits = AGREEMENT.filter().bits();
        return PLAIN.bins().bin((int) AGREEMENT.hardening().codeDistance(filterBits, bits));
    }

    private static List<Byte> levels(int... levels) {
        return IntStream.of(levels).mapToObj(level -> (byte) level).toList();
    }

    private static List<Byte> list(byte[] levels) {
        return IntStream.range(0, levels.length).mapToObj(i -> levels[i]).toList();
    }

    private static byte[] bytes(List<Byte> levels) {
        byte[] bytes = new byte[levels.size()];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = levels.get(i));
        return bytes;
    }
}
