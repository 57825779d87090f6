package uk.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The second implementation, in Python, computes the golden vectors too. Where there is no Python it says so. */
class VectorsTest {

    @Test
    void aSecondImplementationOfTheFormatComputesTheSameVectors() throws Exception {
        Optional<Process> python = python();
        if (python.isEmpty()) {
            System.err.println("NOT CHECKED: no python3 here, so testdata/vectors/check.py did not run");
            return;
        }
        String said = new String(python.get().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.get().waitFor()).as(said).isZero();
        assertThat(said).contains(" 0 differ");
    }

    private static Optional<Process> python() {
        try {
            return Optional.of(
                    new ProcessBuilder("python3", Vectors.file("check.py").toString())
                            .redirectErrorStream(true)
                            .start());
        } catch (IOException noPython) {
            return Optional.empty();
        }
    }
}
