package uk.linkage.bloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    @Test
    void knownValues() {
        assertThat(Similarity.DICE.of(3, 4, 6, 64)).isEqualTo(0.6);
        assertThat(Similarity.JACCARD.of(3, 4, 6, 64)).isEqualTo(3 / 7.0);
        assertThat(Similarity.COSINE.of(3, 4, 9, 64)).isEqualTo(0.5);
        assertThat(Similarity.AGREEMENT.of(3, 4, 6, 64)).isCloseTo(60 / 64.0, within(1e-12));
    }

    @Test
    void equalEncodingsAreWhollyAlikeAndEmptyOnesAreNotAlike() {
        for (Similarity similarity : Similarity.values()) {
            assertThat(similarity.of(9, 9, 9, 64)).as("%s", similarity).isEqualTo(1);
        }
        assertThat(Similarity.DICE.of(0, 0, 0, 64)).isZero();
        assertThat(Similarity.JACCARD.of(0, 0, 0, 64)).isZero();
        assertThat(Similarity.COSINE.of(0, 0, 0, 64)).isZero();
    }

    @Test
    void noPairExceedsItsBound() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Encoding a = Fixtures.random(random, 128, random.nextDouble());
            Encoding b = Fixtures.random(random, 128, random.nextDouble());
            for (Similarity s : Similarity.values()) {
                assertThat(s.of(a.shared(b), a.count(), b.count(), 128))
                        .as("%s, seed 1, round %d", s, i)
                        .isLessThanOrEqualTo(s.bound(a.count(), b.count(), 128) + 1e-12);
            }
        }
    }

    @Test
    void whatReachesAThresholdSharesAsManyBitsAsAreAskedOfIt() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            int a = 1 + random.nextInt(128);
            int b = 1 + random.nextInt(128);
            int fewest = 1 + random.nextInt(b);
            int shared = random.nextInt(Math.min(a, b) + 1);
            for (Similarity s : Similarity.values()) {
                double threshold = random.nextBoolean() ? s.of(shared, a, b, 128) : random.nextDouble();
                int asked = s.fewestShared(threshold, a, fewest, 128) + s.furtherShared(threshold, b - fewest);
                if (s.of(shared, a, b, 128) >= threshold) {
                    assertThat(shared).as("%s, seed 2, round %d", s, i).isGreaterThanOrEqualTo(asked);
                }
                assertThat(s.of(s.fewestShared(threshold, a, b, 128) + 1, a, b, 128))
                        .as("%s, seed 2, round %d: a bit more is enough", s, i)
                        .isGreaterThanOrEqualTo(threshold);
            }
        }
    }
}
