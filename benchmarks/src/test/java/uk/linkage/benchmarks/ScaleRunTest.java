package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.RunFolder;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.benchmarks.scale.ScaleChoices;
import uk.linkage.quality.Confusion;
import uk.linkage.quality.Estimate;

class ScaleRunTest {
    @TempDir
    private Path work;

    @Test
    void whatIsToldOfARunIsWhatItsFilesHold() throws IOException {
        String told = told("--records", "400");
        assertThat(told).contains("400 records a side: 500 people, 300 of them on both sides (75.0 % of each)");
        for (String stage : List.of("generate", "init", "seal hospital", "seal gp", "link", "evaluate")) {
            List<String> row = row(told, stage);
            assertThat(row.subList(3, 7))
                    .as(stage)
                    .allSatisfy(figure -> assertThat(Double.parseDouble(figure)).isPositive());
        }
        Path made = work.resolve("400");
        JsonNode record = CanonicalJson.parse(Files.readAllBytes(made.resolve("with-number/run/run.json")));
        for (JsonNode stage : record.path("stages")) {
            assertThat(Double.parseDouble(rows(told, stage.path("stage").asText()).stream()
                            .filter(row -> row.size() == 5)
                            .findFirst()
                            .orElseThrow()
                            .get(3)))
                    .isCloseTo(stage.path("wall_seconds").asDouble(), within(0.0051));
        }
        Confusion pairs = RunFolder.open(made.resolve("with-number/run"))
                .evaluate(made.resolve("extracts/truth.csv"))
                .pairwise();
        List<String> links = links(told);
        assertThat(links.get(2)).isEqualTo(record.at("/pairs/0/candidates").asText());
        assertThat(links.get(3)).isEqualTo(Long.toString(pairs.truePositives() + pairs.falsePositives()));
        assertShare(links.get(4), pairs.precision());
        assertShare(links.get(5), pairs.recall());
        assertShare(links.get(6), pairs.f1());

        assertThat(told("--records", "400", "--stages", "evaluate"))
                .contains("| link (earlier) |", "| seal gp (earlier) |")
                .doesNotContain("candidates");
        assertThatThrownBy(() -> told("--records", "400", "--overlap", "0.5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share 300 people (seed 2026), not 200");
    }

    @Test
    void aStageThatFailsIsToldAndTheNextSizeGoesOn() throws IOException {
        String told = told("--records", "10,20", "--generate-only", "--java", "-XX:+NoSuchOption");
        assertThat(told)
                .contains("| 10 | generate | generate ended with exit code 1 |")
                .contains("| 20 | generate | generate ended with exit code 1 |");
    }

    private String told(String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        String[] all = Stream.concat(
                        Stream.of(arguments), Stream.of("--xmx", "512m", "--java", "-XX:TieredStopAtLevel=1"))
                .toArray(String[]::new);
        new ScaleRun(ScaleChoices.of(all), new PrintStream(out, true, StandardCharsets.UTF_8)).all(work);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertShare(String told, Estimate estimate) {
        assertThat(Double.parseDouble(told)).isCloseTo(((Estimate.Measured) estimate).value(), within(0.00005001));
    }

    /** The only row of the table of links. */
    private static List<String> links(String told) {
        List<List<String>> rows = told.lines().map(ScaleRunTest::cells).toList();
        int head = rows.indexOf(rows.stream()
                .filter(row -> row.contains("candidates"))
                .findFirst()
                .orElseThrow());
        return rows.get(head + 2);
    }

    private static List<String> row(String told, String stage) {
        return rows(told, stage).get(0);
    }

    /** Those whose second column this is. */
    private static List<List<String>> rows(String told, String second) {
        return told.lines()
                .map(ScaleRunTest::cells)
                .filter(row -> row.size() > 2 && row.get(2).equals(second))
                .toList();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|")).map(String::strip).toList();
    }
}
