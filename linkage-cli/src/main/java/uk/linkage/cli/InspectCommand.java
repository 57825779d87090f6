package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.DestroyBy;
import uk.linkage.agreement.Fingerprint;
import uk.linkage.exchange.Protection;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.exchange.SealedInspection;

/** Shows a sealed file's header, what the folder of a run is, or what a signed statement says. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a sealed file from first byte to last and shows who sealed it, how, and its counts. Needs no key.",
            "Encrypted records stay closed: that each opens is seen when the hub reads the file.",
            "Of the folder of a run it shows whose it is, who took part and who withdrew; of a certificate or another signed",
            "statement what it says, and whether it is whole. Warns when the day by which all is to be destroyed is near or past."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage inspect hospital.sealed",
            "  linkage inspect hospital.sealed --agreement > agreement.json",
            "  linkage inspect run",
            "  linkage inspect run.destroyed.json --from hub.card"
        })
final class InspectCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A sealed file, the folder of a run, or a signed statement.")
    private Path file;

    @Option(names = "--agreement", description = "Prints the agreement inside instead.")
    private boolean agreement;

    @Mixin
    private CardsOption cards;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            RunInspection run = RunInspection.of(file, LocalDate.now());
            return show(run.json(), run.words());
        }
        if (StatementInspection.isOne(file)) {
            StatementInspection statement = StatementInspection.of(file, cards.read());
            return show(statement.json(), statement.words());
        }
        return showSealed();
    }

    private int show(ObjectNode json, List<String> words) {
        words.forEach(this::say);
        print(json);
        return Exit.DONE;
    }

    private int showSealed() throws IOException {
        SealedInspection sealed = watched(progress -> SealedInspection.of(
                file, progress.begin("reading", "bytes", file.toFile().length())));
        new DestroyBy(sealed.header().agreement().purpose().destroyBy())
                .warning("this file", LocalDate.now())
                .ifPresent(this::say);
        if (agreement) {
            out().print(AgreementFile.text(sealed.header().agreement()));
            out().flush();
        } else {
            tell(sealed);
            print(summary(sealed));
        }
        return Exit.DONE;
    }

    private void tell(SealedInspection sealed) {
        if (sealed.protection() instanceof Protection.Signed signed) {
            say("the signature fits the card that the file itself carries; only where the fingerprint "
                    + signed.signer().fingerprint() + " is that of the card you were given is it proven to be "
                    + signed.signer().name() + "'s");
        } else {
            say("neither encrypted nor signed: nobody can tell who made it or read it on its way");
        }
    }

    private static ObjectNode summary(SealedInspection sealed) {
        SealedHeader header = sealed.header();
        ObjectNode json = CanonicalJson.object();
        json.put("provider", header.provider());
        json.put("project", header.agreement().purpose().project());
        json.put("fingerprint", Fingerprint.of(header.agreement()).text());
        json.put("normaliser", header.normaliser());
        json.put("key_check", header.keyCheck());
        json.put("deduplicated", header.deduplicated());
        json.set("protection", sealed.protection().summary());
        json.set("accepted_risks", AgreementFile.acceptedRisks(header.agreement()));
        json.put("rows_read", sealed.counts().read());
        json.put("rows_opted_out", sealed.counts().optedOut());
        header.optOuts().ifPresent(evidence -> json.set("opt_outs", evidence.toJson()));
        json.put("rows_rejected", sealed.counts().rejected());
        json.put("faulty_values", sealed.counts().faultyValues());
        json.put("records", sealed.counts().sealed());
        json.put("sha256", sealed.digest());
        return json;
    }
}
