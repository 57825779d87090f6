package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;

/** To whom a sealed file is encrypted and who signs it: both or neither. */
final class ProtectionOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--hub",
            paramLabel = "CARD",
            description =
                    "The hub's card; the hub alone can read the sealed file then. Goes with --identity, which signs it.")
    private Optional<Path> hub = Optional.empty();

    @Mixin
    private IdentityOption identity;

    void require() {
        if (hub.isPresent() != identity.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--hub and --identity go together: a sealed file is both encrypted and signed, or neither");
        }
    }

    boolean areGiven() {
        return hub.isPresent();
    }

    Stream<Path> files() {
        return Stream.concat(hub.stream(), identity.files().stream());
    }

    IdentityCard hub() throws IOException {
        return IdentityCard.read(hub.orElseThrow());
    }

    Identity identity() throws IOException {
        return identity.read().orElseThrow();
    }
}
