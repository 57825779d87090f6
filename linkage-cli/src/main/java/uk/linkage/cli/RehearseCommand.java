package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.linkage.file.Progress;

/** Plays the whole protocol. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description =
                "Plays the whole protocol for a hospital, a GP federation and a council on a synthetic population.",
        footerHeading = "%nExamples:%n",
        footer = {"  linkage rehearse", "  linkage rehearse --people 5000 --seed 7 --out rehearsal-7 --json"})
final class RehearseCommand extends Speech implements Callable<Integer> {
    private static final String MARK = "rehearsal.txt";

    @Option(names = "--people", defaultValue = "20000", paramLabel = "N", description = "How many (${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--seed",
            defaultValue = "2026",
            paramLabel = "S",
            description = "Which population (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            defaultValue = "rehearsal",
            paramLabel = "DIR",
            description = "The folder (${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--json", description = "Prints a summary as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        clear();
        Rehearsed rehearsed = watched(this::rehearsed);
        if (json) {
            print(rehearsed.summary());
        } else {
            out().print(rehearsed.result());
            out().flush();
        }
        return Exit.DONE;
    }

    /** What came of it, for programs and for people. */
    private record Rehearsed(ObjectNode summary, String result) {}

    private Rehearsed rehearsed(Progress progress) throws IOException {
        Rehearsal rehearsal = new Rehearsal(out, this::say, progress);
        return new Rehearsed(rehearsal.play(people, seed), rehearsal.result());
    }

    /** Only what an earlier rehearsal left is removed. */
    private void clear() throws IOException {
        if (Files.exists(out) && !PathUtils.isEmpty(out)) {
            if (!Files.exists(out.resolve(MARK))) {
                throw new FileAlreadyExistsException(out.toString());
            }
            PathUtils.deleteDirectory(out);
        }
        Files.createDirectories(out);
        Files.writeString(out.resolve(MARK), "Made by linkage rehearse; the next rehearsal replaces this folder.\n");
    }
}
