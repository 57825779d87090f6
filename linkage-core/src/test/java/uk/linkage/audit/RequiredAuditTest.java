package uk.linkage.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.linkage.SealedTables;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Purpose;
import uk.linkage.quality.LeakIndex.Leak;

class RequiredAuditTest {
    private static final LocalDate MADE = LocalDate.of(2026, 5, 1);
    private static final Agreement AGREEMENT = SealedTables.agreement();

    @TempDir
    private Path folder;

    @Test
    void aPassedAuditOfTheAgreementIsEnough() throws IOException {
        RequiredAudit required = new RequiredAudit(written(2), 30);
        assertThatCode(() -> required.require(AGREEMENT, MADE.plusDays(30))).doesNotThrowAnyException();
    }

    @Test
    void anAuditThatFoundTooMuchIsRefused() throws IOException {
        refused(new RequiredAudit(written(30), 30), AGREEMENT, MADE, "found an attack above its bound");
    }

    @Test
    void anOldAuditIsRefusedAndSoIsOneOfTheFuture() throws IOException {
        Path file = written(2);
        refused(new RequiredAudit(file, 30), AGREEMENT, MADE.plusDays(31), "is 31 days old; at most 30 are allowed");
        refused(new RequiredAudit(file, 30), AGREEMENT, MADE.minusDays(1), "was made after today");
    }

    @Test
    void anAuditOfAnotherAgreementIsRefused() throws IOException {
        Purpose other = new Purpose("other", "To test", LocalDate.of(2099, 1, 1), 1);
        Agreement another = Profile2026.agreement(other, AGREEMENT.fields(), AGREEMENT.bounds());
        refused(new RequiredAudit(written(2), 30), another, MADE, "is of another agreement");
    }

    @Test
    void anAuditThatLeavesAnAttackOutOrSaysOtherwiseThanItsFiguresIsRefused() throws IOException {
        AuditReport whole = report(2);
        AuditReport less = new AuditReport(
                whole.agreement(), MADE, 1000, 1000, 1000, whole.findings().subList(1, 2), whole.leak());
        less.write(folder.resolve("audit.json"));
        refused(required(), AGREEMENT, MADE, "found an attack above its bound");
        String said = new String(CanonicalJson.bytes(report(30).toJson()), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("audit.json"), said.replace("false", "true"));
        refused(required(), AGREEMENT, MADE, "found an attack above its bound");
    }

    @Test
    void whatIsNoAuditIsRefused() throws IOException {
        Files.writeString(folder.resolve("audit.json"), "{}");
        refused(required(), AGREEMENT, MADE, "is not an audit of this version");
        Files.writeString(folder.resolve("audit.json"), "not json");
        refused(required(), AGREEMENT, MADE, "is not JSON");
    }

    @Test
    void anAuditIsCanonical() throws IOException {
        byte[] content = Files.readAllBytes(written(2));
        assertThat(CanonicalJson.bytes(CanonicalJson.parse(content))).isEqualTo(content);
    }

    private RequiredAudit required() {
        return new RequiredAudit(folder.resolve("audit.json"), 30);
    }

    private static void refused(RequiredAudit required, Agreement agreement, LocalDate today, String rule) {
        assertThatThrownBy(() -> required.require(agreement, today))
                .isInstanceOf(AuditFault.class)
                .hasMessageContaining("audit.json: ")
                .hasMessageContaining(rule);
    }

    /** An audit in which every attack named so many of 1,000. */
    private Path written(int named) throws IOException {
        Path file = folder.resolve("audit.json");
        report(named).write(file);
        return file;
    }

    private static AuditReport report(int named) {
        List<Finding> findings = Attack.all().stream()
                .map(attack -> Finding.of(attack, new Attack.Outcome(1000, named, 0.001, ""), 0.01, 1))
                .toList();
        return new AuditReport(AGREEMENT, MADE, 1000, 1000, 1000, findings, new Leak("all views", 0.101, 0.02, 0.05));
    }
}
