package uk.linkage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.agreement.CanonicalJson;

class AuditTest {
    private static final Table MANY = Table.of(220);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(folder);
        desk.agree();
        desk.put("many.csv", MANY);
    }

    @Test
    void anAuditTellsEveryAttackAndNobodyAndLetsSealingGoOnWhereItPasses() throws IOException {
        Desk.Outcome outcome = desk.does(audit("--bound", "0.99"));
        JsonNode audit = CanonicalJson.parse(Files.readAllBytes(desk.path("audit.json")));
        assertThat(audit.get("records").intValue()).isEqualTo(220);
        assertThat(audit.get("passes").booleanValue()).isTrue();
        assertThat(audit.get("attacks")).isNotEmpty();
        assertThat(json(outcome)).isEqualTo(audit);
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
    void peopleWhoAreNotInTheRegisterAreNotNamed() throws IOException {
        registerFrom(10);
        JsonNode audit = json(desk.run(audit("--register", desk.at("voters.csv"))));
        assertThat(audit.path("records").intValue()).isEqualTo(220);
        assertThat(audit.path("register").intValue()).isEqualTo(220);
        assertThat(audit.path("overlap").intValue()).isEqualTo(210);
        assertThat(attack(audit, "leaked-secret").path("right").intValue()).isEqualTo(210);
        assertThat(attack(audit, "graph-matching").path("right").intValue()).isLessThan(10);
    }

    @Test
    void aRegisterOfOtherPeopleTellsTooLittle() throws IOException {
        registerFrom(110);
        desk.refuses(
                Exit.DATA_QUALITY,
                "fewer than 200 people of the extract can be found in the register",
                audit("--register", desk.at("voters.csv")));
    }

    /** As many people as are audited, from one of them on, under column titles of its own. */
    private void registerFrom(int first) throws IOException {
        List<List<String>> rows = Table.of(first + 220).rows().subList(first, first + 220);
        Table voters = new Table(MANY.header(), rows);
        desk.put(
                "voters.csv", voters.headed("voter", "nhs", "given_name", "family_name", "gender", "dob", "post_code"));
    }

    private static JsonNode attack(JsonNode audit, String name) {
        for (JsonNode attack : audit.path("attacks")) {
            if (attack.path("name").asText().equals(name)) {
                return attack;
            }
        }
        throw new AssertionError("no attack of that name");
    }

    private static JsonNode json(Desk.Outcome outcome) throws IOException {
        return CanonicalJson.parse(outcome.out().getBytes(StandardCharsets.UTF_8));
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
