package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.linkage.RunFolder;
import uk.linkage.quality.Evaluation;

/** Measures a run against the truth. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a run against known truth: precision, recall and F1 with 95 %% intervals, by pairs and by people.",
            "The truth is two columns of matching local ids (first and second file), or provider,local_id,person."
        },
        footerHeading = "%nExample:%n",
        footer = "  linkage evaluate run --truth truth.csv --json")
final class EvaluateCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run;

    @Option(names = "--truth", required = true, paramLabel = "FILE", description = "The truth file.")
    private Path truth;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Evaluation evaluation = evaluation();
        if (json) {
            print(evaluation.toJson());
        } else {
            out().print(evaluation.toText());
            out().flush();
        }
        return Exit.DONE;
    }

    private Evaluation evaluation() throws IOException {
        try (ProgressLine progress = ProgressLine.on(err())) {
            progress.at("evaluating", 0, 0);
            return RunFolder.open(run).evaluate(truth);
        }
    }
}
