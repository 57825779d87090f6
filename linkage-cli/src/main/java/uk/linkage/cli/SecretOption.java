package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.SecretFile;

/** Where the linkage secret comes from: a file of its owner's alone, or standard input; never an argument. */
final class SecretOption {
    @Option(
            names = "--secret",
            required = true,
            paramLabel = "FILE",
            description = "The linkage secret's file, which only its owner may read; - is standard input.")
    private String file;

    List<Path> files() {
        return file.equals("-") ? List.of() : List.of(Path.of(file));
    }

    LinkageSecret read() throws IOException {
        return file.equals("-")
                ? SecretFile.parse(System.in.readAllBytes(), "standard input")
                : SecretFile.read(Path.of(file));
    }
}
