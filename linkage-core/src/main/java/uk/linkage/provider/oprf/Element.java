package uk.linkage.provider.oprf;

import org.bouncycastle.math.ec.ECPoint;

/**
 * A point of P-256 other than infinity.
 *
 * <pre>{@code
 * Element received = Element.parse(bytes);
 * Element answer = received.times(key);
 * }</pre>
 *
 * <p>What comes from another party goes through {@link #parse}, which takes the compressed form alone, so that a point has
 * one encoding, and refuses what is not on the curve. The curve has no small subgroups to check for.
 *
 * <p>Source: RFC 9497, sections 2.1 and 4.3 (SerializeElement, DeserializeElement); SEC 1, section 2.3.4.
 */
public final class Element {
    /** Length in bytes. */
    public static final int BYTES = 33;

    private final ECPoint point;

    /** @param point on the curve */
    Element(ECPoint point) {
        if (point.isInfinity()) {
            throw new IllegalArgumentException("the point at infinity is refused");
        }
        this.point = point.normalize();
    }

    /** The base point times a scalar: the public part of a key. */
    public static Element base(Scalar scalar) {
        return new Element(P256.SECRETLY.multiply(P256.BASE, scalar.value()));
    }

    /**
     * The point of 33 bytes.
     *
     * @throws IllegalArgumentException where they are not the compressed form of a point of the curve
     */
    public static Element parse(byte[] bytes) {
        if (bytes.length != BYTES || bytes[0] != 2 && bytes[0] != 3) {
            throw new IllegalArgumentException("a point is not in compressed form");
        }
        return new Element(decode(bytes));
    }

    private static ECPoint decode(byte[] bytes) {
        try {
            return P256.CURVE.decodePoint(bytes);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a point is not on the curve P-256", e);
        }
    }

    /** The compressed form, 33 bytes. */
    public byte[] bytes() {
        return point.getEncoded(true);
    }

    /** This point so many times, in constant time. */
    public Element times(Scalar scalar) {
        return new Element(P256.SECRETLY.multiply(point, scalar.value()));
    }

    /**
     * The sum of two points.
     *
     * @throws IllegalArgumentException where it is infinity
     */
    public Element plus(Element other) {
        return new Element(point.add(other.point));
    }

    ECPoint point() {
        return point;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Element element && point.equals(element.point);
    }

    @Override
    public int hashCode() {
        return point.hashCode();
    }

    /** A point may be a number of a person under no key but the curve's, so it does not print. */
    @Override
    public String toString() {
        return "Element[…]";
    }
}
