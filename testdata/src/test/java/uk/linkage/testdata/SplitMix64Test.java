package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    @Test
    void theFirstNumbersOfASeedAreThePublishedOnes() {
        var dice = new SplitMix64(1_234_567);
        assertThat(LongStream.generate(dice::next).limit(5).mapToObj(Long::toUnsignedString))
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    @Test
    void everyFaceOfADieComesUpAboutAsOften() {
        var dice = new SplitMix64(7);
        var faces = new int[6];
        for (int i = 0; i < 60_000; i++) {
            faces[dice.below(6)]++;
        }
        assertThat(IntStream.of(faces)).allMatch(count -> Math.abs(count - 10_000) < 400);
    }

    @Test
    void aRangeIncludesBothItsEnds() {
        var dice = new SplitMix64(8);
        assertThat(LongStream.generate(() -> dice.between(3, 5)).limit(100).distinct())
                .containsExactlyInAnyOrder(3L, 4L, 5L);
    }

    @Test
    void aBoundBelowOneIsRefused() {
        assertThatThrownBy(() -> new SplitMix64(1).below(0)).hasMessage("bound (0) must be positive");
    }

    @Test
    void branchesOfASeedAreDifferentAndRepeatable() {
        var seed = new Seed(2026);
        assertThat(seed.branch("street").at(1).next())
                .isEqualTo(new Seed(2026).branch("street").at(1).next())
                .isNotEqualTo(seed.branch("street").at(2).next())
                .isNotEqualTo(seed.branch("household").at(1).next())
                .isNotEqualTo(new Seed(2027).branch("street").at(1).next());
    }
}
