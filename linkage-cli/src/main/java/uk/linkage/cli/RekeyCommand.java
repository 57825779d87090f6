package uk.linkage.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import uk.linkage.identity.Identity;
import uk.linkage.identity.StatementFile;
import uk.linkage.rekey.Grant;
import uk.linkage.rekey.RekeyedData;
import uk.linkage.rekey.StudyKey;
import uk.linkage.rekey.StudyKeyFile;

/** Takes a linked data set from one project into another. */
@Command(
        name = "rekey",
        mixinStandardHelpOptions = true,
        subcommands = {RekeyCommand.Key.class, RekeyCommand.Grants.class},
        description = {
            "Puts the study ids of one project in the place of another's, so that a linked data set goes from project to project.",
            "Needs the study keys of both projects, and a grant signed by each project's authority for the same purpose. The",
            "same id always becomes the same id; neither authority can work it out or back with its own key alone.",
            "Other columns are passed on as they are, and by them rows can still be told by whoever holds both data sets.",
            "Leaves a signed record beside the data: OUT.rekeying.json."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkage rekey key --project diabetes --identity a.identity --out diabetes.study-key",
            "  linkage rekey grant --from diabetes --to stroke --key diabetes.study-key --purpose \"joint cohort\" --until 2027-12-31 --identity a.identity --out a.grant",
            "  linkage rekey cohort.csv --id study_id --from diabetes.study-key --to stroke.study-key --grant a.grant --grant b.grant --identity hub.identity --out cohort-stroke.csv"
        })
final class RekeyCommand extends Speech implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "DATA", description = "A CSV file in UTF-8 with a column of study ids.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column of study ids (study_id).")
    private String id = "study_id";

    @Option(names = "--from", paramLabel = "KEY", description = "The study key of the project whose ids they are.")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--to", paramLabel = "KEY", description = "The study key of the project that takes them.")
    private Optional<Path> to = Optional.empty();

    @Option(names = "--grant", paramLabel = "FILE", description = "What an authority granted; once for each project.")
    private List<Path> grants = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private IdentityOption identity;

    @Option(names = "--json", description = "Prints the signed record.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requireAll();
        Path target = out.orElseThrow();
        requireOther(target, List.of(data.orElseThrow(), from.orElseThrow(), to.orElseThrow()));
        Path record = target.resolveSibling(target.getFileName() + ".rekeying.json");
        try (StudyKey left = StudyKeyFile.read(from.orElseThrow());
                StudyKey right = StudyKeyFile.read(to.orElseThrow());
                Identity signer = identity.read().orElseThrow()) {
            RekeyedData.Authority authority = authority(left, right);
            ObjectNode signed = watched(progress -> new RekeyedData(data.orElseThrow(), id)
                    .write(authority, signer, Instant.now(), target, record, progress));
            say(signed.path("rows") + " rows of " + left.project() + " under ids of " + right.project() + " in "
                    + target + "; signed record in " + record);
            if (json) {
                print(signed);
            }
        }
        return Exit.DONE;
    }

    private RekeyedData.Authority authority(StudyKey left, StudyKey right) throws IOException {
        List<Grant> read = new ArrayList<>();
        for (Path grant : grants) {
            read.add(Grant.read(grant));
        }
        Grant.requireBoth(read, left, right, LocalDate.now());
        return new RekeyedData.Authority(left, right, read);
    }

    private void requireAll() {
        boolean all = data.isPresent() && from.isPresent() && to.isPresent() && out.isPresent() && identity.isGiven();
        if (!all) {
            throw new ParameterException(
                    spec().commandLine(),
                    "DATA, --from KEY, --to KEY, --grant FILE, --identity FILE and --out FILE are needed");
        }
    }

    /** Makes a project's study key. */
    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description = {
                "Writes a project's study key to a file that only its owner may read, and prints its check value.",
                "Whoever signs it answers for the project: grants are good only by the same identity."
            },
            footerHeading = "%nExample:%n",
            footer = "  linkage rekey key --project diabetes --identity a.identity --out diabetes.study-key")
    static final class Key extends Speech implements Callable<Integer> {
        @Option(names = "--project", required = true, paramLabel = "NAME", description = "As its agreement names it.")
        private String project;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
        private Path out;

        @Mixin
        private IdentityOption identity;

        @Override
        public Integer call() throws IOException {
            try (Identity authority = RekeyCommand.required(identity, this)) {
                String check = StudyKeyFile.create(project, authority, Instant.now(), out);
                say("study key of " + project + " in " + out + ", for its authority alone. Its check value:");
                out().println(check);
            }
            return Exit.DONE;
        }
    }

    /** Grants that ids are taken from one project to another. */
    @Command(
            name = "grant",
            mixinStandardHelpOptions = true,
            description = "Signs, for one of two projects, that study ids may be taken from one to the other.",
            footerHeading = "%nExample:%n",
            footer =
                    "  linkage rekey grant --from diabetes --to stroke --key diabetes.study-key --purpose \"joint cohort\" --until 2027-12-31 --identity a.identity --out a.grant")
    static final class Grants extends Speech implements Callable<Integer> {
        @Option(names = "--from", required = true, paramLabel = "NAME", description = "The project whose ids they are.")
        private String from;

        @Option(names = "--to", required = true, paramLabel = "NAME", description = "The project that takes them.")
        private String to;

        @Option(names = "--key", required = true, paramLabel = "KEY", description = "The signer's own study key.")
        private Path key;

        @Option(
                names = "--purpose",
                required = true,
                paramLabel = "TEXT",
                description = "What for; both grants say it in the same words.")
        private String purpose;

        @Option(names = "--until", required = true, paramLabel = "DATE", description = "The last day, YYYY-MM-DD.")
        private LocalDate until;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
        private Path out;

        @Mixin
        private IdentityOption identity;

        @Override
        public Integer call() throws IOException {
            if (!purpose.matches("[^\\p{Cntrl}\\p{Cs}]{1,2000}")) {
                throw new ParameterException(spec().commandLine(), "--purpose is one line of at most 2000 characters");
            }
            if (Files.exists(out)) {
                throw new FileAlreadyExistsException(out.toString());
            }
            try (Identity signer = RekeyCommand.required(identity, this);
                    StudyKey own = StudyKeyFile.read(key)) {
                StatementFile.write(Grant.sign(own, from, to, purpose, until, signer, Instant.now()), out);
            }
            say("grant in " + out + ", good until " + until);
            return Exit.DONE;
        }
    }

    private static Identity required(IdentityOption identity, Speech command) throws IOException {
        return identity.read()
                .orElseThrow(() ->
                        new ParameterException(command.spec().commandLine(), "--identity FILE is needed, to sign it"));
    }
}
