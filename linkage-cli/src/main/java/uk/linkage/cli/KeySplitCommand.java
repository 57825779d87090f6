package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.provider.ceremony.SecretShares;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;

/** Splits a secret. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = {
            "Splits a secret into shares for different people. So many as the threshold says give it back;",
            "fewer say nothing of it. The secret's own file stays: destroy it where only the shares are to be."
        },
        footerHeading = "%nExample:%n",
        footer = "  linkage key split secret.key --shares 3 --threshold 2 --out shares")
final class KeySplitCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "SECRET", description = "The secret.")
    private Path file;

    @Option(names = "--shares", required = true, paramLabel = "N", description = "How many, at most 255.")
    private int shares;

    @Option(
            names = "--threshold",
            required = true,
            paramLabel = "K",
            description = "How many give it back, at least 2.")
    private int threshold;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A folder that is not there yet.")
    private Path out;

    @Mixin
    private SecretPassphraseOption passphrase;

    @Override
    public Integer call() throws IOException {
        try (LinkageSecret secret = SecretFile.read(file, () -> passphrase.ask(file.toString()))) {
            SecretShares.split(secret, shares, threshold, out).forEach(share -> out().println(share));
            say("any " + threshold + " of these give the secret with check value " + secret.checkValue()
                    + "; give each to another person, by another way");
        }
        return Exit.DONE;
    }
}
