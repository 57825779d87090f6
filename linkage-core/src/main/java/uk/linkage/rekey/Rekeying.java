package uk.linkage.rekey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import uk.linkage.hub.crosswalk.StudyIds;
import uk.linkage.secret.Message;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

/**
 * Makes study ids of one project those of another: the same new id for the same old one, in every data set, and nothing that either project's
 * authority could work out or undo with its own key alone.
 *
 * <pre>{@code
 * try (Rekeying rekeying = Rekeying.of(diabetes, stroke)) {
 *     rekeying.of("S7ZK0QW3N5XB1T9HM");
 * }
 * }</pre>
 *
 * <p>A key comes by HKDF-SHA-256 (RFC 5869) from both study keys together, the info being scheme, use and both projects, each behind its length;
 * the new id is the first 80 bits of HMAC-SHA-256 (RFC 2104) under it over the old one. A pseudo-random function of a secret of which each side
 * has half: with 32 unknown bytes in the extract step its output is as good as random (Krawczyk, Cryptographic Extraction and Key Derivation,
 * CRYPTO 2010). The way back from B to A has another info, and so undoes nothing. Of 10 million ids two become one with a chance of 4 in 10¹¹.
 *
 * <p>A worker: one thread. Overwritten on close.
 */
public final class Rekeying implements AutoCloseable {
    private static final String SCHEME = "linkage/1";
    private static final int KEY = 32;

    private final HMac mac = new HMac(new SHA256Digest());
    private final byte[] key;

    private Rekeying(byte[] key) {
        this.key = key;
        mac.init(new KeyParameter(key));
    }

    /**
     * From one project to another.
     *
     * @throws SecretFault where the two are one project's, or one key
     */
    public static Rekeying of(StudyKey from, StudyKey to) {
        try (SecretBytes left = from.bytes(SecretAccess.granted());
                SecretBytes right = to.bytes(SecretAccess.granted());
                SecretBytes both = new SecretBytes(Arrays.copyOf(left.array(), 2 * StudyKey.BYTES))) {
            requireTwo(from, to, MessageDigest.isEqual(left.array(), right.array()));
            System.arraycopy(right.array(), 0, both.array(), StudyKey.BYTES, StudyKey.BYTES);
            return new Rekeying(derive(both.array(), from.project(), to.project()));
        }
    }

    private static void requireTwo(StudyKey from, StudyKey to, boolean same) {
        if (from.project().equals(to.project())) {
            throw new SecretFault("both study keys are of " + from.project() + "; ids go from one project to another");
        }
        if (same) {
            throw new SecretFault("the study keys of " + from.project() + " and " + to.project()
                    + " are one key: each project needs its own");
        }
    }

    private static byte[] derive(byte[] both, String from, String to) {
        byte[] info = new Message().add(SCHEME).add("rekey").add(from).add(to).bytes();
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(both, SCHEME.getBytes(StandardCharsets.US_ASCII), info));
        byte[] key = new byte[KEY];
        hkdf.generateBytes(key, 0, KEY);
        return key;
    }

    /** The new id of an old one, which must have the shape of a study id. */
    public String of(String studyId) {
        byte[] old = studyId.getBytes(StandardCharsets.US_ASCII);
        mac.update(old, 0, old.length);
        byte[] whole = new byte[mac.getMacSize()];
        mac.doFinal(whole, 0);
        return StudyIds.of(Arrays.copyOf(whole, StudyIds.BYTES));
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
        mac.reset();
    }

    @Override
    public String toString() {
        return "Rekeying[…]";
    }
}
