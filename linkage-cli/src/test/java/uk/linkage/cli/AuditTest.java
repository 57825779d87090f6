package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;

class AuditTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(folder);
        desk.agree();
        desk.put("many.csv", Table.of(220));
    }

    @Test
    void anAuditTellsEveryAttackAndNobodyAndLetsSealingGoOnWhereItPasses() throws IOException {
        Desk.Outcome outcome = desk.does(audit("--bound", "0.99"));
        JsonNode audit = CanonicalJson.parse(Files.readAllBytes(desk.path("audit.json")));
        assertThat(audit.get("records").intValue()).isEqualTo(220);
        assertThat(audit.get("passes").booleanValue()).isTrue();
        assertThat(audit.get("attacks")).isNotEmpty();
        assertThat(CanonicalJson.parse(outcome.out().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(audit);
        desk.does(desk.seal("good.csv", "--audit", desk.at("audit.json")));
    }

    @Test
    void anAttackAboveTheBoundEndsWith3AndNothingIsSealed() throws IOException {
        Desk.Outcome outcome = desk.run(audit("--bound", "0"));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(Exit.DATA_QUALITY);
        desk.refuses(
                Exit.DATA_QUALITY,
                "audit.json: found an attack above its bound",
                desk.seal("good.csv", "--audit", desk.at("audit.json")));
    }

    @Test
    void anExtractOfFewPeopleIsRefused() throws IOException {
        desk.refuses(
                Exit.DATA_QUALITY,
                "fewer than 200 people",
                "audit",
                desk.at("good.csv"),
                "--agreement",
                desk.at("agreement.json"));
    }

    private String[] audit(String... more) {
        return Stream.concat(
                        Stream.of(
                                "audit",
                                desk.at("many.csv"),
                                "--agreement",
                                desk.at("agreement.json"),
                                "--secret",
                                desk.at("secret.key"),
                                "--out",
                                desk.at("audit.json"),
                                "--json"),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
