package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.KeyedToken;
import uk.linkage.bloom.TokenSet;

class BrokenEncodingsTest {
    private static final byte[] SEED = new byte[32];

    @TestFactory
    Stream<DynamicTest> tabulationMinHashesAgree() throws IOException {
        return each("tabulation-min-hash", vector -> {
            JsonNode in = vector.get("in");
            var worker = new BrokenTabulationMinHash(
                    bytes(in.get("seed")), in.get("bits").intValue());
            assertThat(HexFormat.of().formatHex(worker.encode(tokens(in)).toBytes()))
                    .isEqualTo(vector.at("/out/code").textValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> twoStepHashesAgree() throws IOException {
        return each("two-step-hash", vector -> {
            JsonNode in = vector.get("in");
            var worker = new BrokenTwoStepHash(
                    bytes(in.get("seed")),
                    in.get("columns").intValue(),
                    in.get("rows").intValue());
            assertThat(Arrays.stream(worker.encode(tokens(in))).mapToObj(HexFormat.of()::toHexDigits))
                    .containsExactlyElementsOf(
                            StreamSupport.stream(vector.at("/out/numbers").spliterator(), false)
                                    .map(JsonNode::textValue)
                                    .toList());
        });
    }

    @Test
    void tabulationMinHashesAgreeAsTheJaccardSimilaritySays() {
        var worker = new BrokenTabulationMinHash(SEED, 1024);
        Random random = new Random(1);
        byte[][] digests = digests(random, 60);
        Encoding left = worker.encode(tokens(digests, 0, 45));
        Encoding right = worker.encode(tokens(digests, 15, 60));
        assertThat(left.differing(right)).isBetween(256 - 70, 256 + 70); // J = 1/2: five standard deviations
    }

    @Test
    void jaccardIsWhatIsSharedOfAllThatIsThere() {
        assertThat(BrokenTwoStepHash.jaccard(new long[] {-3, 1, 2}, new long[] {1, 2, 9, 11}))
                .isCloseTo(2 / 5.0, within(1e-12));
        assertThat(BrokenTwoStepHash.jaccard(new long[0], new long[0])).isZero();
    }

    private static byte[][] digests(Random random, int count) {
        byte[][] digests = new byte[count][32];
        for (byte[] digest : digests) {
            random.nextBytes(digest);
        }
        return digests;
    }

    private static TokenSet tokens(byte[][] digests, int from, int to) {
        TokenSet tokens = new TokenSet();
        Arrays.stream(digests, from, to).forEach(digest -> tokens.add(new KeyedToken(digest, 1)));
        return tokens;
    }

    private static TokenSet tokens(JsonNode in) {
        TokenSet tokens = new TokenSet();
        in.get("digests").forEach(digest -> tokens.add(new KeyedToken(bytes(digest), 1)));
        return tokens;
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.textValue());
    }

    private static Stream<DynamicTest> each(String rule, Consumer<JsonNode> check) throws IOException {
        Path file = Path.of(System.getProperty("linkage.root"), "testdata", "vectors", rule + ".json");
        JsonNode cases = new JsonMapper().readTree(file.toFile()).get("cases");
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false)
                .map(vector -> dynamicTest(vector.get("name").textValue(), () -> check.accept(vector)));
    }
}
