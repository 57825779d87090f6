package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.linkage.provider.tokenise.LinkageSecret;

/** Makes the next epoch's secret. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a fresh secret for the epoch after, of the same project and providers; nothing of the old one is in it.",
            "The agreement must say that epoch, and all providers seal anew: files of two epochs do not link."
        },
        footerHeading = "%nExample:%n",
        footer = "  linkage key rotate secret.key --out secret-2.key")
final class KeyRotateCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "SECRET", description = "The secret that is to be followed, bound to a project.")
    private Path file;

    @Mixin
    private NewSecretOption target;

    @Override
    public Integer call() throws IOException {
        try (LinkageSecret old = target.read(file);
                LinkageSecret next = old.next()) {
            target.write(next);
            next.binding()
                    .ifPresent(bound -> say("secret for " + bound.inWords() + " in " + target.file()
                            + "; the old one still opens what was sealed under it: destroy it when that is destroyed. The new"
                            + " check value:"));
            out().println(next.checkValue());
        }
        return Exit.DONE;
    }
}
