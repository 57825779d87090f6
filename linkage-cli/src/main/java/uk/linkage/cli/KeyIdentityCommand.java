package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.identity.IdentityFile;
import uk.linkage.secret.Passphrase;

/** Makes an identity. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a party's private keys, in a file that only its owner may read, and its card beside them.",
            "The card goes to the others; they compare its fingerprint, which is printed, over the telephone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage key identity --name hospital --out hospital.identity",
            "  linkage key identity --name hub --out hub.identity --lock"
        })
final class KeyIdentityCommand extends Speech implements Callable<Integer> {
    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "The party: lower-case letters, digits, '_' and '-'.")
    private String name;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
    private Path out;

    @Option(names = "--lock", description = "Puts it under a passphrase.")
    private boolean lock;

    @Mixin
    private PassphraseOption passphrase;

    @Override
    public Integer call() throws IOException {
        if (!SealedHeader.isProviderName(name)) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--name must be 1 to 40 lower-case letters, digits, '_' or '-', beginning with a letter or digit");
        }
        try (Identity identity = Identity.random(name)) {
            write(identity);
            say("private keys in " + out + ", for nobody else; the card for the others in " + card()
                    + ". Its fingerprint:");
            out().println(identity.card().fingerprint());
        }
        return Exit.DONE;
    }

    private void write(Identity identity) throws IOException {
        if (Files.exists(card())) {
            throw new FileAlreadyExistsException(card().toString());
        }
        writePrivate(identity);
        try {
            IdentityCard.write(identity, card());
        } catch (IOException failed) {
            Files.deleteIfExists(out);
            throw failed;
        }
    }

    private void writePrivate(Identity identity) throws IOException {
        if (lock) {
            try (Passphrase chosen = passphrase.choose(out.toString())) {
                IdentityFile.write(identity, out, Optional.of(chosen));
            }
        } else {
            IdentityFile.write(identity, out, Optional.empty());
        }
    }

    /** {@code hospital.identity} has {@code hospital.card}. */
    private Path card() {
        return out.resolveSibling(out.getFileName().toString().replaceFirst("\\.identity$", "") + ".card");
    }
}
