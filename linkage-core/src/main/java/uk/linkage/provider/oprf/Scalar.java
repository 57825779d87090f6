package uk.linkage.provider.oprf;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.util.BigIntegers;

/**
 * A secret number from 1 to the order of P-256 less 1: a key, a share of one, or what blinds a point. Never prints.
 *
 * <pre>{@code
 * Scalar blind = Scalar.random();
 * Element sent = element.times(blind);
 * Element back = answer.times(blind.inverse());
 * }</pre>
 *
 * <p>Immutable, and a big integer of the platform's, so it cannot be overwritten in memory.
 *
 * <p>Source: RFC 9497, section 2.1 (Scalar, SerializeScalar, RandomScalar by rejection as in section 4.7.1).
 */
public final class Scalar {
    /** Length in bytes. */
    public static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final BigInteger value;

    private Scalar(BigInteger value) {
        this.value = value;
    }

    /** A scalar from the platform's strong random numbers. */
    public static Scalar random() {
        return new Scalar(BigIntegers.createRandomInRange(BigInteger.ONE, P256.ORDER.subtract(BigInteger.ONE), RANDOM));
    }

    /**
     * The scalar of 32 big-endian bytes.
     *
     * @throws IllegalArgumentException where they are not 32, or 0, or not below the order
     */
    public static Scalar of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a scalar has 32 bytes, not " + bytes.length);
        }
        return of(new BigInteger(1, bytes));
    }

    /** @throws IllegalArgumentException where it is 0, negative or not below the order */
    static Scalar of(BigInteger value) {
        if (value.signum() <= 0 || value.compareTo(P256.ORDER) >= 0) {
            throw new IllegalArgumentException("a scalar is from 1 to the order of the curve less 1");
        }
        return new Scalar(value);
    }

    /** The 32 big-endian bytes. */
    public byte[] bytes() {
        return BigIntegers.asUnsignedByteArray(BYTES, value);
    }

    /** What undoes this one, found in constant time. */
    public Scalar inverse() {
        return new Scalar(BigIntegers.modOddInverse(P256.ORDER, value));
    }

    BigInteger value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar scalar
                && BigIntegers.areSecretValuesEqual(P256.ORDER.bitLength(), value, scalar.value);
    }

    @Override
    public int hashCode() {
        return Scalar.class.hashCode();
    }

    @Override
    public String toString() {
        return "Scalar[…]";
    }
}
