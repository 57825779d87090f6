package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.Progress;
import uk.linkage.provider.oprf.StateFile;
import uk.linkage.provider.psi.CommonRows;
import uk.linkage.provider.psi.NumberList;
import uk.linkage.provider.psi.NumberRows;
import uk.linkage.provider.psi.Psi;
import uk.linkage.provider.psi.Psi.Common;
import uk.linkage.provider.psi.Psi.Step;

/** Commands by which two providers find their common NHS Numbers without a hub. */
@Command(
        name = "psi",
        mixinStandardHelpOptions = true,
        description = {
            "Two providers find the NHS Numbers that they have in common, without a hub and without showing the others.",
            "Each learns how many numbers the other has. Three messages go to and fro as files."
        },
        subcommands = {PsiCommand.Start.class, PsiCommand.Answer.class, PsiCommand.Finish.class},
        footerHeading = "%nThe first provider, the second, the first, the second:%n",
        footer = {
            "  linkage psi start a.csv --project stroke --out a.psi1 --state a.state",
            "  linkage psi answer a.psi1 b.csv --project stroke --out b.psi2 --state b.state",
            "  linkage psi finish b.psi2 --state a.state --numbers a.csv --out common-a.csv --reply a.psi3",
            "  linkage psi finish a.psi3 --state b.state --numbers b.csv --out common-b.csv"
        })
final class PsiCommand extends Speech implements Runnable {
    @Override
    public void run() {
        throw new ParameterException(spec().commandLine(), "say what: linkage psi start, answer or finish");
    }

    /** What the steps have in common. */
    private abstract static class Of extends Speech implements Callable<Integer> {
        @Mixin
        private NumbersOptions options;

        @Option(names = "--json", description = "Prints the counts as JSON.")
        private boolean json;

        final NumbersOptions options() {
            return options;
        }

        final void tell(NumberList numbers) {
            NumberRows.Counts counts = numbers.counts();
            say(counts.read() + " rows: " + counts.optedOut() + " opted out, " + counts.missing()
                    + " without an NHS Number, " + counts.invalid() + " with an invalid one; " + numbers.size()
                    + " distinct numbers in the other " + counts.used());
        }

        final void print(Step step, int common) {
            ObjectNode node = CanonicalJson.object();
            node.put("project", step.project()).put("own_numbers", step.own());
            if (step.others() > 0) {
                node.put("their_numbers", step.others());
            }
            if (common >= 0) {
                node.put("common_numbers", common);
            }
            if (json) {
                print(node);
            }
        }

        final void requireProject(String project) {
            if (!Psi.isProject(project)) {
                throw new ParameterException(
                        spec().commandLine(),
                        "--project must be 1 to 64 lower-case letters, digits, '_', '.' or '-', beginning with a letter"
                                + " or digit");
            }
        }
    }

