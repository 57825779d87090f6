package uk.linkage.bloom.harden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.Fixtures;

class HardeningTest {
    private static final int BITS = 512;
    private static final byte[] SEED = new byte[32];
    private static final List<Hardening> ALL = List.of(
            new Diffusion(1024, 8),
            new Diffusion(512, 2),
            new Balancing(),
            new XorFold(1),
            new XorFold(2),
            new Rule90(),
            new Permutation(),
            new RandomisedResponse(0.02),
            new RandomisedResponse(0.05));

    private final Encoding filter = Fixtures.random(new Random(1), BITS, 0.2);

    @Test
    void aBalancedCodeHoldsEveryFilterBitAndItsComplementInTheOrderOfThePermutation() {
        Encoding code = new Balancing().keyed(SEED, BITS).apply(filter);
        int[] source = Permutation.shuffled(new BitStream(SEED), 2 * BITS);
        for (int i = 0; i < 2 * BITS; i++) {
            boolean wanted = source[i] < BITS ? filter.get(source[i]) : !filter.get(source[i] - BITS);
            assertThat(code.get(i)).as("bit %d", i).isEqualTo(wanted);
        }
        assertThat(code.count()).isEqualTo(BITS);
    }

    @Test
    void aFoldedBitIsTheExclusiveOrOfAllThatLieOnIt() {
        for (int times = 1; times <= 3; times++) {
            Encoding code = new XorFold(times).keyed(SEED, BITS).apply(filter);
            assertThat(code.bits()).isEqualTo(BITS >> times);
            for (int i = 0; i < code.bits(); i++) {
                boolean wanted = false;
                for (int j = i; j < BITS; j += code.bits()) {
                    wanted ^= filter.get(j);
                }
                assertThat(code.get(i)).as("bit %d of %d folds", i, times).isEqualTo(wanted);
            }
        }
    }

    @Test
    void underRule90EveryBitIsTheExclusiveOrOfItsNeighbours() {
        for (int bits : new int[] {64, 128, BITS}) {
            Encoding plain = Fixtures.random(new Random(bits), bits, 0.3);
            Encoding code = new Rule90().keyed(SEED, bits).apply(plain);
            for (int i = 0; i < bits; i++) {
                assertThat(code.get(i))
                        .as("bit %d of %d", i, bits)
                        .isEqualTo(plain.get((i + bits - 1) % bits) ^ plain.get((i + 1) % bits));
            }
        }
    }

