package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.RunDestruction;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.identity.Identity;

/** Destroys working files and keys. */
@Command(
        name = "destroy",
        mixinStandardHelpOptions = true,
        description = {
            "Destroys the folder of a run and other files of the project, and leaves a signed certificate beside: what, when, by",
            "whom and whether in time. Of a folder only files that a run leaves are destroyed; another one stops the command",
            "before anything is removed. Stopped half-way, the same command again goes on.",
            "Each file is overwritten once and deleted. Copies, backups and snapshots are beyond this, and so is what a",
            "solid-state disk keeps: where that matters destroy the key of the disk as well."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage destroy run-2 --dry-run",
            "  linkage destroy run-2 run-1 hospital.sealed gp.sealed --identity hub.identity",
            "  linkage destroy hospital.csv hospital.sealed secret.key --agreement agreement.json --identity hospital.identity --out certificate.json"
        })
final class DestroyCommand extends Speech implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Folders of runs, and other files of the project.")
    private List<Path> paths;

    @Option(
            names = "--agreement",
            paramLabel = "FILE",
            description = "What was agreed; needed where no run is among the files.")
    private Optional<Path> agreement = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The certificate (RUN.destroyed.json beside the first).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--also-unknown",
            description = "Destroys files in the folder of a run that no run leaves, too; of a link the link alone.")
    private boolean alsoUnknown;

    @Option(names = "--dry-run", description = "Lists what would be destroyed, and destroys nothing.")
    private boolean dryRun;

    @Mixin
    private IdentityOption identity;

    @Option(names = "--json", description = "Prints the certificate.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path certificate = out.orElseGet(() -> RunDestruction.certificate(paths.get(0)));
        if (!dryRun && !identity.isGiven()) {
            throw new ParameterException(spec().commandLine(), "--identity FILE is needed, to sign the certificate");
        }
        RunDestruction destruction =
                RunDestruction.of(paths, readAgreement(), identity.files(), certificate, alsoUnknown);
        if (dryRun) {
            destruction.names().forEach(out()::println);
            out().flush();
            return Exit.DONE;
        }
        try (Identity signer = identity.read().orElseThrow()) {
            tell(watched(progress -> destruction.carryOut(signer, InstantSource.system(), progress)), certificate);
        }
        return Exit.DONE;
    }

    private Optional<Agreement> readAgreement() throws IOException {
        return agreement.isEmpty() ? Optional.empty() : Optional.of(AgreementFile.read(agreement.get()));
    }

    private void tell(ObjectNode certificate, Path file) {
        say(certificate.path("files").size() + " files of "
                + certificate.path("project").asText()
                + " were overwritten once and deleted; "
                + (certificate.path("in_time").asBoolean() ? "in time, as" : "LATE:")
                + " they were to be destroyed by "
                + certificate.path("destroy_by").asText());
        say("signed certificate in " + file + "; copies, backups and snapshots are not reached by it");
        if (json) {
            print(certificate);
        }
    }
}