    /** The first message. */
    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Begins: writes the first message, for the other provider, and a state that stays here.",
            footerHeading = "%nExample:%n",
            footer = "  linkage psi start a.csv --column NHSNO --project stroke --out a.psi1 --state a.state")
    static final class Start extends Of {
        @Parameters(paramLabel = "NUMBERS", description = "A CSV extract with a column of NHS Numbers.")
        private Path extract;

        @Option(
                names = "--project",
                required = true,
                paramLabel = "NAME",
                description = "What the numbers are compared for; both providers name the same.")
        private String project;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The message to send.")
        private Path out;

        @Option(
                names = "--state",
                required = true,
                paramLabel = "FILE",
                description = "What is needed to finish: a file that is not there yet and only its owner may read.")
        private Path state;

        @Override
        public Integer call() throws IOException {
            requireProject(project);
            requireOther(out, options().files(extract, state));
            NumberList numbers = watched(progress -> NumberList.of(options().open(extract, progress)));
            Step step = watched(progress -> Psi.start(numbers, project, out, state, progress));
            tell(numbers);
            say("send " + out + "; keep " + state + " to yourself until the answer comes");
            print(step, -1);
            return Exit.DONE;
        }
    }

    /** The second message. */
    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            description = "Answers the first message: writes the second, and a state that stays here.",
            footerHeading = "%nExample:%n",
            footer = "  linkage psi answer a.psi1 b.csv --project stroke --most 50000 --out b.psi2 --state b.state")
    static final class Answer extends Of {
        @Parameters(index = "0", paramLabel = "MESSAGE", description = "The first message.")
        private Path message;

        @Parameters(index = "1", paramLabel = "NUMBERS", description = "A CSV extract with a column of NHS Numbers.")
        private Path extract;

        @Option(
                names = "--project",
                required = true,
                paramLabel = "NAME",
                description = "What the numbers are compared for, as the first message says it.")
        private String project;

        @Option(
                names = "--most",
                paramLabel = "N",
                description = "Refuses a longer list: every number on it is a question whether you know a person.")
        private int most = Psi.NO_LIMIT;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The message to send back.")
        private Path out;

        @Option(
                names = "--state",
                required = true,
                paramLabel = "FILE",
                description = "What is needed to finish: a file that is not there yet and only its owner may read.")
        private Path state;

        @Override
        public Integer call() throws IOException {
            requireProject(project);
            requireOther(out, options().files(message, extract, state));
            NumberList numbers = watched(progress -> NumberList.of(options().open(extract, progress)));
            Step step = watched(progress -> Psi.answer(message, project, numbers, most, out, state, progress));
            tell(numbers);
            say("the other provider compares " + step.others() + " numbers for the project " + step.project());
            say("send " + out + "; keep " + state + " to yourself until the reply comes");
            print(step, -1);
            return Exit.DONE;
        }
    }

    /** The common people, at either provider. */
    @Command(
            name = "finish",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the common people as this provider's own local ids and NHS Numbers, and destroys the state.",
                "Who began writes a reply, by which the other provider finishes too."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  linkage psi finish b.psi2 --state a.state --numbers a.csv --out common-a.csv --reply a.psi3",
                "  linkage psi finish a.psi3 --state b.state --numbers b.csv --out common-b.csv"
            })
    static final class Finish extends Of {
        @Parameters(paramLabel = "MESSAGE", description = "The message that came last.")
        private Path message;

        @Option(names = "--state", required = true, paramLabel = "FILE", description = "The state kept so far.")
        private Path state;

        @Option(
                names = "--numbers",
                required = true,
                paramLabel = "NUMBERS",
                description = "The same extract as before, with the same options.")
        private Path extract;

        @Option(names = "--most", paramLabel = "N", description = "Refuses a longer list of the other provider.")
        private int most = Psi.NO_LIMIT;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The common people: a CSV file.")
        private Path out;

        @Option(names = "--reply", paramLabel = "FILE", description = "The last message, where this provider began.")
        private Path reply;

        @Override
        public Integer call() throws IOException {
            requireOther(out, options().files(message, extract, state));
            boolean owes = Psi.owesReply(state);
            if (owes != (reply != null)) {
                throw new ParameterException(
                        spec().commandLine(),
                        owes ? "--reply is needed: the other provider waits for it" : "--reply: no reply is due");
            }
            if (owes) {
                requireOther(reply, options().files(message, extract, state, out));
            }
            Found found = watched(this::found);
            StateFile.destroy(state);
            tell(found.common(), found.rows());
            return Exit.DONE;
        }

        /** What is in common, and in how many rows it is written. */
        private record Found(Common common, int rows) {}

        private Found found(Progress progress) throws IOException {
            NumberRows rows = options().open(extract, progress);
            NumberList numbers = NumberList.of(rows);
            Common common = Psi.finish(message, state, numbers, most, Optional.ofNullable(reply), progress);
            return new Found(common, write(rows, common));
        }

        /** Without the common people there is no reply either. */
        private int write(NumberRows rows, Common common) throws IOException {
            try {
                return CommonRows.write(rows, common.numbers(), out);
            } catch (IOException | RuntimeException e) {
                if (reply != null) {
                    Files.deleteIfExists(reply);
                }
                throw e;
            }
        }

        private void tell(Common common, int written) {
            Step step = common.step();
            say(common.numbers().size() + " numbers in common of your " + step.own() + " and their " + step.others()
                    + "; " + written + " rows in " + out + "; the state is destroyed");
            if (reply != null) {
                say("send " + reply);
            }
            print(step, common.numbers().size());
        }
    }
}
