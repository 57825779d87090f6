package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.identity.Identity;
import uk.linkage.provider.ceremony.WrappedSecret;
import uk.linkage.provider.tokenise.LinkageSecret;

/** Opens a wrapped secret. */
@Command(
        name = "unwrap",
        mixinStandardHelpOptions = true,
        description = {
            "Opens a secret that another provider wrapped for this one, if a trusted card signed it.",
            "Compare the check value that is printed with all other providers by another way."
        },
        footerHeading = "%nExample:%n",
        footer = "  linkage key unwrap secret.for-gp --identity gp.identity --from hospital.card --out secret.key")
final class KeyUnwrapCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "WRAPPED", description = "The wrapped secret.")
    private Path file;

    @Mixin
    private IdentityOption identity;

    @Mixin
    private CardsOption from;

    @Mixin
    private NewSecretOption target;

    @Override
    public Integer call() throws IOException {
        if (from.files().isEmpty()) {
            throw new ParameterException(spec().commandLine(), "say whom you trust: --from CARD");
        }
        try (Identity receiver = identity.require(spec());
                LinkageSecret secret = WrappedSecret.read(file, receiver, from.read())) {
            target.write(secret);
            secret.binding()
                    .ifPresent(bound -> say("secret for " + bound.inWords() + " in " + target.file()
                            + "; never give it to the hub. Its check value:"));
            out().println(secret.checkValue());
        }
        return Exit.DONE;
    }
}
