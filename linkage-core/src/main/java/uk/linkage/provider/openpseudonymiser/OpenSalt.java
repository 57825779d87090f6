package uk.linkage.provider.openpseudonymiser;

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
 * The salt of OpenPseudonymiser digests: the one line of a file, without blanks around it. It never prints.
 *
 * <p>Plain salts only. An encrypted salt file ({@code .EncryptedSalt}) hides nothing from anybody, since it opens with a public key that every
 * copy of that program carries; whoever gave the file can give the plain salt.
 *
 * <pre>{@code
 * OpenSalt salt = OpenSalt.read(Path.of("salt.txt"));
 * }</pre>
 */
public final class OpenSalt {
    private static final String RULE = "is not a plain salt in one line of UTF-8";

    private final byte[] bytes;

    private OpenSalt(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a salt.
     *
     * @throws SecretFault where others may read the file, or it is not one line of text
     * @throws IOException where it cannot be read
     */
    public static OpenSalt read(Path file) throws IOException {
        OwnerOnly.require(file);
        return parse(Files.readAllBytes(file), file.getFileName().toString());
    }

    /**
     * Reads a salt from the bytes of its file, as from standard input, and overwrites them.
     *
     * @throws SecretFault where they are not one line of text
     */
    public static OpenSalt parse(byte[] content, String name) {
        try {
            return new OpenSalt(requireLine(trimmed(content), name));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** A copy of the bytes, to be closed after use. */
    SecretBytes bytes(SecretAccess access) {
        return new SecretBytes(bytes.clone());
    }

    /** As {@link String#trim}: bytes up to 0x20 are the same characters in UTF-8. */
    private static byte[] trimmed(byte[] content) {
        int from = 0;
        int to = content.length;
        while (from < to && content[from] >= 0 && content[from] <= ' ') {
            from++;
        }
        while (to > from && content[to - 1] >= 0 && content[to - 1] <= ' ') {
            to--;
        }
        return Arrays.copyOfRange(content, from, to);
    }

    private static byte[] requireLine(byte[] salt, String name) {
        require(salt.length > 0, name, "is empty; the salt is its one line");
        require(
                salt.length < 3 || salt[0] != (byte) 0xef || salt[1] != (byte) 0xbb,
                name,
                RULE + " without byte-order mark");
        for (byte b : salt) {
            require(b < 0 || b >= ' ' && b != 0x7f, name, RULE + "; encrypted salt files are not read");
        }
        require(isUtf8(salt), name, RULE + "; encrypted salt files are not read");
        return salt;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
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
        return "OpenSalt[…]";
    }
}
