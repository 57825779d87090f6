package uk.linkage.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;

/** The stable JSON form of an {@link Evaluation}. Names may be added in a later version; none changes or goes. */
final class EvaluationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationJson() {}

    static ObjectNode of(Evaluation evaluation) {
        ObjectNode json = NODES.objectNode();
        json.set("pairwise", pairwise(NODES.objectNode(), evaluation.pairwise()));
        json.set("cluster", cluster(evaluation.cluster()));
        ArrayNode providers = json.putArray("providers");
        evaluation.providers().forEach(pair -> providers.add(provider(pair)));
        json.set("truth", truth(evaluation.truth()));
        json.putObject("interval_unit")
                .put("precision", "cluster")
                .put("recall", "person")
                .put("f1", "clusters and people with common records");
        return json;
    }

    private static ObjectNode pairwise(ObjectNode json, Confusion pairs) {
        measures(json, pairs);
        return json.put("true_positives", pairs.truePositives())
                .put("false_positives", pairs.falsePositives())
                .put("false_negatives", pairs.falseNegatives());
    }

    private static ObjectNode cluster(ClusterQuality quality) {
        ObjectNode json = NODES.objectNode();
        measures(json, quality.exact());
        json.put("exact", quality.exact().truePositives())
                .put("clusters", quality.clusters())
                .put("people", quality.people());
        json.set("b_cubed", bCubed(quality.bCubed()));
        return json;
    }

    private static ObjectNode provider(ProviderPair pair) {
        ObjectNode json = NODES.objectNode().put("left", pair.left()).put("right", pair.right());
        return pairwise(json, pair.pairwise());
    }

    private static ObjectNode truth(TruthCounts truth) {
        return NODES.objectNode()
                .put("form", truth.form().name().toLowerCase(Locale.ROOT))
                .put("rows", truth.rows())
                .put("records", truth.records())
                .put("people", truth.people())
                .put("pairs", truth.pairs())
                .put("records_not_in_run", truth.recordsNotInRun())
                .put("run_records_not_in_truth", truth.runRecordsNotInTruth());
    }

    private static void measures(ObjectNode json, Confusion confusion) {
        ArrayNode undefined = NODES.arrayNode();
        value(json, undefined, "precision", confusion.precision());
        value(json, undefined, "recall", confusion.recall());
        value(json, undefined, "f1", confusion.f1());
        interval(json, "precision_interval", confusion.precision());
        interval(json, "recall_interval", confusion.recall());
        interval(json, "f1_interval", confusion.f1());
        json.set("undefined", undefined);
    }

    private static void value(ObjectNode json, ArrayNode undefined, String name, Estimate estimate) {
        value(json, name, estimate);
        if (estimate instanceof Estimate.Undefined) {
            undefined.add(name);
        }
    }

    /** Null where it is undefined. */
    static void value(ObjectNode json, String name, Estimate estimate) {
        if (estimate instanceof Estimate.Measured measured) {
            json.put(name, measured.value());
        } else {
            json.putNull(name);
        }
    }

    /** With its interval; both null where it is undefined. */
    static void estimate(ObjectNode json, String name, Estimate estimate) {
        value(json, name, estimate);
        interval(json, name + "_interval", estimate);
    }

    private static void interval(ObjectNode json, String name, Estimate estimate) {
        if (estimate instanceof Estimate.Measured measured) {
            json.putArray(name).add(measured.low()).add(measured.high());
        } else {
            json.putNull(name);
        }
    }

    private static ObjectNode bCubed(BCubed bCubed) {
        ObjectNode json = NODES.objectNode();
        ArrayNode undefined = NODES.arrayNode();
        value(json, undefined, "precision", bCubed.precision());
        value(json, undefined, "recall", bCubed.recall());
        value(json, undefined, "f1", bCubed.f1());
        json.set("undefined", undefined);
        return json;
    }

    private static void value(ObjectNode json, ArrayNode undefined, String name, OptionalDouble value) {
        value(json, name, value);
        if (value.isEmpty()) {
            undefined.add(name);
        }
    }

    /** Null where there is none. */
    static void value(ObjectNode json, String name, OptionalDouble value) {
        if (value.isPresent()) {
            json.put(name, value.getAsDouble());
        } else {
            json.putNull(name);
        }
    }
}
