package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import uk.linkage.exchange.SealedReader;
import uk.linkage.exchange.SealedTrust;
import uk.linkage.file.Progress;
import uk.linkage.file.SideBySide;
import uk.linkage.file.Step;
import uk.linkage.identity.Identity;

/** As whom sealed files are read and whose are taken: both or neither. */
final class TrustOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private IdentityOption identity;

    @Mixin
    private CardsOption cards;

    void require() {
        if (identity.isGiven() == cards.files().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--identity and --from go together: who reads sealed files, and whose are taken");
        }
    }

    /** Readers of files that have all been checked, to be closed. Where an identity was given, a file without protection is refused. */
    List<SealedReader> open(List<Path> files, Progress progress) throws IOException {
        Optional<Identity> given = identity.read();
        Step step = progress.begin("checking sealed files", "bytes", SealedReader.PASSES * bytes(files));
        if (given.isEmpty()) {
            return SideBySide.read(files, file -> SealedReader.open(file, step));
        }
        try (Identity own = given.get()) {
            SealedTrust trust = new SealedTrust(own, cards.read());
            return SideBySide.read(files, file -> SealedReader.open(file, trust, step));
        }
    }

    /** What is no file is told of where it is opened. */
    private static long bytes(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }
}
