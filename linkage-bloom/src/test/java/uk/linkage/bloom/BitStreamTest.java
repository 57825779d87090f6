package uk.linkage.bloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BitStreamTest {
    private static final byte[] SEED = {1, 2, 3};

    @Test
    void numbersAreTheSixteenBitWordsOfMgf1() throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(SEED);
        byte[] block = sha.digest(new byte[4]);
        int first = (block[0] & 0xff) << 8 | block[1] & 0xff;
        int second = (block[2] & 0xff) << 8 | block[3] & 0xff;

        assertThat(new BitStream(SEED).distinct(2, 65536)).containsExactly(first, second);
    }

    @Test
    void numbersOfOneDrawAreDistinctAndBelowTheBound() {
        BitStream stream = new BitStream(SEED);
        for (int bound : new int[] {1, 2, 3, 64, 100, 1000, 1024, 65535, 65536}) {
            int[] drawn = stream.distinct(Math.min(bound, 50), bound);
            assertThat(drawn).as("below %d", bound).doesNotHaveDuplicates();
            assertThat(Arrays.stream(drawn).allMatch(n -> n >= 0 && n < bound)).isTrue();
        }
    }

    @Test
    void aDrawOfAllNumbersIsAPermutation() {
        int[] drawn = new BitStream(SEED).distinct(100, 100);
        Arrays.sort(drawn);
        assertThat(drawn).isEqualTo(java.util.stream.IntStream.range(0, 100).toArray());
    }

    @Test
    void everyNumberIsDrawnAboutEquallyOften() {
        int[] drawn = new int[1000];
        BitStream stream = new BitStream(SEED);
        for (int i = 0; i < 100_000; i++) {
            drawn[stream.distinct(1, 1000)[0]]++;
        }
        double chiSquare = Arrays.stream(drawn)
                .mapToDouble(n -> (n - 100) * (n - 100) / 100.0)
                .sum();
        assertThat(chiSquare).isBetween(800.0, 1200.0); // 999 degrees of freedom, standard deviation 45
    }

    @Test
    void moreNumbersThanTheBoundHoldsAreRefused() {
        assertThatThrownBy(() -> new BitStream(SEED).distinct(5, 4)).hasMessageContaining("must fit in bound (4)");
    }
}
