package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.exchange.Parts;

/** Sealed files in parts. */
@Command(
        name = "parts",
        mixinStandardHelpOptions = true,
        description = "Cuts a sealed file into parts for a way that takes no large file, and puts them together again.",
        subcommands = {PartsCommand.Split.class, PartsCommand.Join.class})
final class PartsCommand extends Speech implements Runnable {
    @Override
    public void run() {
        throw new ParameterException(spec().commandLine(), "say what: linkage parts split or linkage parts join");
    }

    /** Cuts. */
    @Command(
            name = "split",
            mixinStandardHelpOptions = true,
            description = {
                "Checks a sealed file and cuts it into numbered parts and a list of them, parts.json.",
                "The same file and size give the same parts, so that one that did not arrive can be made again."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  linkage parts split hospital.sealed --out hospital-parts",
                "  linkage parts split hospital.sealed --out hospital-parts --size 20"
            })
    static final class Split extends Speech implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The sealed file.")
        private Path file;

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FOLDER",
                description = "A folder that is not there yet, or empty.")
        private Path out;

        @Option(
                names = "--size",
                paramLabel = "MIB",
                defaultValue = "90",
                description = "The most MiB of a part; ${DEFAULT-VALUE} unless said, which MESH's 100 MB takes.")
        private int size;

        @Override
        public Integer call() throws IOException {
            if (size < 1) {
                throw new ParameterException(spec().commandLine(), "--size must be 1 MiB or more");
            }
            int parts = watched(progress -> Parts.split(file, out, (long) size << 20, progress));
            say(file + " in " + parts + (parts == 1 ? " part" : " parts") + " and their list in " + out);
            return Exit.DONE;
        }
    }

    /** Joins. */
    @Command(
            name = "join",
            mixinStandardHelpOptions = true,
            description = {
                "Puts a sealed file together again, whole or not at all.",
                "Where parts are missing or damaged it says which; only these need to be sent again."
            },
            footerHeading = "%nExample:%n",
            footer = "  linkage parts join hospital-parts --out hospital.sealed")
    static final class Join extends Speech implements Callable<Integer> {
        @Parameters(paramLabel = "FOLDER", description = "The folder of parts.json and the parts.")
        private Path folder;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The sealed file.")
        private Path out;

        @Override
        public Integer call() throws IOException {
            watched(progress -> {
                Parts.join(folder, out, progress);
                return out;
            });
            say("all parts are there and whole, and are put together in " + out);
            return Exit.DONE;
        }
    }
}