    @Test
    void aPermutationMovesBitsAndEverySmallOneIsEquallyLikely() {
        assertThat(new Permutation().keyed(SEED, BITS).apply(filter).count()).isEqualTo(filter.count());
        int[] seen = new int[6];
        for (int i = 0; i < 6000; i++) {
            byte[] seed = {(byte) i, (byte) (i >> 8)};
            int[] order = Permutation.shuffled(new BitStream(seed), 3);
            seen[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
        }
        for (int count : seen) {
            assertThat(count).isBetween(850, 1150); // five standard deviations of 1,000
        }
    }

    @Test
    void aRandomisedResponseDiffersEachTimeAndTurnsOverItsShare() {
        Hardening.Keyed keyed = new RandomisedResponse(0.1).keyed(SEED, 65536);
        Encoding large = Fixtures.random(new Random(2), 65536, 0.2);
        Encoding once = keyed.apply(large);
        assertThat(once.differing(large)).isBetween(6554 - 400, 6554 + 400); // five standard deviations
        assertThat(once.differing(keyed.apply(large))).isBetween(11796 - 500, 11796 + 500);
    }

    @Test
    void theFilterDistanceIsEstimatedWithoutBiasAndWithTheStatedDeviation() {
        for (Hardening hardening : ALL) {
            for (int flips : new int[] {40, 60}) {
                errors(Chain.of(hardening), flips);
            }
        }
    }

    @Test
    void aChainIsEstimatedWithoutBiasAndWithTheStatedDeviation() {
        for (Chain chain : List.of(
                Chain.of(new Diffusion(1024, 8), new Permutation(), new RandomisedResponse(0.02)),
                Chain.of(new XorFold(1), new Permutation(), new Balancing()),
                Chain.of(new Balancing(), new Diffusion(2048, 4)),
                Chain.of(new Rule90(), new XorFold(1), new RandomisedResponse(0.01)))) {
            for (int flips : new int[] {15, 30}) {
                errors(chain, flips);
            }
        }
    }

    /** 400 pairs, each under its own key: the root mean square error is what is stated, and the mean near zero. */
    private static void errors(Chain chain, int flips) {
        Random random = new Random(3);
        double sum = 0;
        double squares = 0;
        double stated = 0;
        for (int i = 0; i < 400; i++) {
            byte[] seed = {(byte) i, (byte) (i >> 8)};
            Hardening.Keyed keyed = chain.keyed(place -> new byte[] {seed[0], seed[1], (byte) place}, BITS);
            Encoding filter = Fixtures.random(random, BITS, 0.2);
            int differing = keyed.apply(filter).differing(keyed.apply(Fixtures.flipped(random, filter, flips)));
            double error = chain.filterDistance(differing, BITS) - flips;
            sum += error;
            squares += error * error;
            stated += Math.pow(chain.filterDistanceDeviation(differing, BITS), 2);
        }
        double deviation = Math.sqrt(stated / 400);
        assertThat(Math.sqrt(squares / 400))
                .as("%s, %d bits turned over, seed 3", chain, flips)
                .isBetween(0.75 * deviation - 0.1, 1.25 * deviation + 0.1);
        assertThat(sum / 400)
                .as("%s, %d bits turned over, seed 3", chain, flips)
                .isCloseTo(0, within(0.3 * deviation + 0.1));
    }

    @Test
    void theFilterDistanceIsTheInverseOfTheCodeDistance() {
        for (Hardening hardening : ALL) {
            for (double distance = 0; distance < 0.8 * hardening.horizon(BITS); distance += 7.5) {
                double shown = hardening.codeDistance(distance, BITS);
                assertThat(hardening.filterDistance(shown, BITS))
                        .as("%s", hardening)
                        .isCloseTo(distance, within(1e-6));
                double next = hardening.filterDistance(shown + 1e-4, BITS);
                assertThat((next - distance) / 1e-4)
                        .as("%s", hardening)
                        .isCloseTo(hardening.slope(shown, BITS), within(1e-3));
            }
        }
    }

    @Test
    void equalCodesAreNoDistanceAndUnequalOnesNoMoreThanTheHorizon() {
        for (Hardening hardening : ALL) {
            int bits = hardening.outputBits(BITS);
            assertThat(hardening.filterDistance(0, BITS)).isZero();
            assertThat(hardening.filterDistance(bits, BITS)).isEqualTo(hardening.horizon(BITS));
            assertThat(hardening.horizon(BITS)).isBetween(50.0, (double) BITS);
        }
    }

    @Test
    void theEmptyChainIsTheFilterItself() {
        Chain none = Chain.of();
        assertThat(none.keyed(place -> SEED, BITS).apply(filter)).isEqualTo(filter);
        assertThat(none.outputBits(BITS)).isEqualTo(BITS);
        assertThat(none.filterDistance(77, BITS)).isEqualTo(77);
        assertThat(none.codeDistance(77, BITS)).isEqualTo(77);
        assertThat(none.filterDistanceDeviation(77, BITS)).isZero();
        assertThat(none.horizon(BITS)).isEqualTo(BITS);
    }

    @Test
    void aChainAppliesItsStepsInOrderEachUnderItsOwnSeed() {
        Chain chain = Chain.of(new XorFold(1), new Permutation(), new Permutation());
        Encoding code = chain.keyed(place -> new byte[] {(byte) place}, BITS).apply(filter);
        Encoding folded = new XorFold(1).keyed(SEED, BITS).apply(filter);
        Encoding once = new Permutation().keyed(new byte[] {1}, 256).apply(folded);
        assertThat(code).isEqualTo(new Permutation().keyed(new byte[] {2}, 256).apply(once));
        assertThat(code)
                .isNotEqualTo(new Permutation().keyed(new byte[] {1}, 256).apply(once));
    }

    @Test
    void lengthsAndNumbersOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> new XorFold(2).outputBits(320))
                .hasMessage("bits (320) must be a multiple of 256 to be folded 2 times");
        assertThatThrownBy(() -> Chain.of(new Balancing()).outputBits(32832))
                .hasMessage("bits (32832) must be at most 32768 to be balanced");
        assertThatThrownBy(() -> new XorFold(5)).hasMessage("times (5) must be between 1 and 4");
        for (double flip : new double[] {0, 0.5, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> new RandomisedResponse(flip))
                    .hasMessage("flip (" + flip + ") must be above 0 and below 0.5");
        }
    }
}
