package uk.linkage.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.Passphrase;
import uk.linkage.secret.SecretFault;

/** Where a passphrase comes from: the terminal, which does not show it, or a file of its owner's alone; never an argument. */
final class PassphraseOption {
    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Holds the passphrase in its first line; only its owner may read it. Else it is asked for.")
    private Optional<Path> file = Optional.empty();

    /** The passphrase of something. */
    Passphrase ask(String what) {
        return ask(file, what);
    }

    /** A new passphrase, which is asked for twice. */
    Passphrase choose(String what) {
        return choose(file, what);
    }

    static Passphrase ask(Optional<Path> file, String what) {
        return file.map(PassphraseOption::read).orElseGet(() -> prompt("Passphrase of " + what + ": "));
    }

    static Passphrase choose(Optional<Path> file, String what) {
        return file.map(PassphraseOption::read).orElseGet(() -> {
            char[] first = characters("New passphrase of " + what + ": ");
            char[] second = characters("Once more: ");
            boolean same = Arrays.equals(first, second);
            Arrays.fill(second, '\0');
            if (!same) {
                Arrays.fill(first, '\0');
                throw new SecretFault("the two passphrases differ");
            }
            return new Passphrase(first);
        });
    }

    private static Passphrase prompt(String question) {
        return new Passphrase(characters(question));
    }

    private static char[] characters(String question) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", question);
        if (typed == null) {
            throw new SecretFault(
                    "a passphrase is needed and there is no terminal to ask at; say --passphrase-file FILE");
        }
        return typed;
    }

    private static Passphrase read(Path file) {
        try {
            byte[] content = OwnerOnly.read(file);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(content));
            char[] line = firstLine(text);
            Arrays.fill(content, (byte) 0);
            Arrays.fill(text.array(), '\0');
            return new Passphrase(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char[] firstLine(CharBuffer text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        text.get(line);
        return line;
    }
}
