package uk.linkage.provider.clk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** Positions by keyed BLAKE2b: 32 of every digest, each digest under a salt of its own, its number in decimal digits. */
final class BlakePositions implements ClkPositions {
    private static final int DIGEST = 64;
    private static final int SALT = 16;
    private static final int EACH = DIGEST / Short.BYTES;

    private final byte[] key;
    private final int filterBits;
    private final List<Blake2bDigest> digests = new ArrayList<>();
    private final TokenMemo memo = new TokenMemo();

    BlakePositions(byte[] key, int filterBits) {
        this.key = key;
        this.filterBits = filterBits;
    }

    @Override
    public void set(String token, ClkText encoding, int times, BitSet filter) {
        int[] positions = memo.of(token, times, text -> positions(encoding.bytes(text), times));
        for (int i = 0; i < times; i++) {
            filter.set(positions[i]);
        }
    }

    private int[] positions(byte[] token, int times) {
        int[] positions = new int[(times + EACH - 1) / EACH * EACH];
        for (int i = 0; i < positions.length; i += EACH) {
            ShortBuffer slices = shorts(digest(i / EACH), token);
            for (int j = 0; j < EACH; j++) {
                positions[i + j] = Short.toUnsignedInt(slices.get(j)) % filterBits;
            }
        }
        return positions;
    }

    private static ShortBuffer shorts(Blake2bDigest digest, byte[] token) {
        byte[] hashed = new byte[DIGEST];
        digest.update(token, 0, token.length);
        digest.doFinal(hashed, 0);
        return ByteBuffer.wrap(hashed).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    private Blake2bDigest digest(int number) {
        while (digests.size() <= number) {
            byte[] salt = Integer.toString(digests.size()).getBytes(StandardCharsets.US_ASCII);
            digests.add(new Blake2bDigest(key, DIGEST, Arrays.copyOf(salt, SALT), null));
        }
        return digests.get(number);
    }
}
