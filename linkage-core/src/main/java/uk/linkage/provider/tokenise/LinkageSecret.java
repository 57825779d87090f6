package uk.linkage.provider.tokenise;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret that all providers of a linkage share and the hub never sees: 32 random bytes, from which every key is
 * derived. Whoever holds it can test guesses at the people behind encoded records.
 *
 * <pre>{@code
 * LinkageSecret secret = SecretFile.read(Path.of("secret.key"));
 * try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) { ... }
 * }</pre>
 *
 * <p>It never prints. People compare its {@link #checkValue}, which tells two secrets apart and nothing else.
 */
public final class LinkageSecret {
    /** Length in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private LinkageSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new secret from the platform's strong random numbers. */
    public static LinkageSecret random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new LinkageSecret(bytes);
    }

    /**
     * The secret of these bytes, copied.
     *
     * @throws IllegalArgumentException where they are not 32 or all the same
     */
    public static LinkageSecret of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a linkage secret has 32 bytes, not " + bytes.length);
        }
        boolean same = true;
        for (byte b : bytes) {
            same &= b == bytes[0];
        }
        if (same) {
            throw new IllegalArgumentException("a linkage secret of 32 equal bytes is not random");
        }
        return new LinkageSecret(bytes.clone());
    }

    /** A copy of the bytes, to be closed after use. */
    public SecretBytes bytes(SecretAccess access) {
        return new SecretBytes(bytes.clone());
    }

    /** Sixteen hexadecimal digits by which parties see that they hold the same secret. */
    public String checkValue() {
        return check("", "");
    }

    /** The same for the secret together with the key of an oblivious function: files under another key of that have another. */
    public String checkValue(NumberOutputs outputs) {
        return check("oprf", outputs.keyName());
    }

    private String check(String scope, String field) {
        byte[] check = KeyDerivation.of(this).derive("check", scope, field, new byte[0]);
        return HexFormat.of().formatHex(check, 0, 8);
    }

    @Override
    public String toString() {
        return "LinkageSecret[…]";
    }
}
