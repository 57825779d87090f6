package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.identity.Identity;
import uk.linkage.identity.IdentityCard;
import uk.linkage.provider.ceremony.WrappedSecret;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;

/** Wraps a secret for a provider. */
@Command(
        name = "wrap",
        mixinStandardHelpOptions = true,
        description = {
            "Seals a secret to another provider's card and signs it, so that anybody may carry it.",
            "Compare the fingerprint that is printed with that provider by another way before you send it."
        },
        footerHeading = "%nExample:%n",
        footer = "  linkage key wrap secret.key --for gp.card --identity hospital.identity --out secret.for-gp")
final class KeyWrapCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "SECRET", description = "The secret, bound to a project.")
    private Path file;

    @Option(names = "--for", required = true, paramLabel = "CARD", description = "The card of the provider it is for.")
    private Path card;

    @Mixin
    private IdentityOption identity;

    @Mixin
    private SecretPassphraseOption passphrase;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        IdentityCard receiver = IdentityCard.read(card);
        try (Identity sender = identity.require(spec());
                LinkageSecret secret = SecretFile.read(file, () -> passphrase.ask(file.toString()))) {
            WrappedSecret.write(secret, receiver, sender, out);
            say("the secret with check value " + secret.checkValue() + " is in " + out + ", for " + receiver.name()
                    + " alone. The fingerprint of that card:");
            out().println(receiver.fingerprint());
        }
        return Exit.DONE;
    }
}
