package uk.linkage.hub.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.HandMade;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.EncodedRecord;
import uk.linkage.hub.block.EncodedTable;

/** Keys of the records are numbered from 0 without the number of the person; records have no others than these. */
class RarityTest {
    private static final Agreement AGREEMENT = HandMade.agreement();
    private static final double MOST_BITS = 1.5;
    private static final long FIRST = 0b01;
    private static final long SECOND = 0b10;

    /** How many records have each token of the first key: one has 9 others, one 4, ten none. */
    private static final int[] SHARED = {10, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    @Test
    void whatManyHaveWeighsLessAndWhatFewHaveMore() {
        EncodedTable table = shared(SHARED);
        Rarity rarity = Rarity.between(AGREEMENT, table, table);
        double many = Rarity.bits(rarity.halfBits(0, 0, FIRST));
        double some = Rarity.bits(rarity.halfBits(10, 10, FIRST));
        double one = Rarity.bits(rarity.halfBits(20, 20, FIRST));
        assertThat(many).isLessThan(some).isNegative();
        assertThat(some).isLessThan(one);
        assertThat(one).isPositive();
    }

    @Test
    void itIsHowMuchTheRateOfChanceAgreementIsLessThanExpected() {
        EncodedTable table = shared(SHARED);
        Rarity rarity = Rarity.between(AGREEMENT, table, table);
        int[] others = IntStream.of(SHARED)
                .flatMap(rows -> IntStream.generate(() -> rows - 1).limit(rows))
                .toArray();
        double mean = IntStream.of(others).average().orElseThrow();
        double variance = IntStream.of(others)
                .mapToDouble(o -> (o - mean) * (o - mean))
                .average()
                .orElseThrow();
        double shape = mean * mean / (variance - mean);
        for (int row = 0; row < others.length; row++) {
            double expected = (shape + others[row]) / (shape / mean + 1);
            double bits = Math.max(-MOST_BITS, Math.min(MOST_BITS, Math.log(mean / expected) / Math.log(2)));
            assertThat(Rarity.bits(rarity.halfBits(row, row, FIRST)))
                    .as("of %d others, to half a bit", others[row])
                    .isCloseTo(bits, within(0.25));
        }
    }

    @Test
    void whereAllAreSharedAlikeRarityWeighsNothing() {
        EncodedTable table = shared(3, 3, 3, 3);
        assertThat(Rarity.between(AGREEMENT, table, table).halfBits(0, 0, FIRST))
                .isZero();
    }

    @Test
    void whereNoKeyAgreesOrNobodySharesATokenItWeighsNothing() {
        EncodedTable table = shared(SHARED);
        EncodedTable alone = shared(1, 1, 1, 1);
        assertThat(Rarity.between(AGREEMENT, table, table).halfBits(0, 0, 0)).isZero();
        assertThat(Rarity.between(AGREEMENT, alone, alone).halfBits(0, 0, FIRST))
                .isZero();
    }

    @Test
    void ofTheKeysThatAgreeTheLeastSharedSpeaks() {
        EncodedTable table = shared(SHARED);
        Rarity rarity = Rarity.between(AGREEMENT, table, table);
        assertThat(rarity.halfBits(0, 0, FIRST)).isNegative();
        assertThat(rarity.halfBits(0, 0, FIRST | SECOND))
                .as("nobody shares a token of the second")
                .isZero();
    }

    @Test
    void itIsNeverMoreThanOneAndAHalfBitsEitherWay() {
        int[] extreme = IntStream.range(0, 60).map(i -> i == 0 ? 500 : 1).toArray();
        EncodedTable table = shared(extreme);
        Rarity rarity = Rarity.between(AGREEMENT, table, table);
        for (int row = 0; row < table.rows(); row++) {
            assertThat(Rarity.bits(rarity.halfBits(row, row, FIRST))).isBetween(-MOST_BITS, MOST_BITS);
        }
    }

    @Test
    void aComparerThatIsToldOfItSeesItAndAnotherDoesNot() {
        List<EncodedRecord> records = new ArrayList<>();
        for (int row = 0; row < 15; row++) {
            long[] keys = {0, Math.max(1, row - 8), 0, 0, 0, 0};
            records.add(HandMade.record(AGREEMENT, "R" + row, List.of(), keys, new int[4]));
        }
        EncodedTable table = EncodedTable.of(AGREEMENT, records);
        assertThat(rarity(new Comparer(AGREEMENT, table, table), table, 0)).isZero();
        assertThat(rarity(Comparer.byRarity(AGREEMENT, table, table), table, 0)).isNegative();
        assertThat(rarity(Comparer.byRarity(AGREEMENT, table, table), table, 14))
                .isPositive();
    }

    private static double rarity(Comparer comparer, EncodedTable table, int row) {
        byte[] seen = new byte[comparer.length()];
        comparer.see(row, row, table.keys(row), seen);
        return comparer.rarity(seen);
    }

    /** So many records each share a token of the first key, and none of the second. */
    private static EncodedTable shared(int... rows) {
        List<EncodedRecord> records = new ArrayList<>();
        for (int token = 0; token < rows.length; token++) {
            for (int i = 0; i < rows[token]; i++) {
                long[] keys = {0, 1 + token, 1 + records.size(), 0, 0, 0};
                records.add(HandMade.record(AGREEMENT, "R" + records.size(), List.of(), keys, new int[4]));
            }
        }
        return EncodedTable.of(AGREEMENT, records);
    }
}
