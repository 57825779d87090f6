package uk.linkage.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.agreement.OptOutExemption;
import uk.linkage.agreement.Profile2026;
import uk.linkage.agreement.Profile2026.Edition;
import uk.linkage.agreement.Purpose;
import uk.linkage.file.WholeFile;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.MappingFile;
import uk.linkage.provider.extract.Proposal;

/** Proposes an agreement and this provider's column mapping. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Proposes an agreement from an extract's header, and writes this provider's column mapping beside it.",
            "A field of another name is added with its kind: --map occupation:text=JOB."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage init hospital.csv --out agreement.json",
            "  linkage init a.csv --map person_number=soc_sec_id --map birth_date=DOB:DD/MM/YYYY --out agreement.json"
        })
final class InitCommand extends Speech implements Callable<Integer> {
    private static final String EXEMPT = "exempt:";

    @Mixin
    private ExtractOptions extract;

    @Option(names = "--project", defaultValue = "study", description = "Short name of the study (${DEFAULT-VALUE}).")
    private String project;

    @Option(
            names = "--purpose",
            defaultValue = "To be stated by the parties before they sign",
            description = "The purpose in words.")
    private String purpose;

    @Option(names = "--destroy-by", description = "The day by which all is destroyed, YYYY-MM-DD (in a year).")
    private LocalDate destroyBy = LocalDate.now().plusYears(1);

    @Option(
            names = "--profile",
            defaultValue = "2026",
            description = "2026, or 2026-closer, which finds a little more and hides a little less (${DEFAULT-VALUE}).")
    private String profile;

    @Option(
            names = "--opt-outs",
            paramLabel = "check|exempt: REASON",
            description =
                    "Whether whoever seals must check the National Data Opt-Out, or why not (check, unless the extract has"
                            + " no NHS Numbers or only such as are never issued).")
    private String optOuts;

    @Option(
            names = "--oprf",
            description =
                    "Has NHS and CHI Numbers taken by an oblivious function whose key is split over the providers, so"
                            + " that nobody can try out all numbers alone; each provider then needs linkage oprf before it seals.")
    private boolean oprf;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the agreement goes.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Optional<String> said = saidExemption();
        requireOther(out, extract.files());
        requireOther(columnsFile(), extract.files());
        ExtractSource source = watched(extract::open);
        source.warning().ifPresent(this::say);
        Proposal proposal = Proposal.of(source, extract.mapping());
        proposal.notes().forEach(this::say);
        Purpose why = new Purpose(project, purpose, destroyBy, 1)
                .withOptOutExemption(optOuts == null ? proposal.optOutExemption() : said);
        Agreement agreement = Profile2026.agreement(edition(), why, proposal.fields(), proposal.bounds());
        if (oprf) {
            agreement = withOprf(agreement);
        }
        byte[] text = AgreementFile.text(agreement).getBytes(StandardCharsets.UTF_8);
        Path columns = columnsFile();
        WholeFile.write(out, stream -> {
            stream.write(text);
            MappingFile.write(proposal.mapping(), columns);
        });
        say(why.optOutExemption()
                .map(reason -> "the National Data Opt-Out will not be checked: " + reason)
                .orElse("whoever seals must check the National Data Opt-Out (linkage optout export) or give a reason"));
        say("agreement " + Fingerprint.of(agreement).brief() + " in " + out + "; this extract's columns in " + columns);
        return Exit.DONE;
    }

    private Optional<String> saidExemption() {
        if (optOuts == null || optOuts.equals("check")) {
            return Optional.empty();
        }
        String reason =
                optOuts.startsWith(EXEMPT) ? optOuts.substring(EXEMPT.length()).strip() : "";
        if (!OptOutExemption.isReason(reason)) {
            throw new ParameterException(
                    spec().commandLine(), "--opt-outs must be check, or \"exempt: REASON\" with a reason in one line");
        }
        return Optional.of(reason);
    }

    private Agreement withOprf(Agreement plain) {
        Agreement hidden = Profile2026.withOprf(plain);
        if (hidden.oprfFields().isEmpty()) {
            throw new ParameterException(spec().commandLine(), "--oprf: the extract has no NHS or CHI Number");
        }
        return hidden;
    }

    private Edition edition() {
        return Edition.ofLabel(profile)
                .orElseThrow(
                        () -> new ParameterException(spec().commandLine(), "--profile must be 2026 or 2026-closer"));
    }

    private Path columnsFile() {
        String name = out.getFileName().toString().replaceFirst("\\.json$", "");
        return out.resolveSibling(name + ".columns.json");
    }
}
