package uk.linkage.benchmarks;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.MGF1BytesGenerator;
import org.bouncycastle.crypto.params.MGFParameters;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenSet;

/**
 * <strong>Broken; to compare with only.</strong> Tabulation min-hash: each code bit is the last bit of the least of all
 * tokens' hashes by tables of its own, so that codes agree in about {@code 1/2 + 1/2 J} of their bits where the token sets
 * have the Jaccard similarity {@code J} (Smith, "Secure pseudonymisation for privacy-preserving probabilistic record
 * linkage", Journal of Information Security and Applications 2017).
 *
 * <p>Graph matching re-identified 98.9 % through it at an overlap of 5 % of 100,000 voters (Schaefer, Armknecht and Heng,
 * ACSAC 2024): similarities come through unharmed. No agreement can name it. Bytes: {@code docs/format.md}, section 11.
 *
 * <p>A worker: one thread. Memory: 16 KiB a code bit, and 8 bytes for each distinct token.
 */
final class BrokenTabulationMinHash {
    private static final int TABLES = 8;
    private static final int ENTRIES = 256;

    private final int bits;
    private final long[] numbers;
    private final Map<KeyedToken, long[]> remembered = new HashMap<>();

    /**
     * @param seed 32 secret bytes
     * @param bits length of the code, a multiple of 64
     */
    BrokenTabulationMinHash(byte[] seed, int bits) {
        this.bits = bits;
        this.numbers = new long[bits * TABLES * ENTRIES];
        byte[] stream = new byte[8 * numbers.length];
        MGF1BytesGenerator mgf1 = new MGF1BytesGenerator(new SHA256Digest());
        mgf1.init(new MGFParameters(seed));
        mgf1.generateBytes(stream, 0, stream.length);
        ByteBuffer.wrap(stream).asLongBuffer().get(numbers);
    }

    /** The code of these tokens: all zero for none. */
    Encoding encode(TokenSet tokens) {
        long[] least = new long[bits];
        Arrays.fill(least, -1L);
        tokens.forEach(token -> lower(least, remembered.computeIfAbsent(token, this::hashes)));
        long[] code = new long[bits / 64];
        for (int bit = 0; bit < bits && !tokens.isEmpty(); bit++) {
            code[bit >>> 6] |= (least[bit] & 1) << bit;
        }
        return new Encoding(code);
    }

    private static void lower(long[] least, long[] hashes) {
        for (int bit = 0; bit < least.length; bit++) {
            least[bit] = Long.compareUnsigned(hashes[bit], least[bit]) < 0 ? hashes[bit] : least[bit];
        }
    }

    private long[] hashes(KeyedToken token) {
        byte[] digest = token.digest();
        return IntStream.range(0, bits).mapToLong(bit -> hash(bit, digest)).toArray();
    }

    private long hash(int bit, byte[] digest) {
        long hash = 0;
        for (int table = 0; table < TABLES; table++) {
            hash ^= numbers[(bit * TABLES + table) * ENTRIES + (digest[table] & 0xff)];
        }
        return hash;
    }
}
