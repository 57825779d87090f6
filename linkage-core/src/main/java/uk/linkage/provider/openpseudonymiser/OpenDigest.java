package uk.linkage.provider.openpseudonymiser;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;

/**
 * The digest that OpenPseudonymiser makes of named values, character for character: values in the order of their names with
 * upper and lower case swapped, put together without anything between; carriage returns, line feeds, tabs and spaces taken out; the salt
 * behind; SHA-256 of that in UTF-8, in upper-case hexadecimal. A worker: one thread.
 *
 * <pre>{@code
 * new OpenDigest(salt).of(Map.of("NHSNumber", "999 000 0018", "DOB", "29.11.1973"));
 * }</pre>
 *
 * <p>Weaker than a keyed token, and here only to be compatible: who has the salt finds every NHS Number by trying all; values run into each other ({@code 12},
 * {@code 3} and {@code 1}, {@code 23} are one); the same salt makes the same digest in every data set.
 *
 * <p>Source: OpenPseudonymiser CryptoLib 0.9.7 for Java (University of Nottingham 2011), {@code Crypto.GetDigest}. The library for
 * .NET sorts names by the rules of the computer's language; swapped case is how the Java one agrees with it, for names of letters.
 */
public final class OpenDigest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final OpenSalt salt;
    private final MessageDigest sha256;

    /** @param salt that all who make such digests share */
    public OpenDigest(OpenSalt salt) {
        this.salt = salt;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of values by their names: 64 hexadecimal digits. */
    public String of(Map<String, String> values) {
        Map<String, String> ordered = new TreeMap<>();
        values.forEach((name, value) -> ordered.put(swappedCase(name), value));
        sha256.update(withoutBlanks(String.join("", ordered.values())).getBytes(StandardCharsets.UTF_8));
        try (SecretBytes secret = salt.bytes(SecretAccess.granted())) {
            return HEX.formatHex(sha256.digest(secret.array()));
        }
    }

    /** The digits of a text, which is what that program makes of the value that it is told to be an NHS Number. */
    static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** Without what the digest leaves out; other blanks stay. */
    static String withoutBlanks(String text) {
        return text.replaceAll("[\r\n\t ]", "");
    }

    private static String swappedCase(String name) {
        StringBuilder swapped = new StringBuilder(name.length());
        for (char c : name.toCharArray()) {
            swapped.append(
                    Character.isUpperCase(c)
                            ? Character.toLowerCase(c)
                            : Character.isLowerCase(c) ? Character.toUpperCase(c) : c);
        }
        return swapped.toString();
    }
}
