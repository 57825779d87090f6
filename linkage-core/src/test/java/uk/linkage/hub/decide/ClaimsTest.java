package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    @Test
    void whereBothHoldAPersonOnceEachRecordHasOnePartner() {
        Claims claims = new Claims(true, true);
        assertThat(claims.take(1, 1)).isTrue();
        assertThat(claims.take(1, 2)).isFalse();
        assertThat(claims.take(2, 1)).isFalse();
        assertThat(claims.take(2, 2)).isTrue();
    }

    @Test
    void whereTheLeftMayRepeatAPersonSeveralOfItsRecordsShareAPartner() {
        Claims claims = new Claims(false, true);
        assertThat(claims.take(1, 1)).isTrue();
        assertThat(claims.take(2, 1)).isTrue();
        assertThat(claims.take(1, 2)).isFalse();
    }

    @Test
    void whereTheRightMayRepeatAPersonSeveralOfItsRecordsShareAPartner() {
        Claims claims = new Claims(true, false);
        assertThat(claims.take(1, 1)).isTrue();
        assertThat(claims.take(1, 2)).isTrue();
        assertThat(claims.take(2, 1)).isFalse();
    }

    @Test
    void whereBothMayRepeatEverythingIsFree() {
        Claims claims = new Claims(false, false);
        assertThat(claims.take(1, 1) && claims.take(1, 2) && claims.take(2, 1) && claims.take(1, 1))
                .isTrue();
    }

    @Test
    void aRefusedPairTakesNothing() {
        Claims claims = new Claims(true, true);
        claims.take(1, 1);
        claims.take(1, 2);
        assertThat(claims.take(3, 2)).isTrue();
    }

    @Test
    void clearedAllAreFreeAgain() {
        Claims claims = new Claims(true, true);
        claims.take(1, 1);
        claims.clear();
        assertThat(claims.take(1, 1)).isTrue();
    }

    @Test
    void nobodyIsTakenTwiceWhateverTheOrder() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Claims claims = new Claims(true, true);
            Set<Integer> left = new HashSet<>();
            Set<Integer> right = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                int l = random.nextInt(20);
                int r = random.nextInt(20);
                boolean free = !left.contains(l) && !right.contains(r);
                assertThat(claims.take(l, r)).as("seed %d", seed).isEqualTo(free);
                if (free) {
                    left.add(l);
                    right.add(r);
                }
            }
        }
    }
}
