package uk.linkage.agreement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an agreement is known by: SHA-256 over its canonical JSON. Two files have one fingerprint exactly where they mean
 * the same, however they are laid out.
 *
 * <pre>{@code
 * Fingerprint.of(agreement).text(); // 64 hexadecimal digits
 * }</pre>
 *
 * @param text 64 lower-case hexadecimal digits
 */
public record Fingerprint(String text) {

    /** The fingerprint of an agreement. */
    public static Fingerprint of(Agreement agreement) {
        return new Fingerprint(sha256(AgreementFile.canonical(agreement)));
    }

    /** SHA-256 of bytes, 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(text);
    }

    /** The first twelve digits, for people. */
    public String brief() {
        return text.substring(0, 12);
    }
}
