package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownPlaintextRunTest {
    private static final double BY_CHANCE = 1 / 300.0;
    private static final String[] SMALL = {"--known", "300", "--candidates", "300", "--targets", "60"};

    @Test
    void plainFiltersFallToEveryWayOfLearning() throws IOException {
        List<String[]> rows = run("--sights", "plain", "--learners", "filter,ridge,network", "--bits", "512");
        assertThat(rows).hasSize(3);
        assertThat(rows).allSatisfy(row -> assertThat(share(row)).isGreaterThan(100 * BY_CHANCE));
    }

    @Test
    void codesOfFewTapsAndBitsFallToWhoeverDecodesTheirParities() throws IOException {
        List<String[]> rows = run("--sights", "together", "--learners", "parities", "--times", "0.25", "--bits", "64");
        assertThat(share(rows.get(0))).isGreaterThan(0.9);
    }

    @Test
    void theSameAttackComesOutTheSame() throws IOException {
        String[] choices = {"--sights", "plain", "--learners", "network,ridge", "--bits", "128"};
        assertThat(figures(run(choices))).isEqualTo(figures(run(choices)));
    }

    private static List<String> figures(List<String[]> rows) {
        return rows.stream().map(row -> row[3] + row[4] + row[5]).toList();
    }

    private static double share(String[] row) {
        return Double.parseDouble(row[4].strip());
    }

    private static List<String[]> run(String... more) throws IOException {
        var out = new ByteArrayOutputStream();
        String[] all = Stream.of(SMALL, more).flatMap(Stream::of).toArray(String[]::new);
        KnownPlaintextRun.run(Choices.of(all), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| seen"))
                .map(line -> line.split("\\|"))
                .toList();
    }
}
