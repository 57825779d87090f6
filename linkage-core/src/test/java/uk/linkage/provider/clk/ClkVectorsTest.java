package uk.linkage.provider.clk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.linkage.Vectors;
import uk.linkage.provider.extract.Rejects;

/** CLKs are those that clkhash itself made of the same schema, secret and rows. */
class ClkVectorsTest {

    @TestFactory
    Stream<DynamicTest> clksAgreeWithClkhash() {
        return Vectors.each("clk", (in, out) -> {
            byte[] json = in.get("schema").toString().getBytes(StandardCharsets.UTF_8);
            ClkEncoder encoder = ClkSchema.parse(json, "schema.json")
                    .encoder(Schemas.secret(in.get("secret").textValue()));
            Rejects rejects = new Rejects(fault -> {
                throw new AssertionError(fault.text());
            });
            List<String> clks = new ArrayList<>();
            for (JsonNode row : in.get("rows")) {
                clks.add(Base64.getEncoder().encodeToString(encoder.encode(2, texts(row), rejects)));
            }
            assertThat(clks).isEqualTo(texts(out.get("clks")));
        });
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
