package uk.linkage.bloom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A fixed number of bits that stand for a record, and how many of them are set. Immutable; prints its length only.
 *
 * <p>As bytes, bit {@code i} is bit {@code i % 8} (least significant first) of byte {@code i / 8}.
 *
 * <pre>{@code
 * int differing = a.differing(b);
 * }</pre>
 */
public final class Encoding {
    private final long[] words;
    private final int count;

    /** Takes over {@code words} without copying; word {@code i} holds bits {@code 64 i} and up. */
    public Encoding(long[] words) {
        this.words = words;
        this.count = count(words);
    }

    /** Reads an encoding of {@code bits} bits from bytes as {@link #toBytes()} writes them. */
    public static Encoding ofBytes(ByteBuffer bytes, int bits) {
        long[] words = new long[bits / 64];
        ByteBuffer little = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        little.asLongBuffer().get(words);
        bytes.position(bytes.position() + bits / 8);
        return new Encoding(words);
    }

    private static int count(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Length in bits. */
    public int bits() {
        return words.length * 64;
    }

    /** Bits set. */
    public int count() {
        return count;
    }

    /** Whether bit {@code index} is set. */
    public boolean get(int index) {
        return (words[index >>> 6] >>> index & 1) != 0;
    }

    /** Word {@code index} of 64 bits. */
    public long word(int index) {
        return words[index];
    }

    /** Bits set in both. */
    public int shared(Encoding other) {
        int shared = 0;
        for (int i = 0; i < words.length; i++) {
            shared += Long.bitCount(words[i] & other.words[i]);
        }
        return shared;
    }

    /** Bits set in exactly one: the Hamming distance. */
    public int differing(Encoding other) {
        return count + other.count - 2 * shared(other);
    }

    /** The words, copied into {@code target} from {@code at}. */
    public void copyTo(long[] target, int at) {
        System.arraycopy(words, 0, target, at, words.length);
    }

    /** The bits as {@code bits() / 8} bytes. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(words);
        return bytes.array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoding that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "Encoding[" + bits() + " bits]";
    }
}
