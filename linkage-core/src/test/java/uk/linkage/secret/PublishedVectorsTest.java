package uk.linkage.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.linkage.Vectors;

/** The primitives under secrets at rest do what their standards publish; each file of vectors names its source. */
class PublishedVectorsTest {
    private static final int TAG_BITS = 128;

    @TestFactory
    Stream<DynamicTest> chaCha20Poly1305AgreesWithRfc8439() {
        return Vectors.each(
                "chacha20-poly1305",
                (in, out) ->
                        check("ChaCha20-Poly1305", "ChaCha20", new IvParameterSpec(Vectors.hex(in, "nonce")), in, out));
    }

    @TestFactory
    Stream<DynamicTest> aes256GcmAgreesWithNist() {
        return Vectors.each(
                "aes-256-gcm",
                (in, out) -> check(
                        "AES/GCM/NoPadding", "AES", new GCMParameterSpec(TAG_BITS, Vectors.hex(in, "nonce")), in, out));
    }

    private static void check(String cipher, String key, AlgorithmParameterSpec nonce, JsonNode in, JsonNode out) {
        try {
            byte[] sealed = Vectors.hex(out, "sealed");
            if (out.get("valid").booleanValue()) {
                assertThat(crypt(Cipher.ENCRYPT_MODE, cipher, key, nonce, in, Vectors.hex(in, "content")))
                        .isEqualTo(sealed);
                assertThat(crypt(Cipher.DECRYPT_MODE, cipher, key, nonce, in, sealed))
                        .isEqualTo(Vectors.hex(in, "content"));
            } else {
                assertThatThrownBy(() -> crypt(Cipher.DECRYPT_MODE, cipher, key, nonce, in, sealed))
                        .isInstanceOf(AEADBadTagException.class);
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + cipher, e);
        }
    }

    private static byte[] crypt(
            int mode, String name, String key, AlgorithmParameterSpec nonce, JsonNode in, byte[] content)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(name);
        cipher.init(mode, new SecretKeySpec(Vectors.hex(in, "key"), key), nonce);
        cipher.updateAAD(Vectors.hex(in, "aad"));
        return cipher.doFinal(content);
    }

    @TestFactory
    Stream<DynamicTest> argon2idAgreesWithRfc9106() {
        return Vectors.each("argon2id", (in, out) -> {
            Argon2Parameters.Builder costs = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withSalt(Vectors.hex(in, "salt"))
                    .withSecret(Vectors.hex(in, "secret"))
                    .withAdditional(Vectors.hex(in, "associated"))
                    .withMemoryAsKB(in.get("memory_kib").intValue())
                    .withIterations(in.get("passes").intValue())
                    .withParallelism(in.get("lanes").intValue());
            assertThat(LockedBox.argon2id(costs, Vectors.hex(in, "passphrase"))).isEqualTo(Vectors.hex(out, "key"));
        });
    }
}
