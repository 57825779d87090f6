package uk.linkage.secret;

import java.util.Arrays;

/**
 * A secret's bytes while they are in use: overwritten where the try block ends. Copies that the Java heap made on the
 * way cannot be reached, so this shortens a secret's life and does not promise its end.
 */
public final class SecretBytes implements AutoCloseable {
    private final byte[] bytes;

    /** Takes over the bytes without copying. */
    public SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy. */
    public byte[] array() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "SecretBytes[…]";
    }
}
