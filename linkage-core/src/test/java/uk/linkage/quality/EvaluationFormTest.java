package uk.linkage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvaluationFormTest {
    private static final Evaluation MEASURED = new Evaluation(
            new Confusion(97, 3, 10),
            new ClusterQuality(
                    new Confusion(80, 20, 0),
                    new BCubed(OptionalDouble.of(0.5), OptionalDouble.of(0.25), OptionalDouble.of(1 / 3.0))),
            List.of(new ProviderPair("census", "survey", new Confusion(97, 3, 10))),
            new TruthCounts(Truth.Form.PAIRS, 107, 214, 107, 107, 4, 5));
    private static final Evaluation NOTHING = new Evaluation(
            new Confusion(0, 0, 0),
            new ClusterQuality(
                    new Confusion(0, 0, 0),
                    new BCubed(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty())),
            List.of(new ProviderPair("census", "census", new Confusion(0, 0, 0))),
            new TruthCounts(Truth.Form.PEOPLE, 0, 0, 0, 0, 0, 0));

    @Test
    void theJsonHasItsStableNames() throws IOException {
        JsonNode json = reread(MEASURED);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("pairwise", "cluster", "providers", "truth", "interval_unit");
        assertThat(json.get("pairwise").fieldNames())
                .toIterable()
                .containsExactly(
                        "precision",
                        "recall",
                        "f1",
                        "precision_interval",
                        "recall_interval",
                        "f1_interval",
                        "undefined",
                        "true_positives",
                        "false_positives",
                        "false_negatives");
        assertThat(json.get("providers").get(0).fieldNames()).toIterable().startsWith("left", "right", "precision");
        assertThat(json.get("truth").toString())
                .isEqualTo("{\"form\":\"pairs\",\"rows\":107,\"records\":214,\"people\":107,\"pairs\":107,"
                        + "\"records_not_in_run\":4,\"run_records_not_in_truth\":5}");
    }

    @Test
    void theJsonHoldsTheFigures() throws IOException {
        JsonNode json = reread(MEASURED);
        assertThat(json.at("/pairwise/precision").asDouble()).isEqualTo(0.97);
        assertThat(json.at("/pairwise/precision_interval/0").asDouble()).isBetween(0.9154, 0.9156);
        assertThat(json.at("/pairwise/precision_interval/1").asDouble()).isBetween(0.9896, 0.9898);
        assertThat(json.at("/pairwise/false_negatives").asLong()).isEqualTo(10);
        assertThat(json.at("/pairwise/undefined")).isEmpty();
        assertThat(json.at("/cluster/recall").asDouble()).isEqualTo(1);
        assertThat(json.at("/cluster/exact").asLong()).isEqualTo(80);
        assertThat(json.at("/cluster/clusters").asLong()).isEqualTo(100);
        assertThat(json.at("/cluster/people").asLong()).isEqualTo(80);
        assertThat(json.at("/cluster/b_cubed/recall").asDouble()).isEqualTo(0.25);
    }

    @Test
    void whatIsUndefinedIsNullAndNamed() throws IOException {
        JsonNode json = reread(NOTHING);
        for (String part : List.of("/pairwise", "/cluster", "/cluster/b_cubed", "/providers/0")) {
            assertThat(json.at(part + "/f1").isNull()).as(part).isTrue();
            assertThat(json.at(part + "/undefined").toString()).as(part).isEqualTo("[\"precision\",\"recall\",\"f1\"]");
        }
        assertThat(json.at("/pairwise/f1_interval").isNull()).isTrue();
        assertThat(json.toString()).doesNotContain("NaN");
    }

    @Test
    void theTextReadsAsAPage() {
        assertThat(MEASURED.toText()).isEqualTo("""
                        Pairs of records, with 95 % intervals that take people as their unit
                          precision   0.9700 (0.9155 to 0.9897)
                          recall      0.9065 (0.8365 to 0.9484)
                          F1          0.9372 (0.8940 to 0.9635)
                          true positives 97, false positives 3, false negatives 10
                        People of two or more records recovered exactly
                          precision   0.8000 (0.7112 to 0.8666)
                          recall      1.0000 (0.9542 to 1.0000)
                          F1          0.8889 (0.8312 to 0.9286)
                          recovered 80 of 80 people; 100 clusters
                          B-cubed     precision 0.5000, recall 0.2500, F1 0.3333
                        Between census and survey
                          precision   0.9700 (0.9155 to 0.9897)
                          recall      0.9065 (0.8365 to 0.9484)
                          F1          0.9372 (0.8940 to 0.9635)
                          true positives 97, false positives 3, false negatives 10
                        Truth
                          214 records of 107 people with 107 pairs
                          truth records not in the run: 4
                          run records not in the truth: 5
                        """);
    }

    @Test
    void theTextSaysWhatIsUndefinedAndWhy() {
        assertThat(NOTHING.toText())
                .contains("precision   undefined (nothing was linked)")
                .contains("recall      undefined (nothing was there to link)")
                .contains("B-cubed     precision undefined, recall undefined, F1 undefined")
                .contains("Within census")
                .doesNotContain("NaN");
    }

    private static JsonNode reread(Evaluation evaluation) throws IOException {
        return new ObjectMapper().readTree(evaluation.toJson().toString());
    }
}
