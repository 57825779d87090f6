package uk.linkage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether standard error is a terminal that somebody sits at. Java tells it of standard input and output only: on Linux the file
 * behind the descriptor is looked at, elsewhere those two stand for it.
 */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

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
