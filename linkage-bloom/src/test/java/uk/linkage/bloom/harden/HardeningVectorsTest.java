package uk.linkage.bloom.harden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.linkage.bloom.BitStream;
import uk.linkage.bloom.Encoding;

/** Every hardening agrees with section 11 of {@code docs/format.md} as {@code testdata/vectors} has it. */
class HardeningVectorsTest {

    @TestFactory
    Stream<DynamicTest> permutationsAgree() {
        return each("permutation", in -> keyed(new Permutation(), in));
    }

    @TestFactory
    Stream<DynamicTest> ordersAgree() {
        return cases("permutation")
                .map(vector -> dynamicTest(vector.get("name").textValue(), () -> {
                    int[] order = Permutation.shuffled(
                            new BitStream(bytes(vector.at("/in/seed"))),
                            filter(vector.get("in")).bits());
                    assertThat(Arrays.toString(order))
                            .isEqualTo(vector.at("/out/order").toString().replace(",", ", "));
                }));
    }

    @TestFactory
    Stream<DynamicTest> balancedCodesAgree() {
        return each("balancing", in -> keyed(new Balancing(), in));
    }

    @TestFactory
    Stream<DynamicTest> foldsAgree() {
        return each("xor-fold", in -> keyed(new XorFold(in.get("times").intValue()), in));
    }

    @TestFactory
    Stream<DynamicTest> rule90Agrees() {
        return each("rule-90", in -> keyed(new Rule90(), in));
    }

    @TestFactory
    Stream<DynamicTest> randomisedResponsesAgreeForTheSameRandomBytes() {
        return each(
                "randomised-response",
                in -> new RandomisedResponse(Double.parseDouble(in.get("flip").textValue()))
                        .answer(filter(in), bytes(in.get("random"))));
    }

    private static Encoding keyed(Hardening hardening, JsonNode in) {
        Encoding filter = filter(in);
        return hardening.keyed(bytes(in.path("seed")), filter.bits()).apply(filter);
    }

    private static Encoding filter(JsonNode in) {
        byte[] filter = bytes(in.get("filter"));
        return Encoding.ofBytes(ByteBuffer.wrap(filter), filter.length * 8);
    }

    /** None where there is no such property. */
    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asText());
    }

    private static Stream<DynamicTest> each(String rule, Function<JsonNode, Encoding> code) {
        return cases(rule)
                .map(vector -> dynamicTest(
                        vector.get("name").textValue(),
                        () -> assertThat(HexFormat.of()
                                        .formatHex(code.apply(vector.get("in")).toBytes()))
                                .isEqualTo(vector.at("/out/code").textValue())));
    }

    private static Stream<JsonNode> cases(String rule) {
        Path file = Path.of(System.getProperty("linkage.root"), "testdata", "vectors", rule + ".json");
        try {
            JsonNode cases = new JsonMapper().readTree(file.toFile()).get("cases");
            assertThat(cases).isNotEmpty();
            return StreamSupport.stream(cases.spliterator(), false);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
