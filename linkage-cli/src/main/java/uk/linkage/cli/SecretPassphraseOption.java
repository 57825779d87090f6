package uk.linkage.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import uk.linkage.secret.Passphrase;

/** Where the passphrase of a linkage secret comes from, apart from an identity's. */
final class SecretPassphraseOption {
    @Option(
            names = "--secret-passphrase-file",
            paramLabel = "FILE",
            description =
                    "Holds the secret's passphrase in its first line; only its owner may read it. Else it is asked for.")
    private Optional<Path> file = Optional.empty();

    Passphrase ask(String what) {
        return PassphraseOption.ask(file, what);
    }

    Passphrase choose(String what) {
        return PassphraseOption.choose(file, what);
    }
}
