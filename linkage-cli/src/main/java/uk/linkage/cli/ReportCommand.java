package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.LinkageRun;
import uk.linkage.RunFolder;

/** Makes the report of a run again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the report of a run from its run.json: one page with no person in it, which opens without a network.",
            "linkage link leaves the same page as report.html in the folder of the run."
        },
        footerHeading = "%nExample:%n",
        footer = "  linkage report run --out report.html")
final class ReportCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The page.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        requireOther(out, List.of(run.resolve(LinkageRun.RECORD)));
        RunFolder.report(run).write(out);
        say("report in " + out);
        return Exit.DONE;
    }
}
