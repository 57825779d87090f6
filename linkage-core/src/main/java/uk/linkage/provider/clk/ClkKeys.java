package uk.linkage.provider.clk;

import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;

/**
 * Keys from the secret by HKDF (RFC 5869): one run of bytes, cut into two keys for each feature, ignored ones among them.
 *
 * @param hash of HKDF
 * @param salt empty where there is none
 * @param info empty where there is none
 * @param size of a key in bytes
 */
record ClkKeys(Hash hash, byte[] salt, byte[] info, int size) {
    static final int FOR_EACH_FEATURE = 2;
    static final int USUAL_SIZE = 64;

    /** The hash of HKDF. */
    enum Hash {
        SHA256(32),
        SHA512(64);

        private final int bytes;

        Hash(int bytes) {
            this.bytes = bytes;
        }

        /** All that HKDF can give. */
        int mostBytes() {
            return 255 * bytes;
        }

        private Digest digest() {
            return this == SHA256 ? new SHA256Digest() : new SHA512Digest();
        }
    }

    /** Bytes that so many features ask for. */
    long bytes(int features) {
        return (long) size * FOR_EACH_FEATURE * features;
    }

    /** The keys of all features, one after the other. */
    byte[][] derive(ClkSecret secret, int features) {
        byte[] run = new byte[Math.toIntExact(bytes(features))];
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(hash.digest());
        try (SecretBytes bytes = secret.bytes(SecretAccess.granted())) {
            hkdf.init(new HKDFParameters(bytes.array(), salt, info));
        }
        hkdf.generateBytes(run, 0, run.length);
        byte[][] keys = new byte[FOR_EACH_FEATURE * features][];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Arrays.copyOfRange(run, i * size, (i + 1) * size);
        }
        return keys;
    }
}
