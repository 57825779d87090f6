package uk.linkage.hub.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.HandMade;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.exchange.EncodedRecord;

class SelfPairsTest {
    private static final Agreement AGREEMENT = HandMade.agreement();
    private static final int KEY = 1;
    private static final List<Blocking> BY_KEY = List.of(new Blocking.ByKey("surname-birth", KEY));
    private static final int LARGE = 25_000;

    @TempDir
    private Path folder;

    @Test
    void ofASmallFileTheyAreAllPairsThatTheRulesProposeButOfRecordsWithThemselves() throws IOException {
        List<Blocking> rules = Blocking.of(SealedTables.agreement());
        EncodedTable table = new SealedTables(folder, SealedTables.agreement()).of("crowd", crowd());
        SelfPairs self = SelfPairs.of(rules, table);
        CandidatePairs proposed = CandidatePairs.of(rules, table, table);
        Set<String> expected = new HashSet<>(told(proposed));
        for (int row = 0; row < table.rows(); row++) {
            assertThat(expected.remove(row + "-" + row)).isTrue();
        }
        assertThat(self.sample()).isSameAs(table);
        assertThat(told(self.pairs()))
                .hasSameElementsAs(expected)
                .hasSize(expected.size())
                .isNotEmpty();
    }

    @Test
    void ofALargeFileRowsSpreadEvenlyAreHeldAgainstTheWhole() {
        EncodedTable table = large();
        SelfPairs self = SelfPairs.of(BY_KEY, table);
        assertThat(self.table()).isSameAs(table);
        assertThat(self.sample().rows()).isEqualTo(10_000);
        int[] rows =
                self.sample().localIds().stream().mapToInt(Integer::parseInt).toArray();
        for (int i = 1; i < rows.length; i++) {
            assertThat(rows[i] - rows[i - 1]).isBetween(LARGE / 10_000, LARGE / 10_000 + 1);
        }
        assertThat(rows[0]).isLessThan(3);
        assertThat(rows[rows.length - 1]).isGreaterThanOrEqualTo(LARGE - 3);
    }

    @Test
    void inALargeFileToNoRecordIsHeldAgainstItself() {
        SelfPairs self = SelfPairs.of(BY_KEY, large());
        for (int pair = 0; pair < self.pairs().size(); pair++) {
            int left = self.pairs().left(pair);
            int right = self.pairs().right(pair);
            assertThat(self.sample().localId(left)).isNotEqualTo(self.table().localId(right));
            assertThat(self.sample().key(KEY).equal(left, self.table().key(KEY), right))
                    .isTrue();
        }
        assertThat(self.pairs().size())
                .as("each sampled row has four others of its token")
                .isEqualTo(4 * self.sample().rows());
    }

    @Test
    void aFileOfNobodyHasNone() {
        assertThat(SelfPairs.of(BY_KEY, EncodedTable.of(AGREEMENT, List.of()))
                        .pairs()
                        .size())
                .isZero();
    }

    /** Five records have the same token, far apart. */
    private static EncodedTable large() {
        List<EncodedRecord> records = new ArrayList<>();
        for (int row = 0; row < LARGE; row++) {
            long[] keys = {0, 1 + row % (LARGE / 5), 0, 0, 0, 0};
            records.add(HandMade.record(AGREEMENT, "" + row, List.of("surname"), keys, new int[4]));
        }
        return EncodedTable.of(AGREEMENT, records);
    }

    private static List<String> told(CandidatePairs pairs) {
        return IntStream.range(0, pairs.size())
                .mapToObj(pair -> pairs.left(pair) + "-" + pairs.right(pair))
                .toList();
    }

    private static List<String> crowd() {
        return IntStream.range(0, 40)
                .mapToObj(i -> "R%d,,%s,%s,F,19%02d-0%d-11,LS1 4AP"
                        .formatted(
                                i,
                                i % 2 == 0 ? "Katherine" : "Kate",
                                i % 3 == 0 ? "Hill" : "Hall",
                                70 + i % 7,
                                1 + i % 5))
                .toList();
    }
}
