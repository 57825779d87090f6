package uk.linkage.benchmarks;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.MGF1BytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.MGFParameters;
import uk.linkage.bloom.TokenSet;

/**
 * <strong>Broken; to compare with only.</strong> Two-step hash: every hash function sets bits in a row of its own, and each
 * column of the rows becomes one number under a key; records are compared by the Jaccard similarity of their numbers
 * (Ranbaduge, Christen and Schnell, "Secure and accurate two-step hash encoding for privacy-preserving record linkage",
 * PAKDD 2020).
 *
 * <p>Graph matching re-identified 99.9 % through it at an overlap of 5 % of 100,000 voters (Schaefer, Armknecht and Heng,
 * ACSAC 2024): similarities come through unharmed. No agreement can name it. Bytes: {@code docs/format.md}, section 11.
 *
 * <p>A worker: one thread.
 */
final class BrokenTwoStepHash {
    private final int columns;
    private final int rows;
    private final HMac mac = new HMac(new SHA256Digest());

    /**
     * @param seed 32 secret bytes
     * @param columns length of a row, a power of two
     * @param rows how many, one for each hash function
     */
    BrokenTwoStepHash(byte[] seed, int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        mac.init(new KeyParameter(seed));
    }

    /** The numbers of these tokens, a column after the other; none for columns without a bit. */
    long[] encode(TokenSet tokens) {
        byte[][] grid = new byte[columns][(rows + 7) / 8];
        tokens.forEach(token -> set(grid, token.digest()));
        long[] numbers = new long[columns];
        int count = 0;
        for (int column = 0; column < columns; column++) {
            if (!isZero(grid[column])) {
                numbers[count++] = number(column, grid[column]);
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    private void set(byte[][] grid, byte[] digest) {
        byte[] stream = new byte[2 * rows];
        MGF1BytesGenerator mgf1 = new MGF1BytesGenerator(new SHA256Digest());
        mgf1.init(new MGFParameters(digest));
        mgf1.generateBytes(stream, 0, stream.length);
        for (int row = 0; row < rows; row++) {
            int column = ((stream[2 * row] & 0xff) << 8 | stream[2 * row + 1] & 0xff) % columns;
            grid[column][row / 8] |= (byte) (1 << row % 8);
        }
    }

    private static boolean isZero(byte[] column) {
        for (byte b : column) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private long number(int index, byte[] column) {
        byte[] digest = new byte[32];
        mac.update(ByteBuffer.allocate(4).putInt(index).array(), 0, 4);
        mac.update(column, 0, column.length);
        mac.doFinal(digest, 0);
        return ByteBuffer.wrap(digest).getLong();
    }

    /** Jaccard similarity of two encodings, each sorted: numbers in both over numbers in either; 0 for two empty ones. */
    static double jaccard(long[] a, long[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int order = Long.compare(a[i], b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int either = a.length + b.length - shared;
        return either == 0 ? 0 : (double) shared / either;
    }
}
