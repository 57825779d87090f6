package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.AgreementFile;
import uk.linkage.agreement.Purpose;
import uk.linkage.exchange.SealedHeader;
import uk.linkage.file.Progress;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.extract.PersonList;
import uk.linkage.provider.oprf.KeyShare;
import uk.linkage.provider.oprf.NumberInputs;
import uk.linkage.provider.oprf.NumberOprf;
import uk.linkage.provider.oprf.NumberOprf.Answered;
import uk.linkage.provider.oprf.PublicShare;
import uk.linkage.provider.oprf.StateFile;

/** Commands by which providers make outputs for NHS Numbers from a key that none of them holds. */
@Command(
        name = "oprf",
        mixinStandardHelpOptions = true,
        description = {
            "Makes outputs for NHS Numbers from a key that is split over all providers, for agreements of linkage init --oprf.",
            "Every provider makes a share of the key; then each asks all of them, and seals with what comes of it."
        },
        subcommands = {
            OprfCommand.Share.class,
            OprfCommand.Ask.class,
            OprfCommand.Answer.class,
            OprfCommand.Finish.class
        },
        footerHeading = "%nEach provider once, then one that asks, all that answer, and the one that asked:%n",
        footer = {
            "  linkage oprf share new --project stroke --epoch 1 --out a.share",
            "  linkage oprf ask a.csv --agreement agreement.json --provider a --shares a.share.pub b.share.pub --out a.ask --state a.state",
            "  linkage oprf answer a.ask --asker a --share b.share --out b.answer",
            "  linkage oprf finish a.answer b.answer --ask a.ask --state a.state --out a.numbers",
            "  linkage seal a.csv --agreement agreement.json --secret secret.key --provider a --numbers a.numbers --out a.sealed"
        })
final class OprfCommand extends Speech implements Runnable {
    @Override
    public void run() {
        throw new ParameterException(spec().commandLine(), "say what: linkage oprf share new, ask, answer or finish");
    }

    /** Commands on shares. */
    @Command(
            name = "share",
            mixinStandardHelpOptions = true,
            description = "Makes this provider's share of the key.",
            subcommands = Share.New.class)
    static final class Share extends Speech implements Runnable {
        @Override
        public void run() {
            throw new ParameterException(spec().commandLine(), "say what: linkage oprf share new");
        }

        /** Makes a share. */
        @Command(
                name = "new",
                mixinStandardHelpOptions = true,
                description = "Writes a new share to a file that only its owner may read, and FILE.pub for the others.",
                footerHeading = "%nExample:%n",
                footer = "  linkage oprf share new --project stroke --epoch 1 --out a.share")
        static final class New extends Speech implements Callable<Integer> {
            @Option(names = "--project", required = true, paramLabel = "NAME", description = "That of the agreement.")
            private String project;

            @Option(
                    names = "--epoch",
                    defaultValue = "1",
                    paramLabel = "N",
                    description = "Likewise (${DEFAULT-VALUE}).")
            private int epoch;

            @Option(
                    names = "--out",
                    required = true,
                    paramLabel = "FILE",
                    description = "A file that is not there yet.")
            private Path out;

            @Override
            public Integer call() throws IOException {
                if (!project.matches("[a-z0-9][a-z0-9_.-]{0,63}") || epoch < 1 || epoch > 9999) {
                    throw new ParameterException(
                            spec().commandLine(), "--project and --epoch must be as an agreement may have them");
                }
                KeyShare.random(project, epoch).write(out);
                say("share in " + out + ", for nobody else; give " + KeyShare.publicFile(out) + " to all providers");
                return Exit.DONE;
            }
        }
    }

