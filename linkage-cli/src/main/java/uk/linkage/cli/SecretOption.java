package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.linkage.agreement.Purpose;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;
import uk.linkage.provider.tokenise.SecretUse;

/** Where the linkage secret comes from: a file of its owner's alone, or standard input; never an argument. */
final class SecretOption {
    private static final String UNNOTED = "nothing here will refuse it for another project";

    @Option(
            names = "--secret",
            required = true,
            paramLabel = "FILE",
            description = "The linkage secret's file, which only its owner may read; - is standard input.")
    private String file;

    List<Path> files() {
        return file.equals("-") ? List.of() : List.of(Path.of(file));
    }

    @Mixin
    private SecretPassphraseOption passphrase;

    /** The secret, to be closed after use. */
    LinkageSecret read() throws IOException {
        return isStandardInput()
                ? SecretFile.parse(
                        System.in.readAllBytes(),
                        "standard input",
                        () -> passphrase.ask("the secret on standard input"))
                : SecretFile.read(Path.of(file), () -> passphrase.ask(file));
    }

    private boolean isStandardInput() {
        return file.equals("-");
    }

    /** Refuses a secret that is bound to no project and was used for another. */
    void requireFor(LinkageSecret secret, Purpose purpose) throws IOException {
        if (!isStandardInput()) {
            SecretUse.of(Path.of(file)).requireFor(secret, purpose);
        }
    }

    /** Notes what a secret that is bound to no project was used for; why it could not, in words. */
    Optional<String> note(LinkageSecret secret, Purpose purpose) {
        if (secret.binding().isPresent()) {
            return Optional.empty();
        }
        if (isStandardInput()) {
            return Optional.of("the secret came from standard input and is bound to no project; " + UNNOTED);
        }
        SecretUse use = SecretUse.of(Path.of(file));
        try {
            use.note(secret, purpose);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(use.file() + " could not be written; " + UNNOTED);
        }
    }
}
