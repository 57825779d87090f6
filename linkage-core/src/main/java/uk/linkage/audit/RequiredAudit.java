package uk.linkage.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Fingerprint;

/**
 * The rule that an agreement's encoding must have been audited before anything is sealed: of just this agreement, with every attack
 * within its bound, and not long ago, since attacks get better.
 *
 * <pre>{@code
 * new RequiredAudit(Path.of("audit.json"), 90).require(agreement, LocalDate.now());
 * }</pre>
 *
 * @param file that an audit wrote
 * @param mostDays how old it may be
 */
public record RequiredAudit(Path file, int mostDays) {

    /**
     * Lets a good audit pass.
     *
     * @throws AuditFault where it is none, of another agreement, too old, or found too much
     * @throws IOException where the file cannot be read
     */
    public void require(Agreement agreement, LocalDate today) throws IOException {
        JsonNode audit = parsed(Files.readAllBytes(file));
        check(isAudit(audit), "is not an audit of this version");
        check(
                Fingerprint.of(agreement)
                        .text()
                        .equals(audit.path("fingerprint").asText()),
                "is of another agreement: audit this one");
        long days = ChronoUnit.DAYS.between(made(audit), today);
        check(days >= 0, "was made after today");
        check(days <= mostDays, "is " + days + " days old; at most " + mostDays + " are allowed");
        check(everyAttackPasses(audit), "found an attack above its bound");
    }

    private JsonNode parsed(byte[] content) {
        try {
            return CanonicalJson.parse(content);
        } catch (IOException e) {
            throw new AuditFault(file.getFileName() + ": " + e.getMessage());
        }
    }

    private static boolean isAudit(JsonNode audit) {
        JsonNode version = audit.path("linkage_audit");
        return version.isInt()
                && version.intValue() == AuditReport.VERSION
                && audit.path("attacks").isArray();
    }

    private LocalDate made(JsonNode audit) {
        try {
            return LocalDate.parse(audit.path("made").asText());
        } catch (DateTimeException e) {
            throw new AuditFault(file.getFileName() + ": does not say when it was made");
        }
    }

    /** What it says in one word must be what it says attack by attack, all of which must be there. */
    private static boolean everyAttackPasses(JsonNode audit) {
        boolean passes = audit.path("passes").asBoolean(false);
        for (Attack attack : Attack.all()) {
            passes &= passes(audit.path("attacks"), attack);
        }
        return passes;
    }

    private static boolean passes(JsonNode attacks, Attack attack) {
        for (JsonNode finding : attacks) {
            if (finding.path("name").asText().equals(attack.name())) {
                return finding.path("rate").asDouble(1) <= finding.path("bound").asDouble(0)
                        && finding.path("passes").asBoolean(false);
            }
        }
        return false;
    }

    private void check(boolean good, String rule) {
        if (!good) {
            throw new AuditFault(file.getFileName() + ": " + rule);
        }
    }
}
