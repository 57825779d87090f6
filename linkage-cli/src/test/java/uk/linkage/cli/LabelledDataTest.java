package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;

/**
 * Labelled data that others made, linked through the command line: {@code init}, {@code seal}, {@code link} and {@code
 * evaluate}. They lie outside the project, where the system property {@code linkage.datasets} says.
 *
 * <p>Febrl's fourth set (Christen 2008) and the ESSnet on Data Integration's fictional census and customer information
 * system (McLeod, Heasman and Forbes, Office for National Statistics, 2011).
 */
class LabelledDataTest {
    @TempDir
    private Path folder;

    @Test
    void febrlsFourthSetIsLinkedNearlyWhole() throws IOException {
        assertThat(f1("febrl4", "dataset4a.csv", "dataset4b.csv")).isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void theFictionalCensusIsLinkedNearlyWhole() throws IOException {
        assertThat(f1("essnet_uk", "census.csv", "cis.csv")).isGreaterThanOrEqualTo(0.990);
    }

    private double f1(String set, String first, String second) throws IOException {
        Path data = Path.of(System.getProperty("linkage.datasets", "datasets")).resolve(set);
        requireThere(data);
        Desk desk = new Desk(folder);
        desk.does("init", data.resolve(first).toString(), "--out", desk.at("agreement.json"));
        desk.does("key", "new", "--out", desk.at("secret.key"));
        seal(desk, data.resolve(first), "first");
        seal(desk, data.resolve(second), "second");
        desk.does("link", desk.at("first.sealed"), desk.at("second.sealed"), "--out", desk.at("run"));
        Desk.Outcome outcome = desk.does(
                "evaluate", desk.at("run"), "--truth", data.resolve("truth.csv").toString(), "--json");
        JsonNode quality = CanonicalJson.parse(outcome.out().getBytes(StandardCharsets.UTF_8));
        return quality.at("/pairwise/f1").asDouble();
    }

    private static void seal(Desk desk, Path extract, String provider) {
        desk.does(
                "seal",
                extract.toString(),
                "--agreement",
                desk.at("agreement.json"),
                "--secret",
                desk.at("secret.key"),
                "--provider",
                provider,
                "--out",
                desk.at(provider + ".sealed"));
    }

    private static void requireThere(Path data) {
        if (!Files.isDirectory(data)) {
            System.err.println("!! NOT TESTED: no labelled data in " + data + "; say -Dlinkage.datasets=FOLDER");
        }
        assumeTrue(Files.isDirectory(data), "no labelled data");
    }
}
