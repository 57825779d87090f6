package uk.linkage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrequencyAlignmentTest {
    @TempDir
    private Path folder;

    @Test
    void aViewOfASurnameAloneFallsWhateverItsHardening() throws IOException {
        Attack.Outcome outcome = new FrequencyAlignment()
                .on(Invented.of(2_000, folder).withSurnameView().scene());
        assertThat(outcome.right()).isGreaterThan(100);
        assertThat(outcome.right() / 2_000.0).isGreaterThan(50 * outcome.chance());
        assertThat(outcome.remark()).contains("surname-alone");
    }

    @Test
    void nearlyUniqueColumnsTellNextToNothing() throws IOException {
        assertThat(Invented.of(600, folder).rate(new FrequencyAlignment())).isLessThan(0.03);
    }
}
