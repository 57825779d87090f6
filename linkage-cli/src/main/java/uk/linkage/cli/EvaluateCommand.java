package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.RunFolder;
import uk.linkage.quality.Breakdown;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.SmallNumbers;

/** Measures a run against the truth. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a run against known truth: precision, recall and F1 with 95 %% intervals, by pairs and by people.",
            "The truth is two columns of matching local ids (first and second file), or provider,local_id,person.",
            "With --groups also for each group of people, with --causes by what is wrong with records; there counts of 1 to 7 are not told."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage evaluate run --truth truth.csv --json",
            "  linkage evaluate run --truth truth.csv --groups labels.csv --causes slips.csv"
        })
final class EvaluateCommand extends Speech implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run;

    @Option(names = "--truth", required = true, paramLabel = "FILE", description = "The truth file.")
    private Path truth;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = {
                "Labels of people, person,..., or of records, provider,local_id,...: each further column is a grouping,",
                "household apart, which tells who lives together."
            })
    private Optional<Path> groups;

    @Option(
            names = "--causes",
            paramLabel = "FILE",
            description = "What is wrong with records: provider,local_id and causes with ; between them.")
    private Optional<Path> causes;

    @Option(
            names = "--no-suppression",
            description = "Tells every count of groups and causes as it is: for invented people.")
    private boolean exact;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        boolean breaksDown = groups.isPresent() || causes.isPresent();
        if (exact && !breaksDown) {
            throw new ParameterException(spec().commandLine(), "--no-suppression goes with --groups or --causes");
        }
        Measured measured = measured(breaksDown);
        tell(measured.all(), measured.parts(), exact ? SmallNumbers.EXACT : SmallNumbers.SUPPRESSED);
        return Exit.DONE;
    }

    private record Measured(Evaluation all, Optional<Breakdown> parts) {}

    private Measured measured(boolean breaksDown) throws IOException {
        try (ProgressLine progress = ProgressLine.on(err())) {
            progress.at("evaluating", 0, 0);
            RunFolder folder = RunFolder.open(run);
            return new Measured(
                    folder.evaluate(truth),
                    breaksDown ? Optional.of(folder.breakDown(truth, groups, causes)) : Optional.empty());
        }
    }

    private void tell(Evaluation evaluation, Optional<Breakdown> breakdown, SmallNumbers numbers) {
        if (json) {
            ObjectNode all = evaluation.toJson();
            breakdown.ifPresent(parts -> all.setAll(parts.toJson(numbers)));
            print(all);
            return;
        }
        out().print(evaluation.toText());
        breakdown.ifPresent(parts -> out().print(parts.toText(numbers)));
        out().flush();
    }
}
