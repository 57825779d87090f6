package uk.linkage.provider.tokenise;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is plainly not 32 random bytes: somebody typed it, counted, or filled it up. It cannot tell what is random, only what is surely not.
 *
 * <p>Each rule refuses random bytes with the chance beside it, all together with less than 2^-42: one in four million million secrets.
 *
 * <ul>
 *   <li>at most 17 different values: 2^-42.9 (the occupancy distribution, the sum over k to 17 of S(32, k) · 256! / (256 − k)! / 256^32 with
 *       Stirling numbers of the second kind);
 *   <li>nothing but printable ASCII, tab and line ends, as any typed text, hexadecimal or Base64 is: (98/256)^32 = 2^-44.3;
 *   <li>each byte the one before plus a constant, as in counting: 2^-240;
 *   <li>the same over again after at most 16 bytes: less than 2^-127.
 * </ul>
 */
final class Randomness {
    private static final int FEWEST_VALUES = 18;
    private static final int LONGEST_PERIOD = 16;

    private Randomness() {}

    /** Why these are surely no random bytes. */
    static Optional<String> fault(byte[] bytes) {
        if (isText(bytes)) {
            return Optional.of("is a text somebody typed, not random bytes");
        }
        if (isProgression(bytes)) {
            return Optional.of("is bytes that were counted, not random ones");
        }
        if (IntStream.rangeClosed(1, LONGEST_PERIOD).anyMatch(period -> repeats(bytes, period))) {
            return Optional.of("is the same bytes over again, not random ones");
        }
        return values(bytes) < FEWEST_VALUES
                ? Optional.of("has too few different bytes to be random")
                : Optional.empty();
    }

    private static boolean isText(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .map(i -> bytes[i])
                .allMatch(b -> b >= ' ' && b < 0x7f || b == '\t' || b == '\n' || b == '\r');
    }

    private static boolean isProgression(byte[] bytes) {
        return IntStream.range(2, bytes.length)
                .allMatch(i -> (byte) (bytes[i] - bytes[i - 1]) == (byte) (bytes[1] - bytes[0]));
    }

    private static boolean repeats(byte[] bytes, int period) {
        return IntStream.range(period, bytes.length).allMatch(i -> bytes[i] == bytes[i - period]);
    }

    private static int values(byte[] bytes) {
        BitSet seen = new BitSet(1 << 8);
        for (byte b : bytes) {
            seen.set(b & 0xff);
        }
        return seen.cardinality();
    }
}
