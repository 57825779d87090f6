package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.Fingerprint;

/** Checks an agreement. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks an agreement, lists every fault of it or the risks that it accepts, and prints its fingerprint.",
        footerHeading = "%nExample:%n",
        footer = "  linkage check agreement.json")
final class CheckCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "AGREEMENT", description = "The agreement file.")
    private Path agreement;

    @Override
    public Integer call() throws IOException {
        Agreement sound = AgreementFile.read(agreement);
        say("sound: " + sound.fields().size() + " fields, " + sound.keys().size() + " match keys, "
                + sound.views().size() + " views; to be destroyed by "
                + sound.purpose().destroyBy());
        sound.acceptedRisks()
                .forEach(r ->
                        say("accepted risk: " + r.risk().label() + " at " + r.where() + ", because: " + r.reason()));
        say(sound.purpose()
                .optOutExemption()
                .map(reason -> "the National Data Opt-Out is not checked, because: " + reason)
                .orElse("whoever seals checks the National Data Opt-Out or gives a reason"));
        out().println(Fingerprint.of(sound).text());
        return Exit.DONE;
    }
}
