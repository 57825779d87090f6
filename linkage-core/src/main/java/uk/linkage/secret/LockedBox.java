package uk.linkage.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import uk.linkage.agreement.CanonicalJson;

/**
 * Bytes under a passphrase, as a JSON object. The key comes from the passphrase by Argon2id (RFC 9106), whose memory makes guessing dear; the
 * content is under ChaCha20-Poly1305 (RFC 8439) with everything else in the object as associated data.
 *
 * <pre>{@code
 * ObjectNode box = LockedBox.lock("linkage-identity", content, passphrase);
 * byte[] content = LockedBox.open(box, "linkage-identity", passphrase, "hospital.identity");
 * }</pre>
 *
 * <p>Costs of a foreign file are held to bounds before any work is done, so that opening one cannot fill the memory. A wrong passphrase and
 * a changed file look the same, as they must. The cipher alone does not tie a box to one key (Len, Grubbs and Ristenpart 2021, "Partitioning
 * Oracle Attacks"); here that would need somebody who opens boxes of strangers for them, and what is inside has a check of its own.
 */
public final class LockedBox {
    private static final int VERSION = 1;
    private static final String NAME = "linkage_locked";
    private static final int KEY = 32;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int LANES = 4;
    private static final int PASSES = 3;
    private static final int MEMORY_KIB = 1 << 16;
    private static final int MOST_PASSES = 16;
    private static final int MOST_MEMORY_KIB = 1 << 18;

    private LockedBox() {}

    /** Whether an object is such a box. */
    public static boolean isOne(JsonNode json) {
        return json.has(NAME);
    }

    /** Locks content, which stays the caller's to overwrite. Costs are RFC 9106's second recommendation: 64 MiB, 3 passes, 4 lanes. */
    public static ObjectNode lock(String kind, byte[] content, Passphrase passphrase) {
        ObjectNode box = CanonicalJson.object();
        box.put(NAME, VERSION).put("kind", kind).put("kdf", "argon2id").put("cipher", "chacha20-poly1305");
        box.put("memory_kib", MEMORY_KIB).put("passes", PASSES).put("lanes", LANES);
        box.put("salt", random(SALT)).put("nonce", random(NONCE));
        byte[] locked = crypt(Cipher.ENCRYPT_MODE, box, content, passphrase, "");
        return box.put("content", Base64.getEncoder().encodeToString(locked));
    }

    /**
     * What is in a box; the caller overwrites it.
     *
     * @param kind what it must be a box of
     * @param name what to call it in faults
     * @throws SecretFault where it is not a box of that kind in this version, or the passphrase does not open it
     */
    public static byte[] open(JsonNode json, String kind, Passphrase passphrase, String name) {
        require(json.isObject() && isThisVersion(json), name, "is not a box of this version under a passphrase");
        require(json.path("kind").asText().equals(kind), name, "is not a box with a " + kind);
        ObjectNode box = json.deepCopy();
        byte[] content = bytes(box.remove("content").asText(), name);
        return crypt(Cipher.DECRYPT_MODE, box, content, passphrase, name);
    }

    private static boolean isThisVersion(JsonNode box) {
        return box.size() == 10
                && box.path(NAME).isInt()
                && box.path(NAME).intValue() == VERSION
                && box.path("kdf").asText().equals("argon2id")
                && box.path("cipher").asText().equals("chacha20-poly1305")
                && isWithin(box.path("lanes"), 1, LANES)
                && isWithin(box.path("passes"), 1, MOST_PASSES)
                && isWithin(box.path("memory_kib"), 8 * LANES, MOST_MEMORY_KIB)
                && box.path("salt").isTextual()
                && box.path("nonce").isTextual()
                && box.path("content").isTextual();
    }

    private static boolean isWithin(JsonNode number, int least, int most) {
        return number.isInt() && number.intValue() >= least && number.intValue() <= most;
    }

    private static byte[] crypt(int mode, ObjectNode box, byte[] content, Passphrase passphrase, String name) {
        byte[] nonce = bytes(box.path("nonce").asText(), name);
        require(nonce.length == NONCE, name, "has a nonce of another length");
        byte[] key = key(box, passphrase, name);
        try {
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
            cipher.updateAAD(CanonicalJson.bytes(box));
            return cipher.doFinal(content);
        } catch (AEADBadTagException e) {
            throw new SecretFault(name + ": the passphrase is not this file's, or the file was changed");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of 11 and newer has ChaCha20-Poly1305", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] key(ObjectNode box, Passphrase passphrase, String name) {
        byte[] salt = bytes(box.path("salt").asText(), name);
        require(salt.length == SALT, name, "has a salt of another length");
        return argon2id(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(box.path("memory_kib").intValue())
                        .withIterations(box.path("passes").intValue())
                        .withParallelism(box.path("lanes").intValue())
                        .withSalt(salt),
                passphrase.utf8());
    }

    /** Version 1.3 of RFC 9106. */
    static byte[] argon2id(Argon2Parameters.Builder costs, byte[] passphrase) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(costs.withVersion(Argon2Parameters.ARGON2_VERSION_13).build());
        byte[] key = new byte[KEY];
        argon2.generateBytes(passphrase, key);
        return key;
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64, String name) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new SecretFault(name + ": holds what is not Base64");
        }
    }

    private static void require(boolean good, String name, String rule) {
        if (!good) {
            throw new SecretFault(name + ": " + rule);
        }
    }
}
