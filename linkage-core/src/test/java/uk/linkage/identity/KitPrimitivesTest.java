package uk.linkage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.linkage.Vectors;

/** The primitives that identities and sealed files are made of, held against the vectors of those who published them. */
class KitPrimitivesTest {
    @TestFactory
    Stream<DynamicTest> x25519AgreesWithRfc7748() {
        return Vectors.each("kit-x25519", (in, out) -> {
            byte[] shared = new byte[32];
            X25519Agreement agreement = new X25519Agreement();
            agreement.init(new X25519PrivateKeyParameters(Vectors.hex(in, "scalar")));
            agreement.calculateAgreement(new X25519PublicKeyParameters(Vectors.hex(in, "point")), shared, 0);
            assertThat(shared).isEqualTo(Vectors.hex(out, "shared"));
        });
    }

    @TestFactory
    Stream<DynamicTest> ed25519AgreesWithRfc8032() {
        return Vectors.each("kit-ed25519", (in, out) -> {
            Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(Vectors.hex(in, "private"));
            byte[] data = Vectors.hex(in, "data");
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, key);
            signer.update(data, 0, data.length);
            assertThat(key.generatePublicKey().getEncoded()).isEqualTo(Vectors.hex(out, "public"));
            assertThat(signer.generateSignature()).isEqualTo(Vectors.hex(out, "signature"));
        });
    }

    @TestFactory
    Stream<DynamicTest> exportsAgreeWithRfc9180() {
        return Vectors.each("hpke-export", (in, out) -> {
            X25519PrivateKeyParameters own = new X25519PrivateKeyParameters(Vectors.hex(in, "private"));
            byte[] exported = Hpke.receiver(Vectors.hex(in, "encapsulation"), own, Vectors.hex(in, "info"))
                    .export(Vectors.hex(in, "context"), 32);
            assertThat(exported).isEqualTo(Vectors.hex(out, "exported"));
        });
    }

    @TestFactory
    Stream<DynamicTest> thePlatformsAesGcmAgreesWithItsSpecification() {
        return Vectors.each(
                "kit-aes-256-gcm",
                (in, out) -> assertThat(encrypted(
                                Vectors.hex(in, "key"),
                                Vectors.hex(in, "nonce"),
                                Vectors.hex(in, "associated"),
                                Vectors.hex(in, "data")))
                        .isEqualTo(Vectors.hex(out, "encrypted")));
    }

    private static byte[] encrypted(byte[] key, byte[] nonce, byte[] associated, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
