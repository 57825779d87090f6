package uk.linkage.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How work is counted that somebody may watch. */
class StepTest {
    @Test
    void threadsCountTogether() {
        Step step = new Step("comparing", "pairs", 100_000);
        IntStream.range(0, 1000).parallel().forEach(part -> step.accept(100));
        assertThat(step.done()).isEqualTo(step.total());
        assertThat(step).hasToString("comparing: 100000 of 100000 pairs");
    }

    @Test
    void aLoopThatSaysWhereItIsIsCountedInBlocksAndNeverAhead() {
        Step step = new Step("reading", "rows", 0);
        for (int row = 0; row < 5000; row++) {
            step.at(row);
            assertThat(row + 1 - step.done()).isBetween(0L, 1023L);
        }
        assertThat(step.done()).isEqualTo(4096);
    }

    @Test
    void aStepSaysWhatItIsPartOf() {
        ToldSteps told = new ToldSteps();
        told.within("hospital and gp (1 of 3)").begin("learning", "rounds", 0).accept(2);
        told.begin("naming people");
        assertThat(told.names()).containsExactly("learning, hospital and gp (1 of 3)", "naming people");
        assertThat(told.last("learning, hospital and gp (1 of 3)").done()).isEqualTo(2);
        assertThat(told.last("naming people").unit()).isEmpty();
    }
}
