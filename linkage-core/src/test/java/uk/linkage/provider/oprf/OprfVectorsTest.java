package uk.linkage.provider.oprf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.linkage.provider.oprf.Oprf.Mode;

/** All published answers of RFC 9497 for P256-SHA256 in the modes that are used: appendices A.3.1 (OPRF) and A.3.2 (VOPRF). */
class OprfVectorsTest {
    private static final String KEY = "159749d750713afe245d2d39ccfaae8381c53ce92d098a9375ee70739c7ac0bf";
    private static final String VERIFIED_KEY = "ca5d94c8807817669a51b196c34c1b7f8442fde4334a7121ae4736364312fca6";
    private static final String PUBLIC_KEY = "03e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b102462";

    private static final String FIRST_INPUT = "00";
    private static final String SECOND_INPUT = "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a";
    private static final String FIRST_BLIND = "3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364";
    private static final String SECOND_BLIND = "f9db001266677f62c095021db018cd8cbb55941d4073698ce45c405d1348b7b1";

    private static final String FIRST_ASKED = "02dd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da";
    private static final String FIRST_ANSWERED = "0209f33cab60cf8fe69239b0afbcfcd261af4c1c5632624f2e9ba29b90ae83e4a2";
    private static final String FIRST_OUTPUT = "0412e8f78b02c415ab3a288e228978376f99927767ff37c5718d420010a645a1";
    private static final String SECOND_OUTPUT = "771e10dcd6bcd3664e23b8f2a710cfaaa8357747c4a8cbba03133967b5c24f18";

    @Test
    void keysComeFromSeedAndInfo() {
        assertThat(derived(Mode.OPRF)).isEqualTo(KEY);
        assertThat(derived(Mode.VOPRF)).isEqualTo(VERIFIED_KEY);
        assertThat(hex(Element.base(scalar(VERIFIED_KEY)).bytes())).isEqualTo(PUBLIC_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        FIRST_INPUT + ", 03723a1e5c09b8b9c18d1dcbca29e8007e95f14f4732d9346d490ffc195110368d, "
                + "030de02ffec47a1fd53efcdd1c6faf5bdc270912b8749e783c7ca75bb412958832, "
                + "a0b34de5fa4c5b6da07e72af73cc507cceeb48981b97b7285fc375345fe495dd",
        SECOND_INPUT + ", 03cc1df781f1c2240a64d1c297b3f3d16262ef5d4cf102734882675c26231b0838, "
                + "03a0395fe3828f2476ffcd1f4fe540e5a8489322d398be3c4e5a869db7fcb7c52c, "
                + "c748ca6dd327f0ce85f4ae3a8cd6d4d5390bbb804c9e12dcf94f853fece3dcce"
    })
    void thePlainFunctionGivesTheOutputOfTheRfc(String input, String asked, String answered, String output) {
        assertFollows(Oprf.of(Mode.OPRF), KEY, input, FIRST_BLIND, asked, answered, output);
    }

    @ParameterizedTest
    @CsvSource({
        FIRST_INPUT + ", " + FIRST_BLIND + ", " + FIRST_ASKED + ", " + FIRST_ANSWERED + ", " + FIRST_OUTPUT,
        SECOND_INPUT + ", " + FIRST_BLIND + ", 03cd0f033e791c4d79dfa9c6ed750f2ac009ec46cd4195ca6fd3800d1e9b887dbd, "
                + "030d2985865c693bf7af47ba4d3a3813176576383d19aff003ef7b0784a0d83cf1, " + SECOND_OUTPUT,
        SECOND_INPUT + ", " + SECOND_BLIND + ", 03462e9ae64cae5b83ba98a6b360d942266389ac369b923eb3d557213b1922f8ab, "
                + "02bb24f4d838414aef052a8f044a6771230ca69c0a5677540fff738dd31bb69771, " + SECOND_OUTPUT
    })
    void theVerifiableFunctionGivesTheOutputOfTheRfc(
            String input, String blind, String asked, String answered, String output) {
        assertFollows(Oprf.of(Mode.VOPRF), VERIFIED_KEY, input, blind, asked, answered, output);
    }

    @ParameterizedTest
    @CsvSource({
        FIRST_ASKED + ", " + FIRST_ANSWERED + ", " + SECOND_BLIND
                + ", e7c2b3c5c954c035949f1f74e6bce2ed539a3be267d1481e9ddb178533df4c26"
                + "64f69d065c604a4fd953e100b856ad83804eb3845189babfa5a702090d6fc5fa",
        "03cd0f033e791c4d79dfa9c6ed750f2ac009ec46cd4195ca6fd3800d1e9b887dbd, "
                + "030d2985865c693bf7af47ba4d3a3813176576383d19aff003ef7b0784a0d83cf1, " + SECOND_BLIND
                + ", 2787d729c57e3d9512d3aa9e8708ad226bc48e0f1750b0767aaff73482c44b8d"
                + "2873d74ec88aebd3504961acea16790a05c542d9fbff4fe269a77510db00abab",
        FIRST_ASKED + " 03462e9ae64cae5b83ba98a6b360d942266389ac369b923eb3d557213b1922f8ab, " + FIRST_ANSWERED
                + " 02bb24f4d838414aef052a8f044a6771230ca69c0a5677540fff738dd31bb69771, "
                + "350e8040f828bf6ceca27405420cdf3d63cb3aef005f40ba51943c8026877963, "
                + "bdcc351707d02a72ce49511c7db990566d29d6153ad6f8982fad2b435d6ce4d6"
                + "0da1e6b3fa740811bde34dd4fe0aa1b5fe6600d0440c9ddee95ea7fad7a60cf2"
    })
    void proofsAreThoseOfTheRfc(String asked, String answered, String random, String proof) {
        Element publicKey = Element.parse(bytes(PUBLIC_KEY));
        Proof made = new Proofs()
                .prove(scalar(VERIFIED_KEY), publicKey, elements(asked), elements(answered), scalar(random));
        assertThat(hex(made.bytes())).isEqualTo(proof);
        assertThat(new Proofs().holds(Proof.parse(bytes(proof)), publicKey, elements(asked), elements(answered)))
                .isTrue();
    }

    private static void assertFollows(
            Oprf oprf, String key, String input, String blind, String asked, String answered, String output) {
        Element question = oprf.blind(bytes(input), scalar(blind));
        Element answer = question.times(scalar(key));
        assertThat(hex(question.bytes())).isEqualTo(asked);
        assertThat(hex(answer.bytes())).isEqualTo(answered);
        assertThat(hex(oprf.finish(bytes(input), answer.times(scalar(blind).inverse()))))
                .isEqualTo(output);
    }

    /** DeriveKeyPair of section 3.2.1, which nothing here needs but these answers. */
    private static String derived(Mode mode) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        byte[] info = "test key".getBytes(StandardCharsets.US_ASCII);
        input.writeBytes(bytes("a3".repeat(32)));
        input.write(0);
        input.write(info.length);
        input.writeBytes(info);
        input.write(0);
        BigInteger key = new HashToScalar(Oprf.of(mode).deriveTag()).number(input.toByteArray());
        return hex(Scalar.of(key).bytes());
    }

    private static List<Element> elements(String hex) {
        return List.of(hex.split(" ")).stream()
                .map(element -> Element.parse(bytes(element)))
                .toList();
    }

    private static Scalar scalar(String hex) {
        return Scalar.of(bytes(hex));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
