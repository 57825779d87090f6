package uk.linkage.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import uk.linkage.hub.review.ScoreFile;

/** The stable JSON form of a {@link Curve}: {@code curve}, a list of points, and {@code scored_pairs}, what else is told of them. */
final class CurveJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Curve curve;

    CurveJson(Curve curve) {
        this.curve = curve;
    }

    ObjectNode json() {
        ObjectNode json = NODES.objectNode();
        json.set("scored_pairs", scored());
        ArrayNode points = json.putArray("curve");
        curve.points().forEach(point -> points.add(marked(point)));
        return json;
    }

    private ObjectNode scored() {
        ObjectNode json = NODES.objectNode();
        json.put("pairs", curve.pairs());
        json.put("least_probability", ScoreFile.LEAST_PROBABILITY);
        json.put("before_assignment", true);
        if (curve.averagePrecision().isPresent()) {
            json.put("average_precision", curve.averagePrecision().getAsDouble());
        } else {
            json.putNull("average_precision");
        }
        json.set("best_f1", curve.best().map(CurveJson::point).orElse(null));
        ObjectNode own = json.putObject("own");
        ArrayNode lines = own.putArray("thresholds");
        curve.lines()
                .forEach(line -> lines.addObject()
                        .put("left", line.left())
                        .put("right", line.right())
                        .put("threshold", line.threshold()));
        measures(own, curve.own());
        return json;
    }

    private ObjectNode marked(Curve.Point point) {
        ObjectNode json = point(point);
        if (curve.isOwn(point)) {
            json.put("own", true);
        }
        return json;
    }

    private static ObjectNode point(Curve.Point point) {
        ObjectNode json = NODES.objectNode().put("threshold", point.threshold()).put("weight", point.weight());
        measures(json, point.pairs());
        return json;
    }

    private static void measures(ObjectNode json, Confusion pairs) {
        json.put("links", pairs.found());
        json.put("true_positives", pairs.truePositives());
        EvaluationJson.estimate(json, "precision", pairs.precision());
        EvaluationJson.estimate(json, "recall", pairs.recall());
        EvaluationJson.value(json, "f1", pairs.f1());
    }
}
