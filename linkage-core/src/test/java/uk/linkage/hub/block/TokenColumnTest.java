package uk.linkage.hub.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenColumnTest {

    @Test
    void othersAreTheRowsOfTheSameToken() {
        for (long seed = 0; seed < 50; seed++) {
            TokenColumn column = column(new Random(seed));
            int[] others = column.others();
            for (int row = 0; row < column.rows(); row++) {
                int own = row;
                long expected = IntStream.range(0, column.rows())
                        .filter(other -> other != own && column.equal(own, column, other))
                        .count();
                assertThat(others[row]).as("seed %d, row %d", seed, row).isEqualTo((int) expected);
            }
        }
    }

    @Test
    void aRowWithoutATokenIsEqualToNone() {
        TokenColumn column = new TokenColumn(2);
        assertThat(column.has(0)).isFalse();
        assertThat(column.equal(0, column, 1)).isFalse();
        assertThat(column.others()).containsExactly(0, 0);
    }

    private static TokenColumn column(Random random) {
        TokenColumn column = new TokenColumn(random.nextInt(40));
        for (int row = 0; row < column.rows(); row++) {
            if (random.nextInt(4) > 0) {
                column.set(row, random.nextInt(3) - 1L, random.nextInt(3) - 1L);
            }
        }
        return column;
    }
}
