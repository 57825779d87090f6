package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From an extract to anonlink's file of CLKs by the command, with clkhash's own answers; and what it refuses. */
class ClkCommandTest {
    private static final int MISSING_DAY = 4;

    @TempDir
    private Path folder;

    private Desk desk;
    private JsonNode vector;
    private Table people;

    @BeforeEach
    void put() throws IOException {
        desk = new Desk(folder);
        Path vectors = Path.of(System.getProperty("linkage.root"), "testdata", "vectors", "clk.json");
        vector = new JsonMapper().readTree(vectors.toFile()).at("/cases/0");
        people = people(vector.get("in"));
        desk.put("people.csv", people);
        desk.put("schema.json", vector.at("/in/schema").toString());
        desk.put("secret.txt", vector.at("/in/secret").textValue() + "\n");
        restrict("rw-------");
    }

    @Test
    void theClksAreThoseOfClkhash() throws IOException {
        Desk.Outcome outcome = desk.does(clk("secret.txt"));
        assertThat(new JsonMapper().readTree(desk.path("clks.json").toFile())).isEqualTo(vector.get("out"));
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).endsWith("3 CLKs of 1024 bits in " + desk.at("clks.json") + System.lineSeparator());
    }

    @Test
    void itWarnsThatAClkIsNotSafeAndNamesTheSafeWay() {
        assertThat(desk.does(clk("secret.txt")).err())
                .contains("linkage: warning: A CLK IS NOT SAFE TO GIVE TO A HUB")
                .contains("94.6 % to 100 %")
                .contains("ACSAC 2024")
                .contains("'linkage seal'");
    }

    @Test
    void theSecretMayComeByStandardInput() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(Files.readAllBytes(desk.path("secret.txt"))));
            desk.does(clk("-"));
        } finally {
            System.setIn(before);
        }
        assertThat(new JsonMapper().readTree(desk.path("clks.json").toFile())).isEqualTo(vector.get("out"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSecretOpenToOthersIsRefused() throws IOException {
        restrict("rw-r--r--");
        desk.refuses(Exit.KEY_OR_PERMISSION, "secret.txt: others than its owner may read this file", clk("secret.txt"));
    }

    @Test
    void aSchemaOfAnEarlierVersionIsRefusedWithWhatToDo() throws IOException {
        desk.put("schema.json", "{\"version\": 2}");
        desk.refuses(
                Exit.INVALID_AGREEMENT,
                "schema: version: is 2, and 3 is read; convert it first, with anonlink-client: anonlink convert-schema",
                clk("secret.txt"));
    }

    @Test
    void everyFaultOfASchemaIsTold() throws IOException {
        ObjectNode schema = vector.at("/in/schema").deepCopy();
        schema.withObject("/clkConfig").put("l", 1000).put("k", 3);
        schema.withObject("/features/1/hashing/comparison").put("n", 0);
        desk.put("schema.json", schema.toString());
        Desk.Outcome outcome = desk.run(clk("secret.txt"));
        assertThat(outcome.code()).isEqualTo(Exit.INVALID_AGREEMENT);
        assertThat(outcome.errors())
                .containsExactly(
                        "linkage: error: schema: features[1].hashing.comparison.n: must be a whole number from 1 to 256",
                        "linkage: error: schema: clkConfig.k: is not a property of linkage schema version 3; remove it");
    }

    @Test
    void valuesThatDoNotFitAreToldByLineColumnAndRule() throws IOException {
        desk.put("people.csv", people.with(1, MISSING_DAY, "1980-02-14"));
        Desk.Outcome outcome =
                desk.refuses(Exit.DATA_QUALITY, "people.csv: 1 values do not fit the schema", clk("secret.txt"));
        assertThat(outcome.err())
                .contains("line 3: birth_date is not a date as %d/%m/%Y")
                .contains("linkage: hint: to anonlink a record is the number of its row");
    }

    @Test
    void anotherHeaderIsRefused() throws IOException {
        desk.put(
                "people.csv",
                people.headed("row", "nhs_number", "surname", "forename", "birth_date", "sex", "postcode"));
        desk.refuses(
                Exit.DATA_QUALITY,
                "people.csv: line 1: column 3 is not headed forename as in the schema",
                clk("secret.txt"));
    }

    @Test
    void whatIsReadIsNeverWrittenOver() throws IOException {
        for (String read : List.of("people.csv", "schema.json", "secret.txt")) {
            String[] words = clk("secret.txt");
            words[words.length - 1] = desk.at(read);
            desk.refuses(Exit.USAGE, "would be written over what is read", words);
        }
    }

    private String[] clk(String secret) {
        String file = secret.equals("-") ? "-" : desk.at(secret);
        return new String[] {
            "clk",
            desk.at("people.csv"),
            "--schema",
            desk.at("schema.json"),
            "--secret",
            file,
            "--out",
            desk.at("clks.json")
        };
    }

    private void restrict(String rights) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(desk.path("secret.txt"), PosixFilePermissions.fromString(rights));
        }
    }

    private static Table people(JsonNode in) {
        List<String> header = new ArrayList<>();
        in.at("/schema/features")
                .forEach(feature -> header.add(feature.get("identifier").textValue()));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : in.get("rows")) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.textValue()));
            rows.add(cells);
        }
        return new Table(header, rows);
    }
}
