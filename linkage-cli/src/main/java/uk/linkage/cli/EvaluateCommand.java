package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.LinkageRun;
import uk.linkage.RunFolder;
import uk.linkage.file.Progress;
import uk.linkage.hub.review.ScoreFile;
import uk.linkage.quality.Breakdown;
import uk.linkage.quality.Curve;
import uk.linkage.quality.Evaluation;
import uk.linkage.quality.SmallNumbers;
import uk.linkage.quality.Truth;
import uk.linkage.report.EvaluationReport;
import uk.linkage.report.LinkageReport;

/** Measures a run against the truth. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a run against known truth: precision, recall and F1 with 95 %% intervals, by pairs and by people.",
            "The truth is two columns of matching local ids (first and second file), or provider,local_id,person.",
            "Intervals take people as their unit, since pairs of one person are found and missed together.",
            "Where RUN holds scores.csv, also a curve: what other thresholds would have done to every scored pair on its own.",
            "With --groups also for each group of people, with --causes by what is wrong with records; there counts of 1 to 7 are not told.",
            "--html tells all of it on one page that opens without a network, where no count of 1 to 7 is told."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage evaluate run --truth truth.csv --json",
            "  linkage evaluate run --truth truth.csv --groups labels.csv --causes slips.csv",
            "  linkage evaluate run --truth truth.csv --groups labels.csv --html evaluation.html"
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
            description = "Tells every count of groups, causes and the page as it is: for invented people.")
    private boolean exact;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with charts there.")
    private Optional<Path> html;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requireSound();
        Measured measured = watched(this::measured);
        SmallNumbers numbers = exact ? SmallNumbers.EXACT : SmallNumbers.SUPPRESSED;
        if (html.isPresent()) {
            measured.page(numbers).write(html.get());
            say("page in " + html.get());
        }
        tell(measured, numbers);
        return Exit.DONE;
    }

    private boolean breaksDown() {
        return groups.isPresent() || causes.isPresent();
    }

    private void requireSound() {
        if (exact && !breaksDown() && html.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "--no-suppression goes with --groups, --causes or --html");
        }
        if (html.isPresent()) {
            List<Path> read = new ArrayList<>(List.of(
                    truth,
                    run.resolve(LinkageRun.RECORD),
                    run.resolve(LinkageReport.FILE),
                    run.resolve(ScoreFile.FILE)));
            groups.ifPresent(read::add);
            causes.ifPresent(read::add);
            requireOther(html.get(), read);
        }
    }

    private record Measured(
            String project, Evaluation all, Optional<Curve> curve, String whyNoCurve, Optional<Breakdown> parts) {
        EvaluationReport page(SmallNumbers numbers) {
            return new EvaluationReport(project, all, curve, parts, numbers);
        }
    }

    private Measured measured(Progress progress) throws IOException {
        RunFolder folder = RunFolder.open(run, progress);
        Truth known = folder.truth(truth);
        return new Measured(
                folder.project(),
                folder.evaluate(known),
                folder.curve(known),
                folder.whyNoCurve(),
                breaksDown() ? Optional.of(folder.breakDown(known, groups, causes)) : Optional.empty());
    }

    private void tell(Measured measured, SmallNumbers numbers) {
        if (json) {
            print(json(measured, numbers));
            return;
        }
        out().print(measured.all().toText());
        out().print(measured.curve().map(Curve::toText).orElse("No curve: " + measured.whyNoCurve() + "\n"));
        measured.parts().ifPresent(parts -> out().print(parts.toText(numbers)));
        out().flush();
    }

    private static ObjectNode json(Measured measured, SmallNumbers numbers) {
        ObjectNode all = measured.all().toJson();
        measured.curve()
                .ifPresentOrElse(
                        curve -> all.setAll(curve.toJson()),
                        () -> all.putNull("curve").put("no_curve", measured.whyNoCurve()));
        measured.parts().ifPresent(parts -> all.setAll(parts.toJson(numbers)));
        return all;
    }
}
