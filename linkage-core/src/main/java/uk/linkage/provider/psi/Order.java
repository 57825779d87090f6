package uk.linkage.provider.psi;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.stream.IntStream;

/** A random order of a list, so that a place in a message says nothing of the number. */
final class Order {
    private Order() {}

    /** The places of a list in an order drawn from strong random numbers (Fisher and Yates; Durstenfeld 1964). */
    static int[] random(int size) {
        SecureRandom random = new SecureRandom();
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    static byte[] bytes(int[] order) {
        ByteBuffer bytes = ByteBuffer.allocate(order.length * Integer.BYTES);
        bytes.asIntBuffer().put(order);
        return bytes.array();
    }

    static int[] parse(byte[] bytes) {
        int[] order = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(order);
        return order;
    }
}
