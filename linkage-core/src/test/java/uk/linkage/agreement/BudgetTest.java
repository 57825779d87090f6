package uk.linkage.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.linkage.Vectors;
import uk.linkage.agreement.Budget.PerFeature;
import uk.linkage.agreement.Budget.PerToken;

class BudgetTest {
    private final ObjectNode json = Vectors.agreementJson();
    private final ObjectNode feature = (ObjectNode) json.at("/components/0/features/0");

    @Test
    void bitsOfATokenDoNotDependOnTheOthers() {
        assertThat(new PerToken(7).positions(0, 1)).isEqualTo(7);
        assertThat(new PerToken(7).positions(11, 12)).isEqualTo(7);
    }

    @Test
    void bitsOfAFeatureAreSpreadWholeAndEvenlyTheFirstTokensHavingWhatIsOver() {
        for (int bits = 1; bits <= 60; bits++) {
            for (int tokens = 1; tokens <= 40; tokens++) {
                PerFeature budget = new PerFeature(bits);
                int of = tokens;
                int[] spread = IntStream.range(0, tokens)
                        .map(rank -> budget.positions(rank, of))
                        .toArray();
                assertThat(spread).as("%d over %d", bits, tokens).satisfies(given -> {
                    assertThat(IntStream.of(given).sum()).isEqualTo(budget.amount());
                    assertThat(given[0] - given[given.length - 1]).isBetween(0, 1);
                    assertThat(IntStream.of(given).boxed().toList()).isSortedAccordingTo((a, b) -> b - a);
                });
            }
        }
    }

    @Test
    void aFeatureSaysOneOfTheTwo() {
        feature.remove("positions");
        feature.put("bits", 40);
        Agreement agreement = Vectors.agreement(json);
        assertThat(agreement.component("forename").features().get(0).budget()).isEqualTo(new PerFeature(40));
        assertThat(new String(AgreementFile.canonical(agreement), StandardCharsets.UTF_8))
                .contains("{\"bits\":40,\"field\":\"forename\",\"tokens\":\"bigrams\"}");
        feature.put("positions", 4);
        assertThat(faults())
                .contains("components[0].features[0].bits: must not stand beside positions: one of the two");
        feature.remove(List.of("positions", "bits"));
        assertThat(faults())
                .containsExactly(
                        "components[0].features[0].positions: is missing; it must be a whole number from 1 to 64");
    }

    @Test
    void noFeatureSetsMoreBitsThanTheFilterHas() {
        feature.remove("positions");
        feature.put("bits", 512);
        String tooMany = "components.forename: must not set more bits with bigrams of forename than the filter has";
        assertThat(faults()).doesNotContain(tooMany);
        ((ObjectNode) json.get("encoding")).put("filter_bits", 448);
        assertThat(faults()).contains(tooMany);
        feature.put("bits", 513);
        assertThat(faults()).containsExactly("components[0].features[0].bits: must be a whole number from 1 to 512");
    }

    private List<String> faults() {
        InvalidAgreement invalid = catchThrowableOfType(InvalidAgreement.class, () -> Vectors.agreement(json));
        assertThat(invalid).as("refusal").isNotNull();
        return invalid.faults();
    }
}
