package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.linkage.provider.ceremony.SecretShare;
import uk.linkage.provider.ceremony.SecretShares;
import uk.linkage.provider.tokenise.LinkageSecret;

/** Joins shares. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = "Puts a secret together from shares that linkage key split made, and prints its check value.",
        footerHeading = "%nExample:%n",
        footer = "  linkage key join shares/share-1-of-3.json shares/share-3-of-3.json --out secret.key")
final class KeyJoinCommand extends Speech implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SHARE", description = "As many shares as the threshold, or more.")
    private List<Path> files;

    @Mixin
    private NewSecretOption target;

    @Override
    public Integer call() throws IOException {
        List<SecretShare> shares = new ArrayList<>();
        try {
            for (Path file : files) {
                shares.add(SecretShare.read(file));
            }
            join(shares);
        } finally {
            shares.forEach(SecretShare::close);
        }
        return Exit.DONE;
    }

    private void join(List<SecretShare> shares) throws IOException {
        try (LinkageSecret secret = SecretShares.join(shares)) {
            target.write(secret);
            say("secret in " + target.file() + "; never give it to the hub. Its check value:");
            out().println(secret.checkValue());
        }
    }
}
