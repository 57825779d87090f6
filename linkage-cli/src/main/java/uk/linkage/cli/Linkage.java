package uk.linkage.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import uk.linkage.Version;

/** The program {@code linkage}. */
@Command(
        name = "linkage",
        mixinStandardHelpOptions = true,
        versionProvider = Linkage.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Links records of the same people held by different providers, without showing anybody who they are.",
        subcommands = {
            InitCommand.class,
            KeyCommand.class,
            CheckCommand.class,
            OptOutCommand.class,
            AuditCommand.class,
            SealCommand.class,
            InspectCommand.class,
            PartsCommand.class,
            LinkCommand.class,
            ReportCommand.class,
            AttachCommand.class,
            EvaluateCommand.class,
            WithdrawCommand.class,
            DestroyCommand.class,
            RekeyCommand.class,
            GenerateCommand.class,
            RehearseCommand.class,
            PsiCommand.class,
            OprfCommand.class,
            ClkCommand.class,
            OpenPseudonymiseCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:unexpected",
            "2:usage",
            "3:data quality below the agreement's bound",
            "4:agreement invalid",
            "5:key or permission",
            "6:opt-out not applied",
            "7:files not compatible"
        },
        footerHeading = "%nBegin with:%n",
        footer = {"  linkage rehearse", "  linkage help seal"})
final class Linkage implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(utf8(FileDescriptor.out), true);
        PrintWriter err = new PrintWriter(utf8(FileDescriptor.err), true);
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Linkage())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(new Failures.OfUsage())
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** What {@code --version} prints. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"linkage " + Version.text()};
        }
    }
}
