package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PermutationTest {
    @Test
    void everyNumberComesUpExactlyOnceAtEverySize() {
        for (int size = 1; size <= 300; size++) {
            var shuffle = new Permutation(size, new Seed(size));
            assertThat(LongStream.range(0, size).map(shuffle::at).sorted())
                    .as("size and seed %d", size)
                    .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
        }
    }

    @Test
    void anotherSeedShufflesOtherwise() {
        assertThat(firstTen(new Seed(1))).isNotEqualTo(firstTen(new Seed(2)));
    }

    @Test
    void whatIsOutsideTheRangeIsRefused() {
        var shuffle = new Permutation(10, new Seed(1));
        assertThatThrownBy(() -> shuffle.at(10)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Permutation(0, new Seed(1))).hasMessage("size (0) must be positive");
    }

    private static long[] firstTen(Seed seed) {
        var shuffle = new Permutation(1_000_000, seed);
        return LongStream.range(0, 10).map(shuffle::at).toArray();
    }
}