    /** Asks. */
    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "Writes a question for all providers that shows no number, and a state that stays here.",
            footerHeading = "%nExample:%n",
            footer =
                    "  linkage oprf ask a.csv --agreement agreement.json --provider a --shares a.share.pub b.share.pub "
                            + "--out a.ask --state a.state")
    static final class Ask extends Speech implements Callable<Integer> {
        @Mixin
        private ExtractOptions extract;

        @Option(names = "--agreement", required = true, paramLabel = "FILE", description = "What the parties signed.")
        private Path agreement;

        @Option(names = "--provider", required = true, paramLabel = "NAME", description = "This provider.")
        private String provider;

        @Option(
                names = "--shares",
                required = true,
                arity = "1..*",
                paramLabel = "FILE",
                description = "The public shares of all providers, this one's too.")
        private List<Path> shares;

        @Option(
                names = "--opted-out",
                paramLabel = "FILE",
                description = "People to leave out: an NHS Number or local id a line.")
        private Path optedOut;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The question to send.")
        private Path out;

        @Option(
                names = "--state",
                required = true,
                paramLabel = "FILE",
                description = "What is needed to finish: a file that is not there yet and only its owner may read.")
        private Path state;

        @Override
        public Integer call() throws IOException {
            if (!SealedHeader.isProviderName(provider)) {
                throw new ParameterException(
                        spec().commandLine(), "--provider must be a name as linkage seal takes it");
            }
            requireOther(out, read());
            Agreement agreed = AgreementFile.read(agreement);
            if (agreed.oprfFields().isEmpty()) {
                throw new ParameterException(
                        spec().commandLine(),
                        "the agreement takes no number by oprf: linkage init --oprf makes one that does");
            }
            List<PersonList> leftOut = optedOut == null ? List.of() : List.of(PersonList.read(optedOut));
            int asked = watched(progress -> ask(agreed, leftOut, progress));
            say(asked + " distinct numbers asked for; send " + out + " to all whose shares were named, keep " + state
                    + " to yourself until all have answered");
            return Exit.DONE;
        }

        private int ask(Agreement agreed, List<PersonList> leftOut, Progress progress) throws IOException {
            ExtractSource rows = extract.open(progress).telling(progress, "reading");
            NumberInputs inputs = NumberInputs.of(agreed, rows, extract.mapping(), leftOut);
            Purpose purpose = agreed.purpose();
            NumberOprf.ask(inputs, purpose.project(), purpose.epoch(), provider, shares(), out, state, progress);
            return inputs.size();
        }

        private List<PublicShare> shares() throws IOException {
            List<PublicShare> read = new ArrayList<>();
            for (Path file : shares) {
                read.add(PublicShare.read(file));
            }
            return read;
        }

        private List<Path> read() {
            List<Path> files = new ArrayList<>(extract.files());
            files.addAll(List.of(agreement, state));
            files.addAll(shares);
            Optional.ofNullable(optedOut).ifPresent(files::add);
            return files;
        }
    }

    /** Answers. */
    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            description = {
                "Answers a question with this provider's share, and puts it down in FILE.ledger beside the share.",
                "Whoever may ask without limit can try out every number there is, so the limit is the defence."
            },
            footerHeading = "%nExample:%n",
            footer = "  linkage oprf answer a.ask --asker a --share b.share --most 400000 --out b.answer")
    static final class Answer extends Speech implements Callable<Integer> {
        @Parameters(paramLabel = "QUESTION", description = "The question.")
        private Path question;

        @Option(
                names = "--asker",
                required = true,
                paramLabel = "NAME",
                description = "The provider that you have the question from; the question must say the same.")
        private String asker;

        @Option(names = "--share", required = true, paramLabel = "FILE", description = "This provider's share.")
        private Path share;

        @Option(
                names = "--most",
                defaultValue = "1000000",
                paramLabel = "N",
                description = "Numbers that are answered to this asker in all (${DEFAULT-VALUE}).")
        private long most;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The answer to send back.")
        private Path out;

        @Override
        public Integer call() throws IOException {
            requireOther(out, List.of(question, share, KeyShare.publicFile(share)));
            Answered answered = watched(progress -> NumberOprf.answer(question, share, asker, most, out, progress));
            say(answered.numbers() + " numbers answered to " + asker + " in " + out + "; " + answered.sofar()
                    + " so far, of at most " + most);
            return Exit.DONE;
        }
    }

    /** Puts answers together. */
    @Command(
            name = "finish",
            mixinStandardHelpOptions = true,
            description =
                    "Checks the answers of all providers, writes the outputs for linkage seal, destroys the state.",
            footerHeading = "%nExample:%n",
            footer = "  linkage oprf finish a.answer b.answer --ask a.ask --state a.state --out a.numbers")
    static final class Finish extends Speech implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "ANSWER", description = "The answers of all whose shares were named.")
        private List<Path> answers;

        @Option(names = "--ask", required = true, paramLabel = "FILE", description = "The question that was sent.")
        private Path question;

        @Option(names = "--state", required = true, paramLabel = "FILE", description = "The state kept so far.")
        private Path state;

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FILE",
                description = "The outputs: a file that is not there yet and only its owner may read.")
        private Path out;

        @Override
        public Integer call() throws IOException {
            int numbers = watched(progress -> NumberOprf.finish(state, question, answers, out, progress));
            StateFile.destroy(state);
            say(numbers + " numbers and their outputs in " + out
                    + ", for linkage seal --numbers; the state is destroyed");
            return Exit.DONE;
        }
    }
}
