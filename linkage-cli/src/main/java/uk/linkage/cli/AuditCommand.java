package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.audit.Audit;
import uk.linkage.audit.AuditReport;
import uk.linkage.audit.AuditSample;
import uk.linkage.audit.Finding;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.PersonList;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;

/** Attacks an extract's encoding. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what an encoded file would give away, by attacks on it: a provider encodes its own extract and tries to name "
                    + "the people in it as an attacker at the hub would who has a list of people and not the secret.",
            "Ends with 3 where an attack names more than the bound. Rates are lower bounds of what is possible."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage audit hospital.csv --agreement agreement.json --out audit.json",
            "  linkage audit hospital.csv --agreement agreement.json --register voters.csv --records 5000 --bound 0.02 --json"
        })
final class AuditCommand extends Speech implements Callable<Integer> {
    @Mixin
    private ExtractOptions extract;

    @Option(names = "--agreement", required = true, paramLabel = "FILE", description = "What the parties signed.")
    private Path agreement;

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            description =
                    "The linkage secret's file; without it a fresh secret is made for the audit, which tells the same.")
    private Path secret;

    @Option(
            names = "--register",
            paramLabel = "FILE",
            description =
                    "A CSV list of people that an attacker might have; without it the extract itself, the worst case.")
    private Path register;

    @Option(
            names = "--opted-out",
            paramLabel = "FILE",
            description = "People to leave out: an NHS Number or local id a line.")
    private Path optedOut;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many records to draw of a larger extract (${DEFAULT-VALUE}).")
    private int records;

    @Option(
            names = "--bound",
            paramLabel = "SHARE",
            defaultValue = "0.01",
            description = "The most that any attack may name (${DEFAULT-VALUE}).")
    private double bound;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2026",
            description = "Of the sample and of the attackers' choices (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the audit, in canonical JSON.")
    private Path out;

    @Option(names = "--json", description = "Prints the audit as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requireSense();
        Agreement agreed = AgreementFile.read(agreement);
        LinkageSecret under = secret == null ? LinkageSecret.random() : SecretFile.read(secret);
        List<Person> people = people(agreed);
        List<Person> known = register == null
                ? people
                : watched(progress -> new AuditSample(agreed, records, seed)
                        .ofRegister(ExtractSource.of(register, progress).telling(progress, "reading")));
        say(people.size() + " people are encoded and attacked");
        AuditReport report = watched(progress ->
                new Audit(agreed, under, bound, seed).telling(progress).run(people, known, this::tell));
        tell(report);
        return report.passes() ? Exit.DONE : Exit.DATA_QUALITY;
    }

    private void requireSense() {
        if (records < Audit.FEWEST) {
            throw new ParameterException(spec().commandLine(), "--records must be at least " + Audit.FEWEST);
        }
        if (!(bound >= 0 && bound < 1)) {
            throw new ParameterException(spec().commandLine(), "--bound must be a share from 0 to below 1");
        }
        if (out != null) {
            requireOther(out, read());
        }
    }

    private List<Path> read() {
        List<Path> files = new ArrayList<>(extract.files());
        files.add(agreement);
        Optional.ofNullable(secret).ifPresent(files::add);
        Optional.ofNullable(register).ifPresent(files::add);
        Optional.ofNullable(optedOut).ifPresent(files::add);
        return files;
    }

    private List<Person> people(Agreement agreed) throws IOException {
        ExtractSource source = watched(extract::open);
        source.warning().ifPresent(this::say);
        return watched(progress -> new AuditSample(agreed, records, seed)
                .ofExtract(source.telling(progress, "reading"), extract.mapping(), optOuts()));
    }

    private void tell(Finding finding) {
        say(String.format(
                Locale.ROOT,
                "%s: %.2f %% named, in %.0f seconds",
                finding.name(),
                100 * finding.rate().value(),
                finding.seconds()));
    }

    private void tell(AuditReport report) throws IOException {
        if (out != null) {
            report.write(out);
            say("written to " + out);
        }
        if (json) {
            print(report.toJson());
        } else {
            out().print(report.toText());
            out().flush();
        }
    }

    private OptOuts optOuts() throws IOException {
        OptOuts everybody = AuditSample.everybody();
        return optedOut == null ? everybody : everybody.without(PersonList.read(optedOut));
    }
}
