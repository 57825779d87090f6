package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether standard error is a terminal that somebody sits at, and how wide it is. Java tells it of standard input and output only: on Linux the file
 * behind the descriptor is looked at, elsewhere those two stand for it.
 */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 40;

    private Terminal() {}

    /** How many characters a line takes: as many as the variable COLUMNS says, where a shell exports it, or the usual 80. */
    static int columns() {
        return columns(System.getenv("COLUMNS"));
    }

    static int columns(String said) {
        return said != null && said.matches("[1-9][0-9]{0,3}")
                ? Math.max(FEWEST_COLUMNS, Integer.parseInt(said))
                : USUAL_COLUMNS;
    }

    static boolean isStandardError() {
        return Files.isSymbolicLink(STANDARD_ERROR) ? isTerminal(STANDARD_ERROR) : hasConsole();
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            return isTerminal(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isTerminal(String device) {
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }

    /** From Java 22 on there may be a console without a terminal, which it can be asked. */
    private static boolean hasConsole() {
        try {
            return System.console() != null
                    && (Runtime.version().feature() < 22
                            || (boolean) System.console()
                                    .getClass()
                                    .getMethod("isTerminal")
                                    .invoke(System.console()));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
