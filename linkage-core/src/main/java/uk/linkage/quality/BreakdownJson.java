package uk.linkage.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/**
 * The stable JSON form of a {@link Breakdown}: {@code groups} and {@code causes}.
 *
 * <p>A count that is withheld is null. A share is told with its interval, or is null with {@code NAME_at_least} or {@code
 * NAME_at_most} beside it, or null alone.
 */
final class BreakdownJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SmallNumbers numbers;

    BreakdownJson(SmallNumbers numbers) {
        this.numbers = numbers;
    }

    ObjectNode of(Breakdown breakdown) {
        ObjectNode json = NODES.objectNode();
        json.put("small_numbers_suppressed", numbers == SmallNumbers.SUPPRESSED);
        ArrayNode groups = json.putArray("groups");
        breakdown.groupings().forEach(grouping -> groups.add(grouping(grouping)));
        json.set("causes", causes(breakdown));
        return json;
    }

    private ObjectNode grouping(Grouping grouping) {
        ObjectNode json = NODES.objectNode().put("grouping", grouping.name());
        ArrayNode groups = json.putArray("groups");
        grouping.groups().forEach(quality -> groups.add(group(quality)));
        grouping.recallGap(numbers).ifPresent(gap -> json.set("recall_gap", gap(gap)));
        return json;
    }

    private ObjectNode group(GroupQuality quality) {
        Confusion pairs = quality.pairwise();
        ObjectNode json = NODES.objectNode().put("group", quality.group());
        count(json, "true_positives", pairs.truePositives());
        count(json, "false_positives", pairs.falsePositives());
        count(json, "false_negatives", pairs.falseNegatives());
        share(json, "precision", numbers.precision(pairs));
        share(json, "recall", numbers.recall(pairs));
        count(json, "people", quality.people());
        share(
                json,
                "recovered",
                numbers.share(quality.recovered(), quality.people() - quality.recovered(), "nobody has two records"));
        json.set("b_cubed", bCubed(quality));
        return json;
    }

    /** Null where it is undefined or may not be told. */
    private ObjectNode bCubed(GroupQuality quality) {
        ObjectNode json = NODES.objectNode();
        count(json, "records", quality.purity().records());
        EvaluationJson.value(json, "precision", numbers.told(quality.purity()));
        EvaluationJson.value(json, "recall", numbers.told(quality.completeness()));
        EvaluationJson.value(json, "f1", quality.bCubedF1(numbers));
        return json;
    }

    private static ObjectNode gap(RecallGap gap) {
        ObjectNode json = NODES.objectNode().put("worst", gap.worst()).put("best", gap.best());
        if (gap.exact()) {
            json.put("gap", gap.gap().value());
            json.putArray("gap_interval").add(gap.gap().low()).add(gap.gap().high());
        } else {
            json.putNull("gap").put("gap_at_most", gap.gap().value());
        }
        return json;
    }

    private ObjectNode causes(Breakdown breakdown) {
        ObjectNode json = NODES.objectNode();
        ArrayNode singly = json.putArray("each");
        breakdown.causes().forEach(cause -> singly.add(cause(cause)));
        ArrayNode together = json.putArray("together");
        breakdown.together().forEach(cause -> together.add(cause(cause)));
        ObjectNode wrong = json.putObject("false_links");
        count(wrong, "all", breakdown.falseLinks());
        breakdown.ofOneHousehold().ifPresent(count -> count(wrong, "of_one_household", count));
        return json;
    }

    private ObjectNode cause(CauseCount cause) {
        ObjectNode json = NODES.objectNode();
        ArrayNode causes = json.putArray("causes");
        cause.causes().forEach(causes::add);
        count(json, "true_pairs", cause.pairs());
        count(json, "missed", cause.missed());
        share(json, "recall", cause.recall(numbers));
        count(json, "false_links", cause.falseLinks());
        return json;
    }

    private void count(ObjectNode json, String name, long count) {
        OptionalLong told = numbers.told(count);
        if (told.isPresent()) {
            json.put(name, told.getAsLong());
        } else {
            json.putNull(name);
        }
    }

    private static void share(ObjectNode json, String name, SmallNumbers.Share share) {
        if (share instanceof SmallNumbers.Share.Told told && told.estimate() instanceof Estimate.Measured measured) {
            json.put(name, measured.value());
            json.putArray(name + "_interval").add(measured.low()).add(measured.high());
            return;
        }
        json.putNull(name);
        if (share instanceof SmallNumbers.Share.AtLeast least) {
            json.put(name + "_at_least", least.value());
        } else if (share instanceof SmallNumbers.Share.AtMost most) {
            json.put(name + "_at_most", most.value());
        }
    }
}
