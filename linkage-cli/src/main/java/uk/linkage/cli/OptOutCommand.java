package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.provider.extract.ExtractSource;
import uk.linkage.provider.optout.CheckFile;

/** Commands on the National Data Opt-Out. */
@Command(
        name = "optout",
        mixinStandardHelpOptions = true,
        description = "Checks who has opted out, before anything is sealed.",
        subcommands = OptOutCommand.Export.class)
final class OptOutCommand extends Speech implements Runnable {
    @Override
    public void run() {
        throw new ParameterException(spec().commandLine(), "say what: linkage optout export");
    }

    /** Writes the check file. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the check file of the National Data Opt-Out: each NHS Number of an extract once, in a file named"
                        + " MAILBOX-DDMMYY-NNNN.dat that only its owner may read. It names people: it goes to the national"
                        + " service and nowhere else.",
                "Seal with what comes back: linkage seal ... --checked MAILBOX-DDMMYY-NNNN.dat --cleaned ANSWER"
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  linkage optout export hospital.csv --mailbox X26HC --out to-send",
                "  linkage optout export a.csv --map nhs_number=NEWNHSNO --mailbox X26HC --sequence 2 --out to-send"
            })
    static final class Export extends Speech implements Callable<Integer> {
        @Mixin
        private ExtractOptions extract;

        @Option(
                names = "--mailbox",
                required = true,
                paramLabel = "NAME",
                description = "The mailbox that sends the file: letters and digits.")
        private String mailbox;

        @Option(
                names = "--sequence",
                paramLabel = "NNNN",
                description = "1 to 9999 (the first of today that is not in the folder).")
        private Integer sequence;

        @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the file goes.")
        private Path out;

        @Option(names = "--json", description = "Prints the counts as JSON instead of the file's name.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            requireUsable();
            ExtractSource source = watched(extract::open);
            source.warning().ifPresent(this::say);
            CheckFile check = watched(progress -> CheckFile.of(source.telling(progress, "reading"), extract.mapping()));
            LocalDate today = LocalDate.now();
            int number = sequence == null ? CheckFile.nextSequence(out, mailbox, today) : sequence;
            tell(check, check.write(out, mailbox, today, number));
            return Exit.DONE;
        }

        private void requireUsable() {
            if (!CheckFile.isMailbox(mailbox)) {
                throw new ParameterException(spec().commandLine(), "--mailbox must be 1 to 20 letters and digits");
            }
            if (sequence != null && (sequence < 1 || sequence > 9999)) {
                throw new ParameterException(spec().commandLine(), "--sequence must be from 1 to 9999");
            }
        }

        private void tell(CheckFile check, Path file) {
            say(check.rows() + " rows: " + check.numbers() + " NHS Numbers to check; " + check.faulty()
                    + " at fault were left out; " + check.rowsWithout() + " rows have none and cannot be checked");
            say("the file names people: send it to the national service alone, and keep it to seal with its answer");
            if (json) {
                ObjectNode node = CanonicalJson.object();
                node.put("file", file.toString()).put("rows_read", check.rows());
                node.put("numbers", check.numbers()).put("faulty_numbers", check.faulty());
                node.put("rows_without_number", check.rowsWithout());
                print(node);
            } else {
                out().println(file);
            }
        }
    }
}
