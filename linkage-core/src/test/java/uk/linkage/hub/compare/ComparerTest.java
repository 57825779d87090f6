package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.HandMade;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;

/** Of a pair is seen: a bin for each of four views, a state for each of four fields, keys in both, keys equal, rarity, a number. */
class ComparerTest {
    private static final Agreement AGREEMENT = HandMade.agreement();
    private static final List<String> ALL = List.of("nhs_number", "forename", "surname", "birth_date", "postcode");
    private static final long[] KEYS = {1, 2, 3, 4, 5, 6};
    private static final int[] NO_BITS = {0, 0, 0, 0};
    private static final int BIRTH = 2;

    @Test
    void equalRecordsAreOfBinNoneWithAllValuesAndKeysInBoth() {
        ByteBuffer seen = see(AGREEMENT, table(ALL, KEYS, NO_BITS), table(ALL, KEYS, NO_BITS));
        assertThat(bins(seen)).containsExactly(0, 0, 0, 0);
        assertThat(states(seen)).containsOnly(Comparer.WHOLE).hasSize(4);
        assertThat(present(seen)).isEqualTo(equal(seen)).isEqualTo(0b11111);
        assertThat(number(seen)).isEqualTo(1);
    }

    @Test
    void everyViewIsOfTheBinOfItsOwnDifferingBits() {
        ViewBins bins = ViewBins.of(AGREEMENT);
        ByteBuffer seen = see(AGREEMENT, table(ALL, KEYS, NO_BITS), table(ALL, KEYS, new int[] {0, 20, 80, 240}));
        assertThat(bins(seen))
                .containsExactly(0, (byte) bins.bin(20), (byte) bins.bin(80), (byte) bins.bin(240))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aViewSaysNothingWhereEitherRecordLacksItsSalt() {
        Agreement salted = HandMade.salted();
        EncodedTable with = table(salted, ALL, KEYS);
        EncodedTable without = table(salted, List.of("forename", "surname", "postcode"), KEYS);
        assertThat(bins(see(salted, with, with))).containsOnly(0);
        assertThat(bins(see(salted, with, without))).containsOnly(Comparer.UNSEEN);
        assertThat(bins(see(salted, without, with))).containsOnly(Comparer.UNSEEN);
    }

    @Test
    void aFieldIsThereInBothInOneOrInNeither() {
        long[] noKeys = new long[6];
        EncodedTable some = table(List.of("forename", "surname"), noKeys, NO_BITS);
        EncodedTable others = table(List.of("surname", "postcode"), noKeys, NO_BITS);
        assertThat(states(see(AGREEMENT, some, others)))
                .containsExactly(Comparer.ONE_SIDED, Comparer.WHOLE, Comparer.ABSENT, Comparer.ONE_SIDED);
    }

    @Test
    void aDateOfWhichAPartIsInAKeyIsThereInPart() {
        List<String> undated = List.of("nhs_number", "forename", "surname", "postcode");
        EncodedTable whole = table(ALL, KEYS, NO_BITS);
        EncodedTable yearOnly = table(undated, new long[] {1, 0, 0, 4, 5, 6}, NO_BITS);
        EncodedTable none = table(undated, new long[] {1, 0, 0, 0, 5, 6}, NO_BITS);
        assertThat(states(see(AGREEMENT, whole, yearOnly))[BIRTH]).isEqualTo(Comparer.PARTIAL);
        assertThat(states(see(AGREEMENT, yearOnly, yearOnly))[BIRTH]).isEqualTo(Comparer.PARTIAL);
        assertThat(states(see(AGREEMENT, yearOnly, none))[BIRTH]).isEqualTo(Comparer.ONE_SIDED);
        assertThat(states(see(AGREEMENT, none, none))[BIRTH]).isEqualTo(Comparer.ABSENT);
    }

    @Test
    void keysArePresentInBothOrNotAndEqualOrNot() {
        ByteBuffer seen = see(
                AGREEMENT,
                table(ALL, new long[] {1, 2, 0, 4, 5, 6}, NO_BITS),
                table(ALL, new long[] {1, 2, 3, 9, 5, 0}, NO_BITS));
        assertThat(present(seen)).isEqualTo(0b01101);
        assertThat(equal(seen)).isEqualTo(0b01001);
    }

    @Test
    void aNumberIsSameDifferentOrMissing() {
        assertThat(number(see(AGREEMENT, numbered(1), numbered(1)))).isEqualTo(1);
        assertThat(number(see(AGREEMENT, numbered(1), numbered(2)))).isEqualTo(2);
        assertThat(number(see(AGREEMENT, numbered(1), numbered(0)))).isEqualTo(Comparison.MISSING);
        assertThat(number(see(AGREEMENT, numbered(0), numbered(0)))).isEqualTo(Comparison.MISSING);
    }

    @Test
    void nothingOfAnEarlierPairIsLeft() {
        Comparer comparer = new Comparer(AGREEMENT, numbered(1), numbered(1));
        byte[] seen = new byte[comparer.length()];
        Arrays.fill(seen, (byte) 77);
        comparer.see(0, 0, agreeing(AGREEMENT, numbered(1), numbered(1)), seen);
        assertThat(seen).isEqualTo(see(AGREEMENT, numbered(1), numbered(1)).array());
    }

    private static EncodedTable numbered(long number) {
        return table(ALL, new long[] {number, 2, 3, 4, 5, 6}, NO_BITS);
    }

    private static EncodedTable table(List<String> fields, long[] keys, int[] bits) {
        return EncodedTable.of(AGREEMENT, List.of(HandMade.record(AGREEMENT, "A", fields, keys, bits)));
    }

    private static EncodedTable table(Agreement agreement, List<String> fields, long[] keys) {
        return EncodedTable.of(agreement, List.of(HandMade.record(agreement, "A", fields, keys, NO_BITS)));
    }

    private static ByteBuffer see(Agreement agreement, EncodedTable left, EncodedTable right) {
        Comparer comparer = new Comparer(agreement, left, right);
        byte[] seen = new byte[comparer.length()];
        comparer.see(0, 0, agreeing(agreement, left, right), seen);
        return ByteBuffer.wrap(seen);
    }

    private static long agreeing(Agreement agreement, EncodedTable left, EncodedTable right) {
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), left, right);
        return pairs.find(0, 0) < 0 ? 0 : pairs.rulesOf(pairs.find(0, 0));
    }

    private static byte[] bins(ByteBuffer seen) {
        return Arrays.copyOf(seen.array(), 4);
    }

    private static byte[] states(ByteBuffer seen) {
        return Arrays.copyOfRange(seen.array(), 4, 8);
    }

    private static long present(ByteBuffer seen) {
        return seen.getLong(8);
    }

    private static long equal(ByteBuffer seen) {
        return seen.getLong(8 + Long.BYTES);
    }

    private static int number(ByteBuffer seen) {
        return seen.get(8 + 2 * Long.BYTES + 1);
    }
}
