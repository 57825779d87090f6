package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;

/** Commands on the linkage secret. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes the secret that the providers share and the hub never sees.",
        subcommands = KeyCommand.New.class)
final class KeyCommand extends Speech implements Runnable {
    @Override
    public void run() {
        throw new ParameterException(spec().commandLine(), "say what: linkage key new");
    }

    /** Makes a secret. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description =
                    "Writes a new linkage secret to a file that only its owner may read, and prints its check value.",
            footerHeading = "%nExample:%n",
            footer = "  linkage key new --out secret.key")
    static final class New extends Speech implements Callable<Integer> {
        @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
        private Path out;

        @Override
        public Integer call() throws IOException {
            LinkageSecret secret = LinkageSecret.random();
            SecretFile.write(secret, out);
            say("secret in " + out + "; give it to the providers only, never to the hub. Its check value:");
            out().println(secret.checkValue());
            return Exit.DONE;
        }
    }
}
