package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.linkage.agreement.OptOutExemption;
import uk.linkage.provider.extract.NationalAnswer;
import uk.linkage.provider.extract.OptOuts;
import uk.linkage.provider.extract.PersonList;

/** Who is not to be in the study. */
final class OptOutOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--checked",
            paramLabel = "FILE",
            description = "The check file of the National Data Opt-Out as it was sent (linkage optout export).")
    private Path checked;

    @Option(
            names = "--cleaned",
            paramLabel = "FILE",
            description = "The answer: the numbers that came back, which alone go on.")
    private Path cleaned;

    @Option(names = "--nobody-cleared", description = "The answer may be empty: everyone checked has opted out.")
    private boolean nobodyCleared;

    @Option(
            names = "--no-opt-out-check",
            paramLabel = "REASON",
            description = "Why the National Data Opt-Out is not checked; travels with the sealed file.")
    private String reason;

    @Option(
            names = "--opted-out",
            paramLabel = "FILE",
            description = "People to leave out: an NHS Number or local id a line. May be repeated.")
    private List<Path> optedOut = new ArrayList<>();

    @Option(
            names = "--opted-in",
            paramLabel = "FILE",
            description = "The only people to take, where data are donated: likewise. May be repeated.")
    private List<Path> optedIn = new ArrayList<>();

    /** The files that are read. */
    List<Path> files() {
        return Stream.of(Stream.of(checked, cleaned), optedOut.stream(), optedIn.stream())
                .flatMap(files -> files)
                .flatMap(file -> Optional.ofNullable(file).stream())
                .toList();
    }

    OptOuts read() throws IOException {
        requireUsable();
        OptOuts optOuts = national();
        for (Path list : optedOut) {
            optOuts = optOuts.without(PersonList.read(list));
        }
        for (Path list : optedIn) {
            optOuts = optOuts.onlyOf(PersonList.read(list));
        }
        return optOuts;
    }

    private OptOuts national() throws IOException {
        if (checked != null) {
            return OptOuts.cleaned(
                    nobodyCleared
                            ? NationalAnswer.readThoughEmpty(checked, cleaned)
                            : NationalAnswer.read(checked, cleaned));
        }
        return reason == null ? OptOuts.asAgreed() : OptOuts.exempt(reason.strip());
    }

    private void requireUsable() {
        require((checked == null) == (cleaned == null), "--checked and --cleaned go together");
        require(checked == null || reason == null, "--no-opt-out-check does not go with --checked and --cleaned");
        require(!nobodyCleared || cleaned != null, "--nobody-cleared goes with --checked and --cleaned");
        require(
                reason == null || OptOutExemption.isReason(reason),
                "--no-opt-out-check must be a reason of 1 to 2000 characters in one line");
    }

    private void require(boolean good, String rule) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
