package uk.linkage.provider.oprf;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * A proof that two rows of points have one and the same factor between them as the base point and a public key have: 64
 * bytes, challenge and response.
 *
 * <p>Source: RFC 9497, section 2.2.
 */
public record Proof(BigInteger challenge, BigInteger response) {
    /** Length in bytes. */
    public static final int BYTES = 2 * Scalar.BYTES;

    /**
     * The proof of 64 bytes.
     *
     * @throws IllegalArgumentException where they are not 64, or a number is not below the order
     */
    public static Proof parse(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a proof has 64 bytes, not " + bytes.length);
        }
        return new Proof(
                number(Arrays.copyOf(bytes, Scalar.BYTES)), number(Arrays.copyOfRange(bytes, Scalar.BYTES, BYTES)));
    }

    private static BigInteger number(byte[] bytes) {
        BigInteger number = new BigInteger(1, bytes);
        if (number.compareTo(P256.ORDER) >= 0) {
            throw new IllegalArgumentException("a proof has numbers below the order of the curve");
        }
        return number;
    }

    /** The 64 bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        BigIntegers.asUnsignedByteArray(challenge, bytes, 0, Scalar.BYTES);
        BigIntegers.asUnsignedByteArray(response, bytes, Scalar.BYTES, Scalar.BYTES);
        return bytes;
    }
}
