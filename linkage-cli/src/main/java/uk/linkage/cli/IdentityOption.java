package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityFile;

/** Who the caller is: the file of its private keys. */
final class IdentityOption {
    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "The caller's own private keys, as linkage key identity makes them.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private PassphraseOption passphrase;

    boolean isGiven() {
        return file.isPresent();
    }

    List<Path> files() {
        return file.stream().toList();
    }

    /** The identity, where one was named. */
    Optional<Identity> read() throws IOException {
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(IdentityFile.read(
                        file.get(), () -> passphrase.ask(file.get().toString())));
    }

    /** The identity of a command that cannot do without. */
    Identity require(CommandSpec command) throws IOException {
        return read().orElseThrow(
                        () -> new ParameterException(command.commandLine(), "say who you are: --identity FILE"));
    }
}
