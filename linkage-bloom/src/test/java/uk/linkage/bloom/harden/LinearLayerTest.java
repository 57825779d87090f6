package uk.linkage.bloom.harden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.linkage.bloom.BloomShape;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.Fixtures;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenGroup;
import uk.linkage.bloom.TokenSet;
import uk.linkage.bloom.TokenTable;

class LinearLayerTest {
    private static final int[] LENGTHS = {64, 128, 192, 576, 1024};

    @Test
    void itsCodesOfTokensAreTheCodesOfTheirFilters() {
        Random random = new Random(1);
        for (int bits : LENGTHS) {
            for (int outputBits : LENGTHS) {
                Hardening.Keyed keyed = new Diffusion(outputBits, 8).keyed(seed(random), bits);
                holds(random, keyed, new BloomShape(bits), outputBits / 64);
            }
        }
    }

    /** Groups come again under the same encoder, and crowded filters have each bit set many times. */
    private static void holds(Random random, Hardening.Keyed keyed, BloomShape shape, int words) {
        CodeEncoder fast = keyed.encoder(shape);
        CodeEncoder plain = new FilterThenCode(shape, keyed);
        List<TokenGroup> groups = groups(random);
        TokenTable table = new TokenTable(shape);
        TokenSet tokens = new TokenSet(table);
        for (int record = 0; record < 60; record++) {
            tokens.clear();
            random.ints(record % 13, 0, groups.size()).forEach(i -> tokens.add(groups.get(i)));
            for (int i = 0; i < record % 7 * 11; i++) {
                tokens.add(table.add(new KeyedToken(seed(random), 1 + random.nextInt(8))));
            }
            assertThat(code(fast, tokens, words))
                    .as("record %d, %d to %d bits", record, shape.bits(), 64 * words)
                    .isEqualTo(code(plain, tokens, words));
        }
    }

    private static List<TokenGroup> groups(Random random) {
        List<TokenGroup> groups = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<KeyedToken> tokens = new ArrayList<>();
            for (int t = 0; t < i; t++) {
                tokens.add(new KeyedToken(seed(random), 1 + random.nextInt(8)));
            }
            tokens.addAll(tokens.subList(0, i / 3)); // some twice, as in ANAN
            groups.add(new TokenGroup(tokens));
        }
        return groups;
    }

    /** The words before and after are nobody's and stay. */
    private static List<Long> code(CodeEncoder encoder, TokenSet tokens, int words) {
        long[] code = new long[words + 2];
        Arrays.fill(code, 42);
        encoder.encode(tokens, code, 1);
        return Arrays.stream(code).boxed().toList();
    }

    @Test
    void aGroupThatAnotherEncoderHasSeenIsWorkedOutAnew() {
        Random random = new Random(2);
        TokenSet tokens = new TokenSet();
        tokens.add(groups(random).get(19));
        Hardening.Keyed one = new Diffusion(1024, 8).keyed(seed(random), 1024);
        Hardening.Keyed other = new Diffusion(1024, 8).keyed(seed(random), 1024);
        BloomShape shape = new BloomShape(1024);
        List<Long> alone = code(one.encoder(shape), tokens, 16);
        assertThat(code(other.encoder(shape), tokens, 16)).isNotEqualTo(alone);
        assertThat(code(one.encoder(shape), tokens, 16)).isEqualTo(alone);
    }

    @Test
    void numbersOfATableForAnotherShapeAreRefused() {
        TokenTable table = new TokenTable(new BloomShape(128));
        TokenSet tokens = new TokenSet(table);
        tokens.add(table.add(new KeyedToken(new byte[32], 8)));
        CodeEncoder encoder = new Diffusion(64, 8).keyed(new byte[32], 64).encoder(new BloomShape(64));
        assertThatThrownBy(() -> encoder.encode(tokens, new long[1], 0))
                .hasMessage("tokens of a table for filters of 128 bits cannot set bits of one of 64");
    }

    @Test
    void whatIsLinearIsTheSameAsColumns() {
        Random random = new Random(3);
        Hardening.Keyed folded = filter -> new Encoding(new long[] {filter.word(0) ^ filter.word(1)});
        LinearLayer layer = LinearLayer.of(folded, 128);
        for (int i = 0; i < 100; i++) {
            Encoding filter = Fixtures.random(random, 128, 0.3);
            assertThat(layer.apply(filter)).isEqualTo(folded.apply(filter));
        }
        holds(random, layer, new BloomShape(128), 1);
    }

    @Test
    void aHardeningThatIsNotLinearIsRefused() {
        Hardening.Keyed complement = filter -> new Encoding(new long[] {~filter.word(0)});
        assertThatThrownBy(() -> LinearLayer.of(complement, 64))
                .hasMessage("a hardening that sets bits in the code of an empty filter is not linear");
    }

    @Test
    void nothingPrints() {
        assertThat(new Diffusion(64, 8).keyed(new byte[32], 64)).hasToString("LinearLayer[…]");
        assertThat(new TokenGroup(List.of(new KeyedToken(new byte[32], 1)))).hasToString("TokenGroup[1]");
        assertThat(new TokenTable(new BloomShape(64))).hasToString("TokenTable[0]");
    }

    private static byte[] seed(Random random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return seed;
    }
}
