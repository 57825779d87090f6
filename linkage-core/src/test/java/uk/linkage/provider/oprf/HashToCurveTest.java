package uk.linkage.provider.oprf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.hash2curve.impl.XmdMessageExpansion;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published answers of RFC 9380: appendix J.1.1 (P256_XMD:SHA-256_SSWU_RO_) and appendix K.1 (expand_message_xmd). */
class HashToCurveTest {
    private static final String SUITE = "QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_";
    private static final String EXPANDER = "QUUX-V01-CS02-with-expander-SHA256-128";

    @ParameterizedTest
    @CsvSource({
        "'', 2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4, 8a7a74985cc5c776cdfe4b1f19884970453912e9d31528c060be9ab5c43e8415",
        "abc, 0bb8b87485551aa43ed54f009230450b492fead5f1cc91658775dac4a3388a0f, 5c41b3d0731a27a7b14bc0bf0ccded2d8751f83493404c84a88e71ffd424212e",
        "abcdef0123456789, 65038ac8f2b1def042a5df0b33b1f4eca6bff7cb0f9c6c1526811864e544ed80, cad44d40a656e7aff4002a8de287abc8ae0482b5ae825822bb870d6df9b56ca3",
        "q128_, 4be61ee205094282ba8a2042bcb48d88dfbb609301c49aa8b078533dc65a0b5d, 98f8df449a072c4721d241a3b1236d3caccba603f916ca680f4539d2bfb3c29e",
        "a512_, 457ae2981f70ca85d8e24c308b14db22f3e3862c5ea0f652ca38b5e49cd64bc5, ecb9f0eadc9aeed232dabc53235368c1394c78de05dd96893eefa62b0f4757dc"
    })
    void aMessageIsHashedToThePointOfTheRfc(String message, String x, String y) {
        ECPoint point = new HashToCurve(SUITE).element(bytes(message)).point();
        assertThat(point.getAffineXCoord().toBigInteger()).isEqualTo(new BigInteger(x, 16));
        assertThat(point.getAffineYCoord().toBigInteger()).isEqualTo(new BigInteger(y, 16));
        assertThat(point.isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 68a985b87eb6b46952128911f2a4412bbc302a9d759667f87f7a21d803f07235",
        "abc, d8ccab23b5985ccea865c6c97b6e5b8350e794e603b4b97902f53a8a0d605615",
        "abcdef0123456789, eff31487c770a893cfb36f912fbfcbff40d5661771ca4b2cb4eafe524333f5c1",
        "q128_, b23a1d2b4d97b2ef7785562a7e8bac7eed54ed6e97e29aa51bfe3f12ddad1ff9",
        "a512_, 4623227bcc01293b8c130bf771da8c298dede7383243dc0993d2d94823958c4c",
        "'', af84c27ccfd45d41914fdff5df25293e221afc53d8ad2ac06d5e3e29485dadbee0d121587713a3e0dd4d5e69e93eb7cd4f5df4cd103e188cf60cb02edc3edf18eda8576c412b18ffb658e3dd6ec849469b979d444cf7b26911a08e63cf31f9dcc541708d3491184472c2c29bb749d4286b004ceb5ee6b9a7fa5b646c993f0ced",
        "abc, abba86a6129e366fc877aab32fc4ffc70120d8996c88aee2fe4b32d6c7b6437a647e6c3163d40b76a73cf6a5674ef1d890f95b664ee0afa5359a5c4e07985635bbecbac65d747d3d2da7ec2b8221b17b0ca9dc8a1ac1c07ea6a1e60583e2cb00058e77b7b72a298425cd1b941ad4ec65e8afc50303a22c0f99b0509b4c895f40",
        "abcdef0123456789, ef904a29bffc4cf9ee82832451c946ac3c8f8058ae97d8d629831a74c6572bd9ebd0df635cd1f208e2038e760c4994984ce73f0d55ea9f22af83ba4734569d4bc95e18350f740c07eef653cbb9f87910d833751825f0ebefa1abe5420bb52be14cf489b37fe1a72f7de2d10be453b2c9d9eb20c7e3f6edc5a60629178d9478df",
        "q128_, 80be107d0884f0d881bb460322f0443d38bd222db8bd0b0a5312a6fedb49c1bbd88fd75d8b9a09486c60123dfa1d73c1cc3169761b17476d3c6b7cbbd727acd0e2c942f4dd96ae3da5de368d26b32286e32de7e5a8cb2949f866a0b80c58116b29fa7fabb3ea7d520ee603e0c25bcaf0b9a5e92ec6a1fe4e0391d1cdbce8c68a",
        "a512_, 546aff5444b5b79aa6148bd81728704c32decb73a3ba76e9e75885cad9def1d06d6792f8a7d12794e90efed817d96920d728896a4510864370c207f99bd4a608ea121700ef01ed879745ee3e4ceef777eda6d9e5e38b90c86ea6fb0b36504ba4a45d22e86f6db5dd43d98a294bebb9125d5b794e9d2a81181066eb954966a487"
    })
    void aMessageIsExpandedToTheBytesOfTheRfc(String message, String expanded) {
        assertThat(expanded(message, EXPANDER, expanded.length() / 2)).isEqualTo(expanded);
    }

    /** RFC 9380 has longer tags hashed first; ours are short, and a longer one must not be cut in silence. */
    @Test
    void aTagOfMoreThan255BytesIsRefused() {
        assertThatThrownBy(() -> new HashToCurve("x".repeat(256)).element(new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new HashToCurve("x".repeat(255)).element(new byte[1])).isNotNull();
    }

    private static String expanded(String message, String tag, int length) {
        byte[] ascii = tag.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new XmdMessageExpansion(new SHA256Digest(), 128).expandMessage(bytes(message), ascii, length);
        return HexFormat.of().formatHex(bytes);
    }

    /** Two of the messages end in a letter many times over. */
    private static byte[] bytes(String message) {
        String whole = switch (message) {
            case "q128_" -> message + "q".repeat(128);
            case "a512_" -> message + "a".repeat(512);
            default -> message;
        };
        return whole.getBytes(StandardCharsets.US_ASCII);
    }
}
