package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import uk.linkage.agreement.Agreement;
import uk.linkage.audit.RequiredAudit;

/** An audit that must have been passed before anything is sealed. */
final class AuditOption {
    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description =
                    "Seals only where this audit, as linkage audit writes it, is of the same agreement and passes.")
    private Path file;

    @Option(
            names = "--audit-days",
            paramLabel = "N",
            defaultValue = "90",
            description = "How old the audit may be (${DEFAULT-VALUE}).")
    private int days;

    List<Path> files() {
        return Optional.ofNullable(file).stream().toList();
    }

    void require(Agreement agreement) throws IOException {
        if (file != null) {
            new RequiredAudit(file, days).require(agreement, LocalDate.now());
        }
    }
}
