package uk.linkage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.linkage.agreement.CanonicalJson;

class SelfEstimateTest {
    @Test
    void aRunThatSaysNothingOfItselfHasNoEstimate() throws IOException {
        assertThat(of("{\"pairs\":[{\"candidates\":7}]}").text("precision")).isEqualTo("-");
        assertThat(of("{}").text("recall")).isEqualTo("-");
    }

    @Test
    void aMeasureComesWithItsInterval() throws IOException {
        SelfEstimate estimate =
                of("{\"pairs\":[{\"estimate\":{\"precision\":{\"value\":0.9931,\"low\":0.99,\"high\":0.995},"
                        + "\"recall\":\"undetermined\"}}]}");
        assertThat(estimate.text("precision")).isEqualTo("0.9931 (0.9900 to 0.9950)");
        assertThat(estimate.text("recall")).isEqualTo("undetermined");
    }

    @Test
    void ofSeveralProvidersEveryTwoAreTold() throws IOException {
        SelfEstimate estimate = of("{\"pairs\":[{\"estimate\":{\"recall\":{\"value\":0.5}}},"
                + "{\"estimate\":{\"recall\":{\"value\":\"undetermined\"}}},{}]}");
        assertThat(estimate.text("recall")).isEqualTo("0.5000 / undetermined / -");
    }

    private static SelfEstimate of(String json) throws IOException {
        return SelfEstimate.of(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}
