package uk.linkage.bloom;

import java.util.Random;

/** Random encodings for tests, from a seed. */
public final class Fixtures {
    private Fixtures() {}

    /** An encoding of {@code bits} bits, each set with the given probability. */
    public static Encoding random(Random random, int bits, double density) {
        long[] words = new long[bits / 64];
        for (int i = 0; i < bits; i++) {
            if (random.nextDouble() < density) {
                words[i >>> 6] |= 1L << i;
            }
        }
        return new Encoding(words);
    }

    /** The encoding with {@code flips} of its bits turned over. */
    public static Encoding flipped(Random random, Encoding encoding, int flips) {
        long[] words = new long[encoding.bits() / 64];
        encoding.copyTo(words, 0);
        random.ints(0, encoding.bits()).distinct().limit(flips).forEach(i -> words[i >>> 6] ^= 1L << i);
        return new Encoding(words);
    }

    /** Rows of random encodings. */
    public static EncodingTable table(Random random, int rows, int bits, double density) {
        EncodingTable.Builder table = EncodingTable.builder(bits);
        for (int i = 0; i < rows; i++) {
            table.add(random(random, bits, density));
        }
        return table.build();
    }
}
