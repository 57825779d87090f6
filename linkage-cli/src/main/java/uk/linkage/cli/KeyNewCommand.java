package uk.linkage.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.linkage.provider.tokenise.Binding;
import uk.linkage.provider.tokenise.LinkageSecret;

/** Makes a secret. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a new linkage secret to a file that only its owner may read, and prints its check value.",
            "With a project it seals for that project and epoch alone, and for the providers named."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage key new --out secret.key",
            "  linkage key new --project diabetes-2026 --providers hospital,gp,council --out secret.key --lock"
        })
final class KeyNewCommand extends Speech implements Callable<Integer> {
    @Option(names = "--project", paramLabel = "NAME", description = "The project in the agreement.")
    private Optional<String> project = Optional.empty();

    @Option(names = "--epoch", paramLabel = "N", description = "The epoch in the agreement; else 1.")
    private Optional<Integer> epoch = Optional.empty();

    @Option(
            names = "--providers",
            split = ",",
            paramLabel = "NAME",
            description = "The providers who are to hold it; else any.")
    private List<String> providers = List.of();

    @Mixin
    private NewSecretOption file;

    @Override
    public Integer call() throws IOException {
        try (LinkageSecret secret = secret()) {
            file.write(secret);
            say("secret in " + file.file() + "; give it to the providers only, never to the hub. Its check value:");
            out().println(secret.checkValue());
        }
        return Exit.DONE;
    }

    private LinkageSecret secret() {
        if (project.isPresent()) {
            return LinkageSecret.random(new Binding(project.get(), epoch.orElse(1), providers));
        }
        if (epoch.isPresent() || !providers.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "--epoch and --providers go with --project");
        }
        return LinkageSecret.random();
    }
}
