package uk.linkage.bloom.harden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.Fixtures;

class DiffusionTest {
    private static final byte[] SEED = new byte[32];

    private final Diffusion diffusion = new Diffusion(1024, 8);
    private final Hardening.Keyed keyed = diffusion.keyed(SEED, 512);

    @Test
    void everyCodeBitIsTheExclusiveOrOfItsTaps() {
        Random random = new Random(1);
        Encoding filter = Fixtures.random(random, 512, 0.2);
        Encoding code = keyed.apply(filter);
        BitStream stream = new BitStream(SEED);
        for (int bit = 0; bit < 1024; bit++) {
            boolean wanted = false;
            for (int tap : stream.distinct(8, 512)) {
                wanted ^= filter.get(tap);
            }
            assertThat(code.get(bit)).as("bit %d", bit).isEqualTo(wanted);
        }
    }

    @Test
    void aCodeHasAboutHalfItsBitsSetWhateverTheFilter() {
        Random random = new Random(2);
        for (double density : new double[] {0.15, 0.3, 0.5}) {
            assertThat(keyed.apply(Fixtures.random(random, 512, density)).count())
                    .isBetween(400, 624);
        }
    }

    @Test
    void theFilterDistanceIsEstimatedWithinItsStatedDeviation() {
        Random random = new Random(4);
        for (int flips : new int[] {1, 4, 10, 20, 40, 60}) {
            int within = 0;
            for (int i = 0; i < 400; i++) {
                Encoding filter = Fixtures.random(random, 512, 0.2);
                int differing = keyed.apply(filter).differing(keyed.apply(Fixtures.flipped(random, filter, flips)));
                double error = diffusion.filterDistance(differing, 512) - flips;
                within += Math.abs(error) <= 2 * diffusion.filterDistanceDeviation(differing, 512) + 0.5 ? 1 : 0;
            }
            assertThat(within).as("%d bits turned over, seed 4", flips).isGreaterThan(360);
        }
    }

    @Test
    void unrelatedFiltersLieBeyondTheHorizon() {
        Random random = new Random(5);
        int differing = keyed.apply(Fixtures.random(random, 512, 0.5))
                .differing(keyed.apply(Fixtures.random(random, 512, 0.5)));
        assertThat(diffusion.filterDistance(differing, 512)).isGreaterThan(0.8 * diffusion.horizon(512));
        assertThat(diffusion.filterDistance(1024, 512)).isCloseTo(diffusion.horizon(512), within(1e-9));
    }

    @Test
    void anotherSeedGivesAnUnrelatedCode() {
        Encoding filter = Fixtures.random(new Random(6), 512, 0.2);
        byte[] other = SEED.clone();
        other[31] = 1;
        assertThat(diffusion.keyed(other, 512).apply(filter).differing(keyed.apply(filter)))
                .isBetween(430, 594);
    }

    @Test
    void tapsOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> new Diffusion(1024, 0)).hasMessage("taps (0) must be between 1 and 64");
        assertThatThrownBy(() -> new Diffusion(1024, 65)).hasMessage("taps (65) must be between 1 and 64");
    }
}
