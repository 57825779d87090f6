package uk.linkage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.Hub;
import uk.linkage.LinkageRun;
import uk.linkage.PreviousRun;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.DestroyBy;
import uk.linkage.exchange.Protection;
import uk.linkage.exchange.SealedReader;
import uk.linkage.file.Progress;
import uk.linkage.hub.crosswalk.Changes;
import uk.linkage.hub.crosswalk.Crosswalk;
import uk.linkage.report.AssurancePack;
import uk.linkage.report.Audit;
import uk.linkage.report.LinkageReport;

/** Links sealed files. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Links sealed files of two providers or more, or one that was sealed with --holds-duplicates with itself.",
            "Needs neither people nor secret.",
            "Leaves in RUN a crosswalk for each provider and run.json, which tells what was done; review.csv lists the pairs in doubt.",
            "scores.csv, what every likely pair weighs, is for linkage evaluate and stays at the hub; --no-scores leaves it out.",
            "report.html tells it for people to read, and the folder assurance holds what a board needs to sign.",
            "With --previous people keep the study ids they have from that run; what merged, split or retired is in changes.csv."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage link hospital.sealed gp.sealed --identity hub.identity --from hospital.card gp.card --out run-1",
            "  linkage link hospital.sealed gp.sealed --out run-1",
            "  linkage link hospital.sealed gp.sealed council.sealed --previous run-1 --out run-2",
            "  linkage link hospital.sealed gp.sealed --previous run-1 --answers review-gp.csv --out run-2",
            "  linkage link register.sealed --out run",
            "  linkage link hospital.sealed gp.sealed --audit audit.json --out run",
            "  linkage link hospital.sealed gp.sealed --out run --explain hospital:H0012 gp:G0007"
        })
final class LinkCommand extends Speech implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SEALED", description = "The sealed files.")
    private List<Path> sealed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "RUN",
            description = "A folder that is not there yet, or empty.")
    private Path out;

    @Option(
            names = "--previous",
            paramLabel = "RUN",
            description = "The folder of the latest run, from which study ids are carried over.")
    private Optional<Path> previous;

    @Option(
            names = "--provider-left",
            paramLabel = "NAME",
            description = {
                "A provider of that run whose records do not go on, since it left or gave its local ids anew;",
                "may come more than once."
            })
    private Set<String> left = new TreeSet<>();

    @Mixin
    private TrustOptions trust;

    @Mixin
    private ExplainOption explain;

    @Mixin
    private ReviewOptions review;

    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = "What attacks on these encodings came to, for the annex in RUN/assurance.")
    private Optional<Path> audit = Optional.empty();

    @Option(names = "--no-scores", description = "Leaves RUN/scores.csv out; linkage evaluate then tells no curve.")
    private boolean noScores;

    @Option(names = "--json", description = "Prints run.json too, with what --explain asks for as explanations.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (previous.isEmpty() && !left.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "--provider-left goes with --previous");
        }
        review.require(previous.isPresent());
        Optional<Audit> attacks = audit.isPresent() ? Optional.of(Audit.read(audit.get())) : Optional.empty();
        trust.require();
        List<SealedReader> files = watched(progress -> trust.open(sealed, progress));
        try {
            return link(files, attacks);
        } finally {
            files.forEach(SealedReader::close);
        }
    }

    private int link(List<SealedReader> files, Optional<Audit> attacks) throws IOException {
        requireSomethingToLink(files);
        Agreement agreement = files.get(0).header().agreement();
        DestroyBy.requireAhead(agreement, LocalDate.now());
        explain.requireProviders(files);
        LinkageRun.requireFree(out);
        files.forEach(this::tellProtection);
        Linked linked = watched(progress -> written(files, attacks, progress));
        LinkageRun run = linked.run();
        tell(run.record());
        new DestroyBy(agreement.purpose().destroyBy())
                .warning("this run", LocalDate.now())
                .ifPresent(this::say);
        review.words(run.record(), out).forEach(this::say);
        run.crosswalks()
                .forEach(crosswalk -> say("crosswalk of " + crosswalk.provider() + " in "
                        + out.resolve(Crosswalk.fileName(crosswalk.provider()))));
        say("report in " + out.resolve(LinkageReport.FILE) + ", and all that a board needs in "
                + out.resolve(AssurancePack.FOLDER));
        print(run, linked.explanations());
        return Exit.DONE;
    }

    private void tellProtection(SealedReader file) {
        if (file.protection() instanceof Protection.Signed signed) {
            say(file.name() + ": signed by " + signed.signer().name() + " ("
                    + signed.signer().fingerprint() + ")");
        } else {
            say("WARNING: " + file.name()
                    + " is NEITHER ENCRYPTED NOR SIGNED: nobody can tell who made it or read it on its way");
        }
    }

    private void print(LinkageRun run, String explanations) {
        if (!json) {
            out().print(explanations);
            out().flush();
            return;
        }
        ObjectNode record = run.record();
        if (explain.isGiven()) {
            explain.writeTo(record.putArray("explanations"), run);
        }
        print(record);
    }

    private void requireSomethingToLink(List<SealedReader> files) {
        if (files.size() == 1 && files.get(0).header().deduplicated()) {
            throw new ParameterException(
                    spec().commandLine(),
                    files.get(0).name() + " is sealed as holding each person once, so there is nothing to link in it"
                            + " alone; name a second file, or seal it with --holds-duplicates");
        }
    }

    /** A run that is on the disk, and what was asked to be explained of it. */
    private record Linked(LinkageRun run, String explanations) {}

    private Linked written(List<SealedReader> files, Optional<Audit> attacks, Progress progress) throws IOException {
        LinkageRun run = linked(files, progress);
        String explanations = explain.text(run);
        run.write(out, review.asked(), attacks, !noScores);
        return new Linked(run, explanations);
    }

    private LinkageRun linked(List<SealedReader> files, Progress progress) throws IOException {
        Hub hub = new Hub(new SecureRandom()).telling(progress);
        return previous.isPresent()
                ? hub.link(
                        files,
                        review.answered(
                                PreviousRun.open(previous.get(), progress).without(left)))
                : hub.link(files);
    }

    private void tell(ObjectNode record) {
        record.path("inputs").forEach(this::tellWithdrawn);
        record.path("pairs").forEach(pair -> {
            say(sides(pair) + ": " + pair.path("candidates") + " candidates, " + pair.at("/decisions/match")
                    + " links; not linked are " + pair.at("/decisions/potential_match") + " in doubt, "
                    + pair.at("/decisions/many_match") + " that rival each other and "
                    + pair.at("/decisions/vetoed_by_different_numbers") + " with different numbers");
            say("  " + QualityLine.of(pair));
            pair.path("rules").forEach(this::tellPassedOver);
        });
        say(record.at("/people/count") + " people");
        if (record.has("previous")) {
            tellChanges(record.path("previous"));
        }
    }

    private void tellChanges(JsonNode before) {
        say("study ids of the previous run: " + before.path("kept") + " go on, " + before.path("merged")
                + " merged into others, " + before.path("vanished") + " have no record left; fresh ones: "
                + before.path("split") + " for split people, " + before.path("new") + " for new people");
        before.path("records")
                .forEach(of -> say("records of " + of.path("provider").asText() + ": " + of.path("kept")
                        + " under their ids, " + of.path("moved") + " under other ids, " + of.path("new") + " new, "
                        + of.path("vanished") + " gone"));
        say("every change of a study id in " + out.resolve(Changes.FILE) + ", for each provider in "
                + out.resolve(Changes.fileName("NAME")));
    }

    private void tellWithdrawn(JsonNode input) {
        if (input.path("records_withdrawn").asInt() > 0) {
            say(input.path("provider").asText() + ": " + input.path("records_withdrawn")
                    + " records of its file were withdrawn before and take no part");
        }
    }

    private static String sides(JsonNode pair) {
        String left = pair.path("left").asText();
        String right = pair.path("right").asText();
        return left.equals(right) ? "within " + left : left + " and " + right;
    }

    private void tellPassedOver(JsonNode rule) {
        if (rule.path("passed_over").asLong() > 0) {
            say("  " + rule.path("name").asText() + " left " + rule.path("passed_over")
                    + " pairs to the other rules: too many records share one value");
        }
    }
}
