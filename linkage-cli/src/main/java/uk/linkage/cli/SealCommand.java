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
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.exchange.SealedCounts;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.Rejects;

/** Seals an extract. */
@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description = {
            "Encodes an extract where it lies. Only the sealed file leaves the provider.",
            "What could not be used is listed by line and rule, never by value, in FILE.faults.csv."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage seal hospital.csv --agreement agreement.json --secret secret.key --provider hospital --out hospital.sealed",
            "  linkage seal gp.csv --columns gp.columns.json --opted-out opted-out.txt --agreement agreement.json "
                    + "--secret secret.key --provider gp --out gp.sealed"
        })
final class SealCommand extends Speech implements Callable<Integer> {
    @Mixin
    private ExtractOptions extract;

    @Mixin
    private SecretOption secret;

    @Option(names = "--agreement", required = true, paramLabel = "FILE", description = "What the parties signed.")
    private Path agreement;

    @Option(
            names = "--provider",
            required = true,
            paramLabel = "NAME",
            description = "This provider: lower-case letters, digits, '_' and '-'.")
    private String provider;

    @Option(
            names = "--opted-out",
            paramLabel = "FILE",
            description = "People to leave out: an NHS Number or local id a line.")
    private Path optedOut;

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
        requireOther(out, read());
        ExtractSource source = extract.open();
        source.warning().ifPresent(this::say);
        Sealing sealing = seal(source);
        tell(sealing);
        return Exit.DONE;
    }

    private Sealing seal(ExtractSource source) throws IOException {
        Provider sealer = new Provider(provider, AgreementFile.read(agreement), secret.read());
        OptOuts optOuts = optedOut == null ? OptOuts.none() : OptOuts.read(optedOut);
        try (ProgressLine progress = ProgressLine.on(err())) {
            return sealer.telling(progress).seal(source, extract.mapping(), optOuts, !holdsDuplicates, out);
        }
    }

    private List<Path> read() {
        List<Path> files = new ArrayList<>(extract.files());
        files.add(agreement);
        files.addAll(secret.files());
        Optional.ofNullable(optedOut).ifPresent(files::add);
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
        say(counts.read() + " rows: " + counts.optedOut() + " opted out, " + counts.rejected() + " left out, "
                + counts.sealed() + " sealed in " + out);
        if (json) {
            ObjectNode node = CanonicalJson.object();
            node.put("provider", provider).put("file", out.toString());
            node.put("rows_read", counts.read()).put("rows_opted_out", counts.optedOut());
            node.put("rows_rejected", counts.rejected()).put("faulty_values", counts.faultyValues());
            node.put("records", counts.sealed());
            print(node);
        }
    }
}
