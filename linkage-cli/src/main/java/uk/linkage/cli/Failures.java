package uk.linkage.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import uk.linkage.agreement.InvalidAgreement;
import uk.linkage.audit.AuditFault;
import uk.linkage.destroy.UnknownFiles;
import uk.linkage.exchange.IncompatibleFiles;
import uk.linkage.exchange.SealedFileFault;
import uk.linkage.file.MalformedFileException;
import uk.linkage.identity.IdentityFault;
import uk.linkage.provider.clk.FaultyValues;
import uk.linkage.provider.clk.InvalidClkSchema;
import uk.linkage.provider.extract.ExtractFault;
import uk.linkage.provider.extract.OptOutFault;
import uk.linkage.provider.oprf.ProtocolFault;
import uk.linkage.secret.SecretFault;

/**
 * Turns what went wrong into one line, a hint and an exit code. Of a failure that nobody foresaw it prints the kind and
 * the place in the program only, because its message might hold a person's data.
 */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return tell(failure, command.getErr());
    }

    private static int tell(Exception failure, PrintWriter err) {
        if (failure instanceof UncheckedIOException unchecked) {
            return tell(unchecked.getCause(), err);
        }
        if (failure instanceof ExtractFault fault) {
            return error(err, fault.getMessage(), fault.hint(), Exit.DATA_QUALITY);
        }
        if (failure instanceof OptOutFault fault) {
            return error(err, fault.getMessage(), fault.hint(), Exit.OPT_OUT_NOT_APPLIED);
        }
        if (failure instanceof InvalidAgreement invalid) {
            invalid.faults().forEach(fault -> err.println("linkage: error: agreement: " + fault));
            return Exit.INVALID_AGREEMENT;
        }
        if (failure instanceof InvalidClkSchema invalid) {
            invalid.faults().forEach(fault -> error(err, "schema: " + fault, "", Exit.INVALID_AGREEMENT));
            return Exit.INVALID_AGREEMENT;
        }
        if (failure instanceof FaultyValues faulty) {
            return tellValues(faulty, err);
        }
        if (failure instanceof SecretFault || failure instanceof IdentityFault) {
            return error(err, failure.getMessage(), "", Exit.KEY_OR_PERMISSION);
        }
        if (failure instanceof IncompatibleFiles
                || failure instanceof SealedFileFault
                || failure instanceof ProtocolFault) {
            return error(err, failure.getMessage(), "", Exit.INCOMPATIBLE);
        }
        if (failure instanceof UnknownFiles unknown) {
            return error(err, unknown.getMessage(), unknown.hint(), Exit.USAGE);
        }
        if (failure instanceof MalformedFileException || failure instanceof AuditFault) {
            return error(err, failure.getMessage(), "", Exit.DATA_QUALITY);
        }
        return failure instanceof IOException io ? tellFile(io, err) : unforeseen(failure, err);
    }

    private static int tellValues(FaultyValues failure, PrintWriter err) {
        failure.faults().forEach(fault -> err.println(oneLine(fault)));
        String hint =
                "to anonlink a record is the number of its row, so none is left out: correct the values, or say in the"
                        + " schema what stands for a missing one";
        return error(err, failure.getMessage(), hint, Exit.DATA_QUALITY);
    }

    private static int tellFile(IOException failure, PrintWriter err) {
        if (failure instanceof NoSuchFileException missing) {
            return error(err, missing.getFile() + " does not exist", "", Exit.USAGE);
        }
        if (failure instanceof FileAlreadyExistsException there) {
            return error(err, there.getFile() + " is there already", "name another, or remove it first", Exit.USAGE);
        }
        if (failure instanceof AccessDeniedException denied) {
            return error(err, denied.getFile() + " may not be read or written", "", Exit.KEY_OR_PERMISSION);
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return error(err, file.getFile() + ": " + file.getReason(), "", Exit.UNEXPECTED);
        }
        return failure.getClass() == IOException.class
                ? error(err, failure.getMessage(), "", Exit.UNEXPECTED)
                : unforeseen(failure, err);
    }

    private static int unforeseen(Exception failure, PrintWriter err) {
        String place = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("uk.linkage"))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return error(err, "unexpected " + failure.getClass().getName() + place, "", Exit.UNEXPECTED);
    }

    private static int error(PrintWriter err, String message, String hint, int code) {
        err.println("linkage: error: " + oneLine(message));
        if (!hint.isEmpty()) {
            err.println("linkage: hint: " + oneLine(hint));
        }
        return code;
    }

    /** A name of a column or file may hold line breaks. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** The same for words on the command line that do not fit. */
    static final class OfUsage implements IParameterExceptionHandler {
        @Override
        public int handleParseException(ParameterException failure, String[] arguments) {
            CommandLine command = failure.getCommandLine();
            return error(
                    command.getErr(),
                    failure.getMessage(),
                    command.getCommandSpec().qualifiedName() + " --help tells how it is used",
                    Exit.USAGE);
        }
    }
}
