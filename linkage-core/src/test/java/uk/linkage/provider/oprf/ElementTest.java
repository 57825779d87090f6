package uk.linkage.provider.oprf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
    private static final Element SOME = new HashToCurve("element-test").element(new byte[] {1});

    @Test
    void aPointComesBackFromItsBytes() {
        assertThat(Element.parse(SOME.bytes())).isEqualTo(SOME);
        assertThat(SOME.bytes()).hasSize(Element.BYTES);
    }

    @Test
    void whatABlindDoesItsInverseUndoes() {
        Scalar blind = Scalar.random();
        assertThat(SOME.times(blind)).isNotEqualTo(SOME);
        assertThat(SOME.times(blind).times(blind.inverse())).isEqualTo(SOME);
    }

    @Test
    void secretsMayBeAppliedInAnyOrder() {
        Scalar a = Scalar.random();
        Scalar b = Scalar.random();
        assertThat(SOME.times(a).times(b)).isEqualTo(SOME.times(b).times(a));
    }

    /** x = 1 has no y on P-256; x = p and more is not below p; the others are infinity, not compressed, hybrid, of another length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "020000000000000000000000000000000000000000000000000000000000000001",
                "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
                "03ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "000000000000000000000000000000000000000000000000000000000000000000",
                "00",
                "",
                "04e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b102462",
                "06e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b102462",
                "03e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b1024",
                "03e17e70604bcabe198882c0a1f27a92441e774224ed9c702e51dd17038b10246200"
            })
    void whatIsNoPointIsRefused(String hex) {
        assertThatThrownBy(() -> Element.parse(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a point is not");
    }

    @Test
    void theUncompressedFormIsRefused() {
        assertThatThrownBy(() -> Element.parse(SOME.point().getEncoded(false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void infinityIsNoElement() {
        Scalar one = Scalar.of(BigInteger.ONE);
        Scalar minusOne = Scalar.of(P256.ORDER.subtract(BigInteger.ONE));
        assertThat(SOME.times(one)).isEqualTo(SOME);
        assertThatThrownBy(() -> SOME.plus(SOME.times(minusOne)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("infinity");
    }

    @Test
    void aScalarIsFromOneToTheOrderLessOne() {
        for (BigInteger bad : List.of(BigInteger.ZERO, P256.ORDER, P256.ORDER.add(BigInteger.ONE))) {
            byte[] bytes = BigIntegers.asUnsignedByteArray(Scalar.BYTES, bad);
            assertThatThrownBy(() -> Scalar.of(bytes)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Scalar.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThat(Scalar.random()).isNotEqualTo(Scalar.random());
    }

    @Test
    void manyAreWhatOneByOneGives() {
        Scalar secret = Scalar.random();
        int count = 300;
        Elements many = Elements.hashed("many", count, ElementTest::input, i -> secret, done -> {});
        Elements answered = many.times(i -> secret, done -> {});
        for (int i = 0; i < count; i++) {
            Element one = new HashToCurve("many").element(input(i)).times(secret);
            assertThat(many.get(i)).isEqualTo(one);
            assertThat(answered.get(i)).isEqualTo(one.times(secret));
        }
        assertThat(many.plus(answered).get(7)).isEqualTo(many.get(7).plus(answered.get(7)));
    }

    @Test
    void aReceivedPointThatIsNoneIsRefusedWithTheFile() {
        byte[] bytes = Elements.hashed("many", 200, ElementTest::input, i -> Scalar.random(), done -> {})
                .bytes();
        Arrays.fill(bytes, 150 * Element.BYTES, 151 * Element.BYTES, (byte) 0);
        Elements received = Elements.received(bytes, "a.psi1");
        assertThatThrownBy(() -> received.times(i -> Scalar.random(), done -> {}))
                .isInstanceOf(ProtocolFault.class)
                .hasMessageStartingWith("a.psi1: a point is not");
        assertThatThrownBy(() -> Elements.received(new byte[34], "a.psi1")).isInstanceOf(ProtocolFault.class);
    }

    @Test
    void aPointThatComesTwiceIsRefused() {
        byte[] bytes = Elements.hashed("many", 5, ElementTest::input, i -> Scalar.of(BigInteger.TWO), done -> {})
                .bytes();
        System.arraycopy(bytes, 0, bytes, 4 * Element.BYTES, Element.BYTES);
        assertThatThrownBy(() -> Elements.received(bytes, "a.psi1").requireDistinct())
                .isInstanceOf(ProtocolFault.class)
                .hasMessage("a.psi1: holds a point twice");
    }

    @Test
    void nothingPrints() {
        assertThat(SOME).hasToString("Element[…]");
        assertThat(Scalar.random()).hasToString("Scalar[…]");
    }

    private static byte[] input(int i) {
        return Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
    }
}
