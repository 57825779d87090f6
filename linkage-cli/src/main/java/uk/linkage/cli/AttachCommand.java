package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.Attachment;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.provider.extract.ExtractSource;

/** Puts study ids into a payload. */
@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description = {
            "Replaces the local id of a payload by the study id, so that researchers can join payloads without identities.",
            "Columns named like identities are left out unless they are kept by name."
        },
        footerHeading = "%nExample:%n",
        footer =
                "  linkage attach admissions.csv --crosswalk run/crosswalk-hospital.csv --id hospital_no --out admissions-study.csv")
final class AttachCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "PAYLOAD", description = "The provider's data, a CSV file with a column of local ids.")
    private Path payload;

    @Option(names = "--crosswalk", required = true, paramLabel = "FILE", description = "This provider's crosswalk.")
    private Path crosswalk;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description =
                    "The column of local ids; none where the payload is the extract itself, sealed by row numbers.")
    private String id;

    @Option(names = "--keep", paramLabel = "COLUMN", description = "A column to keep although named like an identity.")
    private Set<String> keep = Set.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the result goes.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        requireOther(out, List.of(payload, crosswalk));
        Attached attached = watched(this::attach);
        if (!attached.dropped().isEmpty()) {
            say("left out because they are named like identities: " + String.join(", ", attached.dropped()));
        }
        say(attached.counts().rows() + " rows under study ids in " + out + "; "
                + attached.counts().unknown() + " left out because their local id is not in the crosswalk");
        return Exit.DONE;
    }

    /** Columns left out because of their names, and what became of the rows. */
    private record Attached(List<String> dropped, Attachment.Counts counts) {}

    private Attached attach(Progress progress) throws IOException {
        ExtractSource source = ExtractSource.of(payload, progress).telling(progress, "attaching study ids to");
        Attachment attachment = id == null ? Attachment.byRowNumber(source, keep) : new Attachment(source, id, keep);
        return new Attached(
                attachment.dropped(), attachment.write(Crosswalk.read("payload", crosswalk, progress), out));
    }
}
