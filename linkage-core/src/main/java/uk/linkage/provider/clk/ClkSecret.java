package uk.linkage.provider.clk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import uk.linkage.secret.OwnerOnly;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

/**
 * The secret text that the parties of an anonlink linkage share. There it is a word on the command line, where every
 * user of the machine sees it; here it is the one line of a file, without the line's end. Blanks count. It never prints.
 *
 * <pre>{@code
 * ClkSecret secret = ClkSecret.read(Path.of("anonlink-secret.txt"));
 * }</pre>
 */
public final class ClkSecret {
    private final byte[] bytes;

    private ClkSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a secret.
     *
     * @throws SecretFault where others may read the file, or it is not one line of text
     * @throws IOException where it cannot be read
     */
    public static ClkSecret read(Path file) throws IOException {
        OwnerOnly.require(file);
        return parse(Files.readAllBytes(file), file.getFileName().toString());
    }

    /**
     * Reads a secret from the bytes of its file, as from standard input, and overwrites them.
     *
     * @throws SecretFault where they are not one line of text in UTF-8
     */
    public static ClkSecret parse(byte[] content, String name) {
        try {
            return new ClkSecret(requireLine(Arrays.copyOf(content, lengthWithoutEnd(content)), name));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** A copy of the bytes, to be closed after use. */
    SecretBytes bytes(SecretAccess access) {
        return new SecretBytes(bytes.clone());
    }

    private static int lengthWithoutEnd(byte[] content) {
        int length = content.length;
        if (length > 0 && content[length - 1] == '\n') {
            length--;
            length -= length > 0 && content[length - 1] == '\r' ? 1 : 0;
        }
        return length;
    }

    private static byte[] requireLine(byte[] line, String name) {
        require(line.length > 0, name, "is empty; the secret is its one line");
        require(
                line[0] != (byte) 0xef || !startsWithMark(line),
                name,
                "begins with a byte-order mark; save it without");
        for (byte b : line) {
            require(b < 0 || b >= ' ' && b != 0x7f, name, "holds more than one line, or a control character");
        }
        require(isUtf8(line), name, "is not UTF-8");
        return line;
    }

    private static boolean startsWithMark(byte[] line) {
        return line.length >= 3 && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf;
    }

    private static boolean isUtf8(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new SecretFault(name + ": " + rule);
        }
    }

    @Override
    public String toString() {
        return "ClkSecret[…]";
    }
}
