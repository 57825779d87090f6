package uk.linkage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.linkage.Vectors;

/** The primitives under identities do what their standards publish; each file of vectors names its source. */
class PublishedVectorsTest {
    private static final String ANY_KEY = "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a";
    private static final String ANY_SIGNING_KEY = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    @TestFactory
    Stream<DynamicTest> x25519AgreesWithRfc7748AndRefusesPointsOfLowOrder() {
        return Vectors.each("x25519", (in, out) -> {
            boolean receives = out.get("receives").booleanValue();
            assertThat(PublicKeys.canReceive(Vectors.hex(in, "public"))).isEqualTo(receives);
            if (receives) {
                assertThat(shared(in)).isEqualTo(Vectors.hex(out, "shared"));
            } else {
                assertThatThrownBy(() -> new IdentityCard(
                                "gp", ANY_SIGNING_KEY, in.get("public").textValue()))
                        .isInstanceOf(IdentityFault.class)
                        .hasMessage("the card of gp: holds a key that nobody honest has");
                Identity own = Identity.random("gp");
                byte[] encapsulation = Vectors.hex(in, "public");
                assertThatThrownBy(() -> own.decapsulate(encapsulation, new byte[0]))
                        .isInstanceOf(IdentityFault.class);
            }
        });
    }

    private static byte[] shared(JsonNode in) {
        X25519Agreement agreement = new X25519Agreement();
        agreement.init(new X25519PrivateKeyParameters(Vectors.hex(in, "private"), 0));
        byte[] shared = new byte[agreement.getAgreementSize()];
        agreement.calculateAgreement(new X25519PublicKeyParameters(Vectors.hex(in, "public"), 0), shared, 0);
        return shared;
    }

    @TestFactory
    Stream<DynamicTest> ed25519AgreesWithRfc8032AndTakesNoOtherSpellingOfASignature() {
        return Vectors.each("ed25519", (in, out) -> {
            byte[] message = Vectors.hex(in, "message");
            byte[] signature = Vectors.hex(in, "signature");
            assertThat(Signatures.verifies(Vectors.hex(in, "public"), message, signature))
                    .isEqualTo(out.get("valid").booleanValue());
            if (in.has("private")) {
                Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(Vectors.hex(in, "private"), 0);
                assertThat(Signatures.sign(key, message)).isEqualTo(signature);
                assertThat(key.generatePublicKey().getEncoded()).isEqualTo(Vectors.hex(in, "public"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> signingKeysOfSmallOrMixedOrderAreRefused() {
        return Vectors.each("ed25519-keys", (in, out) -> {
            boolean signs = out.get("signs").booleanValue();
            assertThat(PublicKeys.canSign(Vectors.hex(in, "public"))).isEqualTo(signs);
            if (!signs) {
                assertThat(Signatures.verifies(Vectors.hex(in, "public"), new byte[0], new byte[64]))
                        .isFalse();
                assertThatThrownBy(() -> new IdentityCard("gp", in.get("public").textValue(), ANY_KEY))
                        .isInstanceOf(IdentityFault.class);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hpkeAgreesWithRfc9180() {
        return Vectors.each("hpke", (in, out) -> {
            byte[] encapsulation = Vectors.hex(out, "encapsulation");
            byte[] info = Vectors.hex(in, "info");
            HPKEContextWithEncapsulation sender = Hpke.suite()
                    .setupBaseS(
                            new X25519PublicKeyParameters(Vectors.hex(in, "public")),
                            info,
                            pair(Vectors.hex(in, "ephemeral")));
            HPKEContext receiver =
                    Hpke.receiver(encapsulation, new X25519PrivateKeyParameters(Vectors.hex(in, "private")), info);
            assertThat(sender.getEncapsulation()).isEqualTo(encapsulation);
            try {
                assertThat(sender.seal(Vectors.hex(in, "aad"), Vectors.hex(in, "content")))
                        .isEqualTo(Vectors.hex(out, "sealed"));
                assertThat(receiver.open(Vectors.hex(in, "aad"), Vectors.hex(out, "sealed")))
                        .isEqualTo(Vectors.hex(in, "content"));
            } catch (InvalidCipherTextException e) {
                throw new AssertionError("does not open", e);
            }
            for (Map.Entry<String, JsonNode> export : out.get("exports").properties()) {
                byte[] context = HexFormat.of().parseHex(export.getKey());
                assertThat(Vectors.hex(sender.export(context, 32)))
                        .isEqualTo(export.getValue().textValue());
                assertThat(Vectors.hex(receiver.export(context, 32)))
                        .isEqualTo(export.getValue().textValue());
            }
        });
    }

    private static AsymmetricCipherKeyPair pair(byte[] key) {
        X25519PrivateKeyParameters own = new X25519PrivateKeyParameters(key);
        return new AsymmetricCipherKeyPair(own.generatePublicKey(), own);
    }
}
