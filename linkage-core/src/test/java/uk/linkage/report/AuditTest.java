package uk.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.file.MalformedFileException;

class AuditTest {
    @TempDir
    private Path folder;

    @Test
    void anAttackKeepsToItsBoundWhereItsWholeIntervalDoes() throws IOException {
        Audit audit = read("{\"seed\": 1, \"attacks\": ["
                + "{\"name\": \"a\", \"rate\": 0, \"low\": 0, \"high\": 0.01, \"bound\": 0.01, \"people\": 3},"
                + "{\"name\": \"b\", \"rate\": 0, \"low\": 0, \"high\": 0.02, \"bound\": 0.01},"
                + "{\"name\": \"c\", \"rate\": 1, \"low\": 0.9, \"high\": 1}]}");
        assertThat(audit.attacks()).extracting(Audit.Attack::passes).containsExactly(true, false, true);
        assertThat(audit.attacks().get(2).bound()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void whatIsNoAuditIsRefused() {
        refused("[", "is not JSON");
        refused("{}", "has no attacks");
        refused("{\"attacks\": [{\"rate\": 0}]}", "has no name");
        refused("{\"attacks\": [{\"name\": \"a\", \"rate\": 2}]}", "rate is no number from 0 to 1");
        refused("{\"attacks\": [{\"name\": \"a\", \"rate\": 0.1, \"low\": 0}]}", "high is no number from 0 to 1");
        refused(
                "{\"attacks\": [{\"name\": \"a\", \"rate\": 0.1, \"low\": 0.2, \"high\": 0.3}]}",
                "is not between its low and high");
    }

    private void refused(String json, String rule) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("audit.json: ")
                .hasMessageContaining(rule);
    }

    private Audit read(String json) throws IOException {
        return Audit.read(Files.writeString(folder.resolve("audit.json"), json));
    }
}
