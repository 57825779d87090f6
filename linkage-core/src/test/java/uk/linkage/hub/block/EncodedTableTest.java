package uk.linkage.hub.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.linkage.HandMade;
import uk.linkage.agreement.Agreement;

class EncodedTableTest {
    private static final Agreement AGREEMENT = HandMade.agreement();
    private static final EncodedTable TABLE = EncodedTable.of(
            AGREEMENT,
            List.of(
                    HandMade.record(AGREEMENT, "A", List.of(), new long[] {1, 0, 3, 4, 5, 6}, new int[] {1, 2, 3, 4}),
                    HandMade.record(
                            AGREEMENT, "B", List.of("surname"), new long[] {0, 2, 3, 4, 5, 0}, new int[] {5, 6, 7, 8}),
                    HandMade.record(AGREEMENT, "C", List.of("postcode"), new long[] {9, 8, 7, 6, 5, 4}, new int[4])));

    @Test
    void selectedRowsAreWhatTheyWereInTheOrderAskedFor() {
        int[] rows = {2, 0, 2, 1};
        EncodedTable selected = TABLE.select(rows);
        assertThat(selected.localIds()).containsExactly("C", "A", "C", "B");
        for (int row = 0; row < rows.length; row++) {
            assertThat(selected.presence(row)).isEqualTo(TABLE.presence(rows[row]));
            assertThat(selected.differing(row, TABLE, rows[row])).isZero();
            for (int view = 0; view < 4; view++) {
                assertThat(selected.view(view).count(row))
                        .isEqualTo(TABLE.view(view).count(rows[row]));
            }
            for (int key = 0; key < AGREEMENT.keys().size(); key++) {
                assertThat(selected.key(key).has(row)).isEqualTo(TABLE.key(key).has(rows[row]));
                assertThat(selected.key(key).equal(row, TABLE.key(key), rows[row]))
                        .isEqualTo(TABLE.key(key).has(rows[row]));
            }
        }
    }

    @Test
    void selectedRowsAreFoundByTheirTokens() {
        CandidatePairs pairs =
                CandidatePairs.of(List.of(new Blocking.ByKey("key", 2)), TABLE.select(new int[] {1, 2}), TABLE);
        assertThat(pairs.size()).isEqualTo(3);
        assertThat(pairs.find(0, 0)).isNotNegative();
        assertThat(pairs.find(0, 1)).isNotNegative();
        assertThat(pairs.find(1, 2)).isNotNegative();
    }

    @Test
    void noRowsAreATableToo() {
        EncodedTable none = TABLE.select(new int[0]);
        assertThat(none.rows()).isZero();
        assertThat(none.codeBits()).isEqualTo(TABLE.codeBits());
    }
}
