package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.identity.Identity;
import uk.linkage.provider.ceremony.KeyDestruction;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;

/** Destroys a secret. */
@Command(
        name = "destroy",
        mixinStandardHelpOptions = true,
        description = {
            "Overwrites and deletes a secret's file and leaves a signed record of what, when, by whom and how.",
            "Copies elsewhere are not touched; the record says so. Without a record nothing is destroyed."
        },
        footerHeading = "%nExample:%n",
        footer = "  linkage key destroy secret.key --identity hospital.identity")
final class KeyDestroyCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "SECRET", description = "The secret.")
    private Path file;

    @Mixin
    private IdentityOption identity;

    @Mixin
    private SecretPassphraseOption passphrase;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The record, a file that is not there yet; else SECRET.destroyed.json.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Path target = out.orElse(file.resolveSibling(file.getFileName() + ".destroyed.json"));
        try (Identity by = identity.require(spec());
                LinkageSecret secret = SecretFile.read(file, () -> passphrase.ask(file.toString()))) {
            KeyDestruction.destroy(file, secret, by, target);
            say(file + " is destroyed; copies elsewhere are not. The signed record is in " + target
                    + ", of the secret:");
            out().println(secret.checkValue());
        }
        return Exit.DONE;
    }
}
