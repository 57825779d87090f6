package uk.linkage.hub.block;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Local ids of many records in one array, four bytes a record and their letters: millions of texts cost several times that. Immutable. */
final class LocalIds extends AbstractList<String> implements RandomAccess {
    private final byte[] letters;
    private final int[] ends;

    private LocalIds(byte[] letters, int[] ends) {
        this.letters = letters;
        this.ends = ends;
    }

    @Override
    public String get(int row) {
        int from = row == 0 ? 0 : ends[row - 1];
        return new String(letters, from, ends[row] - from, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return ends.length;
    }

    /** Never prints them. */
    @Override
    public String toString() {
        return "LocalIds[" + size() + "]";
    }

    /** Grows. One thread. */
    static final class Builder {
        private final int[] ends;
        private byte[] letters;
        private int rows;
        private int size;

        /** @param rows how many there will be */
        Builder(int rows) {
            this.ends = new int[rows];
            this.letters = new byte[Math.max(16, rows)];
        }

        void add(String localId) {
            byte[] own = localId.getBytes(StandardCharsets.UTF_8);
            if (size > letters.length - own.length) {
                letters = Arrays.copyOf(
                        letters, (int) Math.min(Integer.MAX_VALUE - 8, (size + (long) own.length) * 3 / 2));
            }
            System.arraycopy(own, 0, letters, size, own.length);
            size = Math.addExact(size, own.length);
            ends[rows++] = size;
        }

        int rows() {
            return rows;
        }

        LocalIds build() {
            return new LocalIds(Arrays.copyOf(letters, size), ends);
        }
    }
}
