package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.linkage.file.Step;

/** How far a step is, in words. */
class ProgressTextTest {
    private final ProgressText text = new ProgressText(79);

    @Test
    void aStepThatCountsNothingShowsHowLongItTakes() {
        assertThat(of(new Step("deciding", "", 0), 0, 3725)).isEqualTo("deciding: 1:02:05");
    }

    @Test
    void withoutATotalNothingIsSaidOfTheTimeLeft() {
        assertThat(of(new Step("learning", "rounds", 0), 25, 10)).isEqualTo("learning: 25 rounds, 2.5/s");
    }

    @Test
    void aTotalThatWasTooLowIsNotTold() {
        assertThat(of(new Step("reading", "rows", 900), 1000, 10)).isEqualTo("reading: 1,000 rows, 100/s");
    }

    @Test
    void atTheEndNoTimeIsLeft() {
        assertThat(of(new Step("reading", "rows", 1000), 1000, 10)).isEqualTo("reading: 1,000 of 1,000 rows, 100/s");
    }

    @Test
    void manyAreToldInMillions() {
        assertThat(of(new Step("searching codes", "comparisons", 1_600_000_000), 400_000_000, 4))
                .isEqualTo("searching codes: 400 of 1,600 million comparisons, 100 million/s, 0:12 left");
        assertThat(of(new Step("reading", "bytes", 12_000_000), 3_000_000, 3))
                .isEqualTo("reading: 3 of 12 million bytes, 1,000,000/s, 0:09 left");
    }

    @Test
    void ofAStepThatWouldTakeTwoLinesTheNameIsCut() {
        Step step = new Step("searching codes, hospital and gp (1 of 3)", "comparisons", 1_600_000_000);
        assertThat(of(step, 400_000_000, 4))
                .isEqualTo("searching codes,...: 400 of 1,600 million comparisons, 100 million/s, 0:12 left")
                .hasSize(79);
    }

    private String of(Step step, long done, long seconds) {
        step.accept(done);
        return text.of(step, TimeUnit.SECONDS.toNanos(seconds));
    }
}
