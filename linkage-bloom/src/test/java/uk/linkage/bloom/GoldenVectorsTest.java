package uk.linkage.bloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.linkage.bloom.harden.Diffusion;

/** Filters and codes agree with {@code docs/format.md} as {@code testdata/vectors} has it. */
class GoldenVectorsTest {

    @TestFactory
    Stream<DynamicTest> filtersAgree() {
        return each("filter", vector -> {
            BloomShape shape = new BloomShape(vector.at("/in/bits").intValue());
            TokenSet tokens = new TokenSet();
            List<List<Integer>> positions = new ArrayList<>();
            for (JsonNode token : vector.at("/in/tokens")) {
                byte[] digest = bytes(token.get("digest"));
                int count = token.get("positions").intValue();
                tokens.add(new KeyedToken(digest, count));
                positions.add(list(new BitStream(digest).distinct(count, shape.bits())));
            }
            assertThat(positions).isEqualTo(lists(vector.at("/out/positions")));
            assertThat(hex(shape.newEncoder().encode(tokens)))
                    .isEqualTo(vector.at("/out/filter").textValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> codesAgree() {
        return each("diffusion", vector -> {
            byte[] filter = bytes(vector.at("/in/filter"));
            byte[] seed = bytes(vector.at("/in/seed"));
            int bits = filter.length * 8;
            int taps = vector.at("/in/taps").intValue();
            BitStream stream = new BitStream(seed);
            for (JsonNode drawn : vector.at("/out/first_taps")) {
                assertThat(list(stream.distinct(taps, bits))).isEqualTo(numbers(drawn));
            }
            Diffusion diffusion = new Diffusion(vector.at("/in/code_bits").intValue(), taps);
            Encoding code = diffusion.keyed(seed, bits).apply(Encoding.ofBytes(ByteBuffer.wrap(filter), bits));
            assertThat(hex(code)).isEqualTo(vector.at("/out/code").textValue());
        });
    }

    private static Stream<DynamicTest> each(String rule, Consumer<JsonNode> test) {
        JsonNode cases = read(rule).get("cases");
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false)
                .map(vector -> dynamicTest(vector.get("name").textValue(), () -> test.accept(vector)));
    }

    private static JsonNode read(String rule) {
        Path file = Path.of(System.getProperty("linkage.root"), "testdata", "vectors", rule + ".json");
        try {
            return new JsonMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static List<List<Integer>> lists(JsonNode node) {
        List<List<Integer>> lists = new ArrayList<>();
        node.forEach(item -> lists.add(numbers(item)));
        return lists;
    }

    private static List<Integer> numbers(JsonNode node) {
        List<Integer> numbers = new ArrayList<>();
        node.forEach(item -> numbers.add(item.intValue()));
        return numbers;
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.textValue());
    }

    private static String hex(Encoding encoding) {
        return HexFormat.of().formatHex(encoding.toBytes());
    }
}
