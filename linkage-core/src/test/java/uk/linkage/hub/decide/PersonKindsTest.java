package uk.linkage.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;

class PersonKindsTest {
    private static final int DRAWS = 20_000;

    private final List<Comparison> comparisons = List.of(
            comparison("forename", Role.FORENAME),
            comparison("surname", Role.SURNAME),
            comparison("postcode", Role.PLACE),
            comparison("town", Role.PLACE));
    private final PersonKinds kinds = new PersonKinds(comparisons);

    @Test
    void drawsDifferAsWhatWasLearntDiffers() {
        learn();
        double[] different = new double[4];
        double bothPlaces = 0;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < DRAWS; i++) {
            byte[] levels = kinds.draw(kinds.draw(random), random);
            IntStream.range(0, 4).forEach(c -> different[c] += levels[c] == 2 ? 1.0 / DRAWS : 0);
            bothPlaces += levels[2] == 2 && levels[3] == 2 ? 1.0 / DRAWS : 0;
        }
        assertThat(different[0]).isEqualTo(0.1, within(0.01));
        assertThat(different[1]).isEqualTo(0.02, within(0.01));
        assertThat(different[2]).isEqualTo(0.2, within(0.01));
        assertThat(bothPlaces).as("people who moved differ in both").isEqualTo(0.2, within(0.02));
    }

    @Test
    void whatIsMissingTeachesNothing() {
        learn();
        double before = forenamesThatDiffer();
        kinds.count(new byte[] {0, 1, 1, 1}, 100_000);
        kinds.settle();
        assertThat(forenamesThatDiffer()).isEqualTo(before, within(0.02));
    }

    /** Of 10,000 pairs a fifth moved, and forenames differ in a tenth, surnames in a fiftieth, whoever moved. */
    private void learn() {
        for (int step = 0; step < 50; step++) {
            kinds.forget();
            for (int place = 1; place <= 2; place++) {
                for (int forename = 1; forename <= 2; forename++) {
                    for (int surname = 1; surname <= 2; surname++) {
                        double pairs = 10_000
                                * (place == 2 ? 0.2 : 0.8)
                                * (forename == 2 ? 0.1 : 0.9)
                                * (surname == 2 ? 0.02 : 0.98);
                        byte[] levels = {(byte) forename, (byte) surname, (byte) place, (byte) place};
                        kinds.count(levels, pairs);
                    }
                }
            }
            kinds.settle();
        }
    }

    private double forenamesThatDiffer() {
        SplittableRandom random = new SplittableRandom(2);
        return IntStream.range(0, DRAWS)
                        .filter(i -> kinds.draw(kinds.draw(random), random)[0] == 2)
                        .count()
                / (double) DRAWS;
    }

    private static Comparison comparison(String name, Role role) {
        return new Comparison(
                name, role, List.of("missing", "same", "different"), List.of(0.9, 0.1), List.of(0.1, 0.9));
    }
}
