package uk.linkage.rekey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import uk.linkage.identity.IdentityCard;
import uk.linkage.secret.SecretAccess;
import uk.linkage.secret.SecretBytes;
import uk.linkage.secret.SecretFault;

/**
 * What a project's authority puts in when study ids go from one project to another: 32 random bytes, bound to the project and to the authority
 * that answers for it. That authority alone holds it ({@link StudyKeyFile}); it never prints and is overwritten on close.
 *
 * <pre>{@code
 * try (StudyKey key = StudyKey.random("diabetes", authority.card())) { ... }
 * }</pre>
 */
public final class StudyKey implements AutoCloseable {
    static final int BYTES = 32;

    private static final byte[] CHECK = "linkage/1 study key check".getBytes(StandardCharsets.US_ASCII);

    private final String project;
    private final IdentityCard authority;
    private final byte[] key;

    private StudyKey(String project, IdentityCard authority, byte[] key) {
        this.project = project;
        this.authority = authority;
        this.key = key;
    }

    /**
     * A fresh one.
     *
     * @throws SecretFault where the project is none
     */
    public static StudyKey random(String project, IdentityCard authority) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return of(project, authority, key);
    }

    /** The key of these bytes, which are taken over. */
    static StudyKey of(String project, IdentityCard authority, byte[] key) {
        require(project.matches("[a-z0-9][a-z0-9_.-]{0,63}"), "a study key is of a project as an agreement names it");
        require(key.length == BYTES, "a study key has " + BYTES + " bytes");
        require(!allEqual(key), "a study key of " + BYTES + " equal bytes is no secret");
        return new StudyKey(project, authority, key);
    }

    private static boolean allEqual(byte[] key) {
        byte[] same = new byte[key.length];
        Arrays.fill(same, key[0]);
        return MessageDigest.isEqual(key, same);
    }

    private static void require(boolean good, String rule) {
        if (!good) {
            throw new SecretFault(rule);
        }
    }

    /** Whose study ids it is for. */
    public String project() {
        return project;
    }

    /** Who answers for the project. */
    public IdentityCard authority() {
        return authority;
    }

    /** Sixteen hexadecimal digits that tell keys apart and give nothing of them away. */
    public String checkValue() {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        mac.update(CHECK, 0, CHECK.length);
        byte[] value = new byte[mac.getMacSize()];
        mac.doFinal(value, 0);
        return HexFormat.of().formatHex(value, 0, 8);
    }

    /** A copy of the bytes, to be closed after use. */
    SecretBytes bytes(SecretAccess access) {
        return new SecretBytes(key.clone());
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "StudyKey[" + project + ", …]";
    }
}
