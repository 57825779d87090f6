package uk.linkage.bloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BloomEncoderTest {
    private final BloomShape shape = new BloomShape(1024);

    private static KeyedToken token(int i, int positions) {
        return new KeyedToken(ByteBuffer.allocate(32).putInt(i).array(), positions);
    }

    private static TokenSet tokens(int... numbers) {
        TokenSet tokens = new TokenSet();
        for (int n : numbers) {
            tokens.add(token(n, 4));
        }
        return tokens;
    }

    @Test
    void aTokenSetsExactlyItsBudgetOfBits() {
        for (int i = 0; i < 1000; i++) {
            TokenSet one = new TokenSet();
            one.add(token(i, 1 + i % 64));
            assertThat(shape.newEncoder().encode(one).count()).as("token %d", i).isEqualTo(1 + i % 64);
        }
    }

    @Test
    void orderAndRepetitionOfTokensDoNotMatter() {
        Encoding once = shape.newEncoder().encode(tokens(1, 2, 3));
        assertThat(shape.newEncoder().encode(tokens(3, 1, 2, 2, 1))).isEqualTo(once);
    }

    @Test
    void aUsedEncoderGivesTheSameBitsAsAFreshOne() {
        BloomEncoder used = shape.newEncoder();
        for (int i = 0; i < 70_000; i++) { // past the number of tokens it remembers
            used.encode(tokens(i));
        }
        assertThat(used.encode(tokens(7, 8))).isEqualTo(shape.newEncoder().encode(tokens(7, 8)));
    }

    @Test
    void noTokensGiveNoBits() {
        assertThat(shape.newEncoder().encode(new TokenSet()).count()).isZero();
    }

    @Test
    void bytesComeBackAsTheSameEncoding() {
        Encoding encoding = Fixtures.random(new Random(5), 1024, 0.3);
        assertThat(Encoding.ofBytes(ByteBuffer.wrap(encoding.toBytes()), 1024)).isEqualTo(encoding);
        assertThat(encoding.toBytes()[17] >> 3 & 1).isEqualTo(encoding.get(17 * 8 + 3) ? 1 : 0);
    }

    @Test
    void nothingPrintsItsBits() {
        assertThat(Fixtures.random(new Random(5), 128, 0.3)).hasToString("Encoding[128 bits]");
        assertThat(token(9, 2)).hasToString("KeyedToken[…]");
        assertThat(tokens(1, 2)).hasToString("TokenSet[2]");
    }

    @Test
    void aLengthThatIsNoMultipleOf64IsRefused() {
        assertThatThrownBy(() -> new BloomShape(1000))
                .hasMessage("bits (1000) must be a multiple of 64 from 64 to 65536");
    }

    @Test
    void aBudgetOutOfBoundsIsRefused() {
        assertThatThrownBy(() -> token(1, 513)).hasMessage("positions (513) must be between 1 and 512");
    }
}
