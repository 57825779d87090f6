package uk.linkage.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * What a person types to open a {@link LockedBox}: as UTF-8 of its NFC form, so that it is the same from every keyboard. It never
 * prints and is overwritten on close.
 *
 * <pre>{@code
 * try (Passphrase passphrase = new Passphrase(console.readPassword())) { ... }
 * }</pre>
 */
public final class Passphrase implements AutoCloseable {
    /** Fewer characters can be guessed whatever the key derivation costs. */
    public static final int FEWEST = 12;

    /** A key held down is no passphrase. */
    public static final int FEWEST_DIFFERENT = 5;

    private final byte[] utf8;

    /**
     * Takes the characters and overwrites them.
     *
     * @throws SecretFault where they are fewer than {@link #FEWEST}, or fewer than {@link #FEWEST_DIFFERENT} different ones
     */
    public Passphrase(char[] characters) {
        boolean enough = Character.codePointCount(characters, 0, characters.length) >= FEWEST;
        boolean varied = CharBuffer.wrap(characters).chars().distinct().count() >= FEWEST_DIFFERENT;
        this.utf8 = enough && varied ? utf8(characters) : new byte[0];
        Arrays.fill(characters, '\0');
        require(enough, "a passphrase has at least " + FEWEST + " characters");
        require(varied, "a passphrase has at least " + FEWEST_DIFFERENT + " different characters");
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new SecretFault(rule);
        }
    }

    /** Normalising makes texts that cannot be overwritten, so it is left out where it would change nothing. */
    private static byte[] utf8(char[] characters) {
        CharBuffer typed = CharBuffer.wrap(characters);
        boolean normal = Normalizer.isNormalized(typed, Normalizer.Form.NFC);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(
                normal ? typed : CharBuffer.wrap(Normalizer.normalize(typed, Normalizer.Form.NFC)));
        byte[] utf8 = Arrays.copyOf(bytes.array(), bytes.limit());
        Arrays.fill(bytes.array(), (byte) 0);
        return utf8;
    }

    byte[] utf8() {
        return utf8;
    }

    @Override
    public void close() {
        Arrays.fill(utf8, (byte) 0);
    }

    @Override
    public String toString() {
        return "Passphrase[…]";
    }
}
