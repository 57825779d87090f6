package uk.linkage.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Parts put together so that they can be told apart again: each behind its length as four big-endian bytes. Can be
 * cleared and filled again.
 */
public final class Message {
    private static final int LENGTH_BYTES = 4;

    private byte[] bytes = new byte[256];
    private int length;

    /** Adds a text as UTF-8. */
    public Message add(String part) {
        reserve(LENGTH_BYTES + part.length());
        return addAscii(part) ? this : add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Message add(byte[] part) {
        reserve(LENGTH_BYTES + part.length);
        putLength(part.length);
        System.arraycopy(part, 0, bytes, length + LENGTH_BYTES, part.length);
        length += LENGTH_BYTES + part.length;
        return this;
    }

    /** Adds all parts of another. */
    public void append(Message other) {
        reserve(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    /** Forgets all parts. */
    public void clear() {
        length = 0;
    }

    /** Forgets all parts and overwrites them. */
    public void wipe() {
        Arrays.fill(bytes, (byte) 0);
        length = 0;
    }

    /** Forgets all parts but those that came to this length. */
    public void cut(int to) {
        length = to;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** The bytes and more behind them: the array itself, good until the next part. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Most texts are ASCII, whose UTF-8 is their characters; where one is not, nothing has been added. */
    private boolean addAscii(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c > 0x7f) {
                return false;
            }
            bytes[length + LENGTH_BYTES + i] = (byte) c;
        }
        putLength(part.length());
        length += LENGTH_BYTES + part.length();
        return true;
    }

    private void putLength(int part) {
        for (int i = 0; i < LENGTH_BYTES; i++) {
            bytes[length + i] = (byte) (part >>> 24 - 8 * i);
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
