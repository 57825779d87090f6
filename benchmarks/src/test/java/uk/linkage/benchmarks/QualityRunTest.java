package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.benchmarks.sets.SmallDatasets;

class QualityRunTest {
    private static List<Map<String, String>> rehearsal;

    @TempDir
    private Path folder;

    @BeforeAll
    static void rehearse(@TempDir Path folder) throws IOException {
        rehearsal = tables(folder, "--sets", "rehearsal", "--people", "600");
    }

    @Test
    void aGoodLinkageIsToldToBeGood() {
        Map<String, String> row = rehearsal.get(0);
        assertThat(row).containsEntry("set", "rehearsal");
        for (String share : List.of(
                "candidate recall",
                "precision",
                "recall",
                "F1",
                "best F1 one-to-one",
                "best F1 all pairs",
                "own F1 all pairs",
                "expected precision",
                "baseline F1")) {
            assertThat(Double.parseDouble(row.get(share))).as(share).isBetween(0.95, 1.0);
        }
        int truePairs = Integer.parseInt(row.get("true pairs"));
        int right = Integer.parseInt(row.get("links")) - Integer.parseInt(row.get("false"));
        assertThat(Double.parseDouble(row.get("recall"))).isCloseTo((double) right / truePairs, within(0.0001));
        assertThat(row.get("of these wall (CPU)")).contains("seal", "load", "link", "cluster", "crosswalk");
    }

    @Test
    void everyTwoOfThreeProvidersAreToldAndThoseWithoutANumberByThemselves() {
        List<Map<String, String>> rows = rehearsal;
        assertThat(rows).hasSize(1 + 3);
        assertThat(rows.subList(1, 4))
                .extracting(row -> row.get("between"))
                .containsExactly("hospital, gp", "hospital, council", "gp, council");
        for (Map<String, String> row : rows.subList(1, 4)) {
            int all = Integer.parseInt(row.get("true pairs"));
            assertThat(Integer.parseInt(row.get("true pairs without NHS Number")))
                    .isBetween(1, all - 1);
        }
    }

    @Test
    void aSetThatIsRefusedSaysWhyAndTheOthersGoOn() throws IOException {
        Path agreement = folder.resolve("agreement.json");
        try (Population population = Population.of(300, 2026)) {
            Files.write(agreement, AgreementFile.canonical(population.profile()));
        }
        List<Map<String, String>> rows =
                tables("--sets", "voter-like,rehearsal", "--people", "300", "--agreement", agreement.toString());
        assertThat(rows.get(0)).containsEntry("set", "voter-like").containsEntry("F1", "-");
        assertThat(rows.get(0).get("of these wall (CPU)"))
                .startsWith("refused: first.csv: line 1: has no column for nhs_number");
        assertThat(rows.get(1)).containsEntry("set", "rehearsal");
        assertThat(Double.parseDouble(rows.get(1).get("F1"))).isGreaterThan(0.9);
    }

    @Test
    void whatIsCutFromALabelledSetIsMeasured() throws IOException {
        String before = System.setProperty(
                "linkage.datasets",
                SmallDatasets.write(folder.resolve("datasets"), 1_000).toString());
        try {
            Map<String, String> row = tables("--sets", "essnet-missing-20").get(0);
            assertThat(Double.parseDouble(row.get("F1"))).isBetween(0.3, 0.99);
            assertThat(Double.parseDouble(row.get("F1"))).isGreaterThan(Double.parseDouble(row.get("baseline F1")));
            assertThat(Double.parseDouble(row.get("best less own"))).isGreaterThanOrEqualTo(0);
        } finally {
            restore(before);
        }
    }

    private static void restore(String datasets) {
        if (datasets == null) {
            System.clearProperty("linkage.datasets");
        } else {
            System.setProperty("linkage.datasets", datasets);
        }
    }

    @Test
    void severalVariantsOfAnAgreementStandSideBySide() throws IOException {
        List<Map<String, String>> rows = tables("--sets", "rehearsal", "--people", "120", "--catalogue");
        Map<String, String> last = rows.get(rows.size() - 1);
        assertThat(last).containsKeys("as it is", "names: trigrams", "birth: whole date");
        assertThat(last.get("F1")).isEqualTo("rehearsal");
        assertThat(last.get("as it is")).isEqualTo(rows.get(0).get("F1"));
    }

    @Test
    void everyHardeningOfTheCatalogueLinks() throws IOException {
        for (String name : Hardened.catalogue().keySet()) {
            Map<String, String> row = tables("--sets", "rehearsal", "--people", "120", "--hardening", name)
                    .get(0);
            assertThat(Double.parseDouble(row.get("F1"))).as(name).isBetween(0.9, 1.0);
        }
    }

    /** Every row of every table by the titles of its columns; of two alike the first counts. */
    private List<Map<String, String>> tables(String... arguments) throws IOException {
        return tables(folder, arguments);
    }

    private static List<Map<String, String>> tables(Path folder, String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        new QualityRun(Choices.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8)).all(folder);
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> titles = List.of();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            if (line.startsWith("| set") || line.startsWith("| F1")) {
                titles = cells;
            } else if (line.startsWith("| ")) {
                rows.add(row(titles, cells));
            }
        }
        return rows;
    }

    private static Map<String, String> row(List<String> titles, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i < titles.size(); i++) {
            row.putIfAbsent(titles.get(i), cells.get(i));
        }
        return row;
    }
}
