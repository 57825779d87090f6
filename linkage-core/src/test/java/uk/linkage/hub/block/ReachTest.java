package uk.linkage.hub.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;

class ReachTest {
    private final ObjectNode json = Vectors.agreementJson();
    private final ArrayNode steps = (ArrayNode) json.at("/encoding/hardening");

    @Test
    void underEightTapsOrMoreCodesAreLookedAtAsFarAsTheyCanTell() {
        assertThat(Reach.of(Vectors.agreement(json))).isEqualTo(new Reach(0.65, 0.7, 512, true));
        ((ObjectNode) steps.get(0)).put("taps", 12);
        assertThat(Reach.of(Vectors.agreement(json))).isEqualTo(new Reach(0.65, 0.7, 512, true));
    }

    @Test
    void anExactSearchGoesDownToWhatChanceBrings() {
        Reach reach = Reach.of(Vectors.agreement(json));
        assertThat(reach.exact(1.349898, 2000, 2000)).isCloseTo(0.5 + 3 / (2 * Math.sqrt(512)), within(1e-3));
    }

    @Test
    void plainFiltersAreLookedAtAsFarAsTheirDistanceReaches() {
        steps.removeAll();
        accept("unhardened");
        Reach reach = Reach.of(Vectors.agreement(json));
        assertThat(reach.least()).isCloseTo(0.9, within(1e-9));
        assertThat(reach.sure()).isCloseTo(0.92, within(1e-9));
        assertThat(reach.drowned()).isFalse();
        assertThat(reach.exact(2, 100_000, 100_000)).isEqualTo(reach.least());
    }

    @Test
    void aWeakHardeningReachesAsFarInTheFilters() {
        ((ObjectNode) steps.get(0)).put("taps", 2);
        accept("few-taps");
        Reach reach = Reach.of(Vectors.agreement(json));
        assertThat(reach.least()).isCloseTo((1 + Math.pow(1 - 0.2, 2)) / 2, within(1e-9));
        assertThat(reach.sure()).isCloseTo((1 + Math.pow(1 - 0.16, 2)) / 2, within(1e-9));
    }

    private void accept(String risk) {
        ((ArrayNode) json.get("accepted_risks"))
                .addObject()
                .put("risk", risk)
                .put("where", "encoding.hardening")
                .put("reason", "On invented people");
    }
}
