package uk.linkage.provider.oprf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Many points in a row, 33 bytes each. What is done to all of them is done on all processors, block by block, and comes out
 * in their order whatever the number of processors.
 *
 * <pre>{@code
 * Elements blinded = Elements.hashed(tag, count, i -> inputs[i], i -> secret, step);
 * Elements answered = Elements.received(bytes, "a.psi1").times(i -> key, step);
 * }</pre>
 *
 * <p>Received ones are looked at where they are used: a point that is not on the curve is refused with the name of the file
 * that it came in.
 */
public final class Elements {
    /** Points of a block share one inversion. */
    private static final int BLOCK = 128;

    private final byte[] bytes;
    private final String source;

    private Elements(byte[] bytes, String source) {
        this.bytes = bytes;
        this.source = source;
    }

    /** The points that these bytes are said to be. */
    public static Elements received(byte[] bytes, String file) {
        if (bytes.length % Element.BYTES != 0) {
            throw new ProtocolFault(file + ": ends within a point");
        }
        return new Elements(bytes, file);
    }

    /**
     * Inputs hashed to the curve, each times a secret.
     *
     * @param tag the domain separation tag
     * @param done is told how many more were made
     */
    public static Elements hashed(
            String tag, int count, IntFunction<byte[]> inputs, IntFunction<Scalar> times, LongConsumer done) {
        return made(count, "these inputs", done, (block, from) -> {
            HashToCurve hash = new HashToCurve(tag);
            for (int i = 0; i < block.length; i++) {
                ECPoint point = hash.element(inputs.apply(from + i)).point();
                block[i] = P256.SECRETLY.multiply(point, times.apply(from + i).value());
            }
        });
    }

    /** What fills a block of points. */
    private interface Filling {
        void fill(ECPoint[] block, int from);
    }

    private static Elements made(int count, String source, LongConsumer done, Filling filling) {
        byte[] made = new byte[Math.multiplyExact(count, Element.BYTES)];
        IntStream.range(0, (count + BLOCK - 1) / BLOCK).parallel().forEach(number -> {
            int from = number * BLOCK;
            ECPoint[] block = new ECPoint[Math.min(BLOCK, count - from)];
            filling.fill(block, from);
            write(block, made, from);
            done.accept(block.length);
        });
        return new Elements(made, source);
    }

    private static void write(ECPoint[] block, byte[] target, int from) {
        if (Arrays.stream(block).anyMatch(ECPoint::isInfinity)) {
            throw new IllegalArgumentException("the point at infinity is refused");
        }
        P256.CURVE.normalizeAll(block);
        for (int i = 0; i < block.length; i++) {
            block[i].encodeTo(true, target, (from + i) * Element.BYTES);
        }
    }

    /**
     * Each times a secret of its place.
     *
     * @param done is told how many more were made
     */
    public Elements times(IntFunction<Scalar> scalars, LongConsumer done) {
        return made(size(), source, done, (block, from) -> {
            for (int i = 0; i < block.length; i++) {
                block[i] = P256.SECRETLY.multiply(
                        get(from + i).point(), scalars.apply(from + i).value());
            }
        });
    }

    /** Each and the one of the same place in another row, added. */
    public Elements plus(Elements other) {
        return made(size(), source, done -> {}, (block, from) -> {
            for (int i = 0; i < block.length; i++) {
                block[i] = get(from + i).point().add(other.get(from + i).point());
            }
        });
    }

    /** The point that comes first being {@code order[0]} of these, and so on. */
    public Elements inOrder(int[] order) {
        byte[] ordered = new byte[order.length * Element.BYTES];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(bytes, order[i] * Element.BYTES, ordered, i * Element.BYTES, Element.BYTES);
        }
        return new Elements(ordered, source);
    }

    /** How many. */
    public int size() {
        return bytes.length / Element.BYTES;
    }

    /** All bytes, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes of one, a copy. */
    public byte[] bytes(int place) {
        return Arrays.copyOfRange(bytes, place * Element.BYTES, (place + 1) * Element.BYTES);
    }

    /**
     * One of them.
     *
     * @throws ProtocolFault where what was received is not a point
     */
    public Element get(int place) {
        try {
            return Element.parse(bytes(place));
        } catch (IllegalArgumentException e) {
            throw new ProtocolFault(source + ": " + e.getMessage());
        }
    }

    /** Lets them pass where none comes twice. */
    public Elements requireDistinct() {
        Set<ByteBuffer> seen = new HashSet<>();
        for (int i = 0; i < size(); i++) {
            if (!seen.add(ByteBuffer.wrap(bytes, i * Element.BYTES, Element.BYTES))) {
                throw new ProtocolFault(source + ": holds a point twice");
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return "Elements[" + size() + "]";
    }
}
