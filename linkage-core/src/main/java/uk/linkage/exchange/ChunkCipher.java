package uk.linkage.exchange;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import uk.linkage.secret.SecretBytes;

/**
 * The chunks of one file under its key, one after the other: AES-256-GCM (NIST SP 800-38D) in the STREAM construction (Hoang, Reyhanitabar,
 * Rogaway and Vizár, <i>Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance</i>, CRYPTO 2015). The nonce is the chunk's number
 * in eleven bytes and whether it is the last in one, as in age; associated data is a digest of the header. So a chunk opens at its own place of
 * its own file alone, and a file that ends early does not open at its end. No nonce comes twice, since a key serves one file.
 *
 * <p>A worker: one direction, one thread.
 */
final class ChunkCipher {
    /** How much longer an encrypted chunk is. */
    static final int TAG = 16;

    private static final long MOST_CHUNKS = 1L << 32;
    private static final int NUMBER_AT = 3;
    private static final int PIECE = 1 << 9;

    private final SecretKeySpec key;
    private final byte[] headerDigest;
    private final Cipher cipher = aesGcm();
    private long chunks;

    /** @param key copied: it may be closed then */
    ChunkCipher(SecretBytes key, byte[] headerDigest) {
        this.key = new SecretKeySpec(key.array(), "AES");
        this.headerDigest = headerDigest.clone();
    }

    private static Cipher aesGcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * Encrypts the next chunk; how many bytes it has become. It goes into the cipher in small pieces, which changes no byte: the platform
     * compiles what is called often, and takes many times as long until then.
     */
    int encrypt(byte[] chunk, int length, boolean last, byte[] into) {
        try {
            begin(Cipher.ENCRYPT_MODE, last);
            int at = 0;
            int encrypted = 0;
            for (; length - at > PIECE; at += PIECE) {
                encrypted += cipher.update(chunk, at, PIECE, into, encrypted);
            }
            return encrypted + cipher.doFinal(chunk, at, length - at, into, encrypted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes every chunk", e);
        }
    }

    /**
     * Decrypts the next chunk; how many bytes it was.
     *
     * @throws AEADBadTagException where it is not the chunk of this place
     */
    int decrypt(byte[] encrypted, int length, boolean last, byte[] into) throws AEADBadTagException {
        try {
            begin(Cipher.DECRYPT_MODE, last);
            return cipher.doFinal(encrypted, 0, length, into, 0);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes every chunk", e);
        }
    }

    private void begin(int direction, boolean last) throws GeneralSecurityException {
        if (chunks == MOST_CHUNKS) {
            throw new IllegalStateException("a file has at most 2^32 chunks");
        }
        cipher.init(direction, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce(chunks++, last)));
        cipher.updateAAD(headerDigest);
    }

    private static byte[] nonce(long chunk, boolean last) {
        return ByteBuffer.allocate(12)
                .putLong(NUMBER_AT, chunk)
                .put(11, (byte) (last ? 1 : 0))
                .array();
    }
}
