package uk.linkage.provider.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashSet128Test {

    @Test
    void itHoldsWhatAPlainSetHolds() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            HashSet128 set = new HashSet128(1);
            Set<List<Long>> plain = new HashSet<>();
            int range = 1 + random.nextInt(200);
            for (int i = 0; i < 4_000; i++) {
                long high = value(random, range);
                long low = 1 + value(random, range);
                assertThat(set.add(high, low)).as("seed %d, step %d", seed, i).isEqualTo(plain.add(List.of(high, low)));
            }
            assertThat(set.size()).as("seed %d", seed).isEqualTo(plain.size());
        }
    }

    /** Small ones collide and repeat; large ones spread; all in the upper bits fall into one slot. */
    private static long value(Random random, int range) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(range);
            case 1 -> random.nextLong();
            default -> (long) random.nextInt(range) << 40;
        };
    }

    @Test
    void theEmptySlotsOwnHashIsAMemberLikeAnother() {
        HashSet128 set = new HashSet128(1);
        assertThat(set.add(0, 0)).isTrue();
        assertThat(set.add(0, 0)).isFalse();
        assertThat(set.add(0, 2)).isTrue();
        assertThat(set.size()).isEqualTo(2);
    }

    @Test
    void clearedItIsEmpty() {
        HashSet128 set = new HashSet128(3);
        assertThat(set.add(5, 6)).isTrue();
        set.clear();
        assertThat(set.size()).isZero();
        assertThat(set.add(5, 6)).isTrue();
    }
}
