package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.secret.Passphrase;

/** Where a linkage secret goes: a new file of its owner's alone, under a passphrase where that is asked for. */
final class NewSecretOption {
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
    private Path out;

    @Option(names = "--lock", description = "Puts it under a passphrase.")
    private boolean lock;

    @Mixin
    private SecretPassphraseOption passphrase;

    Path file() {
        return out;
    }

    /** A secret from a file, which may be under a passphrase. */
    LinkageSecret read(Path file) throws IOException {
        return SecretFile.read(file, () -> passphrase.ask(file.toString()));
    }

    void write(LinkageSecret secret) throws IOException {
        if (lock) {
            try (Passphrase chosen = passphrase.choose(out.toString())) {
                SecretFile.write(secret, out, Optional.of(chosen));
            }
        } else {
            SecretFile.write(secret, out);
        }
    }
}
