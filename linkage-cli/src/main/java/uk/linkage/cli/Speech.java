package uk.linkage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.linkage.agreement.CanonicalJson;

/** What every command has: data to standard output, speech to standard error. */
abstract class Speech {
    @Spec
    private CommandSpec spec;

    /** Where data go. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where speech goes. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Says a line to the person. */
    final void say(String line) {
        err().println(line);
    }

    /** Prints a stable summary. */
    final void print(JsonNode json) {
        out().print(CanonicalJson.pretty(json));
        out().flush();
    }

    /** What is read is never written over. */
    final void requireOther(Path out, List<Path> read) {
        Path target = out.toAbsolutePath().normalize();
        if (read.stream().anyMatch(file -> file.toAbsolutePath().normalize().equals(target))) {
            throw new ParameterException(spec.commandLine(), out + " would be written over what is read");
        }
    }

    final CommandSpec spec() {
        return spec;
    }
}
