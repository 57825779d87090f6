package uk.linkage.bloom;

import java.util.Arrays;

/**
 * Many encodings of one length, row after row in one array, so that kernels stream over them. Immutable once built.
 *
 * <pre>{@code
 * var table = EncodingTable.builder(1024);
 * encodings.forEach(table::add);
 * EncodingTable built = table.build();
 * }</pre>
 *
 * <p>Memory: {@code bits / 8} bytes a row and four for its count; at most 2^31 words, 134 million rows of 1024 bits.
 */
public final class EncodingTable {
    private final int words;
    private final int rows;
    private final long[] bits;
    private final int[] counts;

    private EncodingTable(int words, int rows, long[] bits, int[] counts) {
        this.words = words;
        this.rows = rows;
        this.bits = bits;
        this.counts = counts;
    }

    /** A builder of a table of encodings of {@code bits} bits. */
    public static Builder builder(int bits) {
        return new Builder(new BloomShape(bits).words());
    }

    /** A builder of a table of so many rows: no array is copied on the way. */
    public static Builder builder(int bits, int rows) {
        Builder builder = builder(bits);
        builder.grow(rows);
        return builder;
    }

    /** Number of encodings. */
    public int rows() {
        return rows;
    }

    /** Length of each in bits. */
    public int bits() {
        return words * 64;
    }

    /** Words of 64 bits in a row. */
    public int words() {
        return words;
    }

    /** Bits set in a row. */
    public int count(int row) {
        return counts[row];
    }

    /** Word {@code word} of row {@code row}. */
    public long word(int row, int word) {
        return bits[row * words + word];
    }

    /** All words, row after row: shared, not to be written. */
    public long[] array() {
        return bits;
    }

    /** The table of these rows, in this order. */
    public EncodingTable select(int[] chosen) {
        long[] chosenBits = new long[Math.multiplyExact(chosen.length, words)];
        int[] chosenCounts = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(bits, chosen[i] * words, chosenBits, i * words, words);
            chosenCounts[i] = counts[chosen[i]];
        }
        return new EncodingTable(words, chosen.length, chosenBits, chosenCounts);
    }

    /** Hamming distance between a row of this table and a row of another of the same length. */
    public int differing(int row, EncodingTable other, int otherRow) {
        long[] left = bits;
        long[] right = other.bits;
        int differing = 0;
        for (int a = row * words, b = otherRow * words, end = a + words; a < end; a++, b++) {
            differing += Long.bitCount(left[a] ^ right[b]);
        }
        return differing;
    }

    @Override
    public String toString() {
        return "EncodingTable[" + rows + " x " + bits() + " bits]";
    }

    /** Grows a table. One thread. */
    public static final class Builder {
        private final int words;
        private int rows;
        private long[] bits = new long[0];
        private int[] counts = new int[0];

        private Builder(int words) {
            this.words = words;
        }

        /**
         * Appends a row.
         *
         * @throws IllegalArgumentException where its length is another
         */
        public Builder add(Encoding encoding) {
            if (encoding.bits() != words * 64) {
                throw new IllegalArgumentException("encoding (" + encoding.bits() + " bits) must have " + words * 64);
            }
            makeRoom();
            encoding.copyTo(bits, rows * words);
            counts[rows++] = encoding.count();
            return this;
        }

        /** Appends a row of words that begin at a place of an array. */
        public Builder add(long[] from, int at) {
            makeRoom();
            int count = 0;
            for (int w = 0; w < words; w++) {
                bits[rows * words + w] = from[at + w];
                count += Long.bitCount(from[at + w]);
            }
            counts[rows++] = count;
            return this;
        }

        /** The table of all rows so far. */
        public EncodingTable build() {
            return counts.length == rows
                    ? new EncodingTable(words, rows, bits, counts)
                    : new EncodingTable(words, rows, Arrays.copyOf(bits, rows * words), Arrays.copyOf(counts, rows));
        }

        private void makeRoom() {
            if (rows == counts.length) {
                grow(Math.max(64, rows + (rows >> 1)));
            }
        }

        private void grow(int capacity) {
            bits = Arrays.copyOf(bits, Math.multiplyExact(capacity, words));
            counts = Arrays.copyOf(counts, capacity);
        }
    }
}
