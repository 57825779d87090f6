package uk.linkage.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import uk.linkage.agreement.Budget.PerFeature;
import uk.linkage.agreement.Budget.PerToken;
import uk.linkage.agreement.Component.Feature;

/** A feature as JSON and back: its field, its tokens, and one of {@code positions} and {@code bits}. */
final class FeatureJson {
    private FeatureJson() {}

    static Feature read(StrictObject o) {
        return new Feature(o.identifier("field"), TokensJson.read(o), budget(o));
    }

    private static Budget budget(StrictObject o) {
        boolean perFeature = o.has("bits");
        o.require(!perFeature || !o.has("positions"), "bits", "must not stand beside positions: one of the two");
        return perFeature
                ? new PerFeature(o.integer("bits", 1, PerFeature.MOST))
                : new PerToken(o.integer("positions", 1, PerToken.MOST));
    }

    static void write(Feature feature, ObjectNode o) {
        o.put("field", feature.field());
        o.set("tokens", TokensJson.write(feature.tokens()));
        o.put(feature.budget().name(), feature.budget().amount());
    }
}
