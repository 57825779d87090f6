package uk.linkage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.Progress;

/** What every command has: data to standard output, speech to standard error. */
abstract class Speech {
    @Spec
    private CommandSpec spec;

    private Optional<ProgressLine> line = Optional.empty();

    /** Work that may take long, and tells how far it is. */
    interface LongWork<T> {
        T done(Progress progress) throws IOException;
    }

    /** Does it, and shows how far it is to whoever sits at a terminal; what is said meanwhile stands above that. */
    final <T> T watched(LongWork<T> work) throws IOException {
        try (ProgressLine shown = ProgressLine.on(err())) {
            line = Optional.of(shown);
            return work.done(shown);
        } finally {
            line = Optional.empty();
        }
    }

    /** Where data go. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where speech goes. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Says a line to the person. */
    final void say(String words) {
        line.ifPresentOrElse(shown -> shown.say(words), () -> err().println(words));
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
