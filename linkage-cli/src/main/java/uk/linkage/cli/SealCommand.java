package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.linkage.Provider;
import uk.linkage.Provider.Sealing;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.identity.Identity;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Rejects;
import uk.linkage.provider.oprf.NumberTable;
import uk.linkage.provider.tokenise.LinkageSecret;

/** Seals an extract. */
@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description = {
            "Encodes an extract where it lies. Only the sealed file leaves the provider.",
            "What could not be used is listed by line and rule, never by value, in FILE.faults.csv.",
            "The National Data Opt-Out is applied first: give the check file that was sent and the answer to it, or say why it"
                    + " does not apply, unless the agreement does."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage seal hospital.csv --agreement agreement.json --secret secret.key --provider hospital "
                    + "--hub hub.card --identity hospital.identity --out hospital.sealed",
            "  linkage seal gp.csv --columns gp.columns.json --checked X26HC-300626-0001.dat --cleaned answer.dat "
                    + "--opted-out opted-out.txt --agreement agreement.json --secret secret.key --provider gp --out gp.sealed"
        })
final class SealCommand extends Speech implements Callable<Integer> {
    @Mixin
    private ExtractOptions extract;

    @Mixin
    private SecretOption secret;

    @Mixin
    private ProtectionOptions protection;

    @Mixin
    private OptOutOptions optOuts;

    @Mixin
    private AuditOption audit;

    @Option(names = "--agreement", required = true, paramLabel = "FILE", description = "What the parties signed.")
    private Path agreement;

    @Option(
            names = "--provider",
            required = true,
            paramLabel = "NAME",
            description = "This provider: lower-case letters, digits, '_' and '-'.")
    private String provider;

    @Option(
            names = "--numbers",
            paramLabel = "FILE",
            description = "The outputs for this extract's numbers, where the agreement takes numbers by oprf.")
    private Path numbers;

    @Option(
            names = "--holds-duplicates",
            description = "The extract may hold a person more than once; its records then compete with nobody.")
    private boolean holdsDuplicates;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The sealed file.")
    private Path out;

    @Option(names = "--json", description = "Prints the counts as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!SealedHeader.isProviderName(provider)) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--provider must be 1 to 40 lower-case letters, digits, '_' or '-', beginning with a letter or digit");
        }
        protection.require();
        requireOther(out, read());
        Agreement agreed = AgreementFile.read(agreement);
        audit.require(agreed);
        OptOuts people = optOuts.read();
        ExtractSource source = watched(extract::open);
        source.warning().ifPresent(this::say);
        try (LinkageSecret shared = secret.read()) {
            secret.requireFor(shared, agreed.purpose());
            Sealing sealing = seal(provider(agreed, shared), source, people);
            secret.note(shared, agreed.purpose()).ifPresent(this::say);
            tell(sealing);
        }
        return Exit.DONE;
    }

    private Sealing seal(Provider unprotected, ExtractSource source, OptOuts people) throws IOException {
        if (!protection.areGiven()) {
            return sealAs(unprotected, source, people);
        }
        try (Identity own = protection.identity()) {
            return sealAs(unprotected.sealedFor(protection.hub(), own), source, people);
        }
    }

    private Sealing sealAs(Provider party, ExtractSource source, OptOuts people) throws IOException {
        return watched(
                progress -> party.telling(progress).seal(source, extract.mapping(), people, !holdsDuplicates, out));
    }

    private Provider provider(Agreement agreed, LinkageSecret shared) throws IOException {
        Provider plain = new Provider(provider, agreed, shared);
        return numbers == null ? plain : plain.with(NumberTable.read(numbers).requireFor(agreed));
    }

    private List<Path> read() {
        List<Path> files = new ArrayList<>(extract.files());
        files.add(agreement);
        files.addAll(secret.files());
        files.addAll(optOuts.files());
        protection.files().forEach(files::add);
        Optional.ofNullable(numbers).ifPresent(files::add);
        files.addAll(audit.files());
        return files;
    }

    private void tell(Sealing sealing) {
        SealedCounts counts = sealing.counts();
        Rejects rejects = sealing.rejects();
        sealing.remarks().forEach(this::say);
        rejects.first().forEach(fault -> say(fault.text()));
        if (rejects.rows() + rejects.values() > 0) {
            say(rejects.rows() + " rows left out and " + rejects.values()
                    + " values taken as missing, or of a date as far as it makes sense; all are listed in "
                    + sealing.faultList());
        }
        OptOutWords words = new OptOutWords(sealing.optOuts(), sealing.evidence());
        say(words.text());
        if (words.isUnlikely()) {
            say("nobody at all had opted out, which is unlikely: is the answer a copy of the check file?");
        }
        say(counts.read() + " rows: " + counts.optedOut() + " opted out, " + counts.rejected() + " left out, "
                + counts.sealed() + " sealed in " + out);
        if (!protection.areGiven()) {
            say("WARNING: " + out
                    + " is NEITHER ENCRYPTED NOR SIGNED: whoever gets it can read the codes, and nobody can tell who"
                    + " made it; --hub and --identity protect it");
        }
        if (json) {
            ObjectNode node = CanonicalJson.object();
            node.put("provider", provider).put("file", out.toString());
            node.put("rows_read", counts.read()).put("rows_opted_out", counts.optedOut());
            node.put("rows_rejected", counts.rejected()).put("faulty_values", counts.faultyValues());
            node.put("records", counts.sealed());
            node.put("protected", protection.areGiven());
            node.set("opt_outs", words.json());
            print(node);
        }
    }
}
