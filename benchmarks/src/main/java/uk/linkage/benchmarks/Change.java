package uk.linkage.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.agreement.Field;
import uk.linkage.agreement.FieldKind;
import uk.linkage.agreement.Tokens;

/**
 * A change to an agreement's file: other tokens for fields of a kind, other budgets, salts or views.
 *
 * @param agreement as it was
 * @param json its file, altered in place
 */
record Change(Agreement agreement, ObjectNode json) {
    /** Tokens that a value of each kind of tokens usually has, to turn bits of a token into bits of a feature. */
    private static final Map<String, Integer> USUAL_TOKENS =
            Map.of("bigrams", 7, "date-parts", 6, "whole", 1, "numbers", 1, "letters", 12);

    /** Other tokens in place of those of the fields of these kinds. */
    void swap(List<FieldKind> kinds, Tokens tokens, int positions) throws IOException {
        for (ObjectNode feature : featuresOf(kinds)) {
            feature.set("tokens", node(tokens));
            feature.put("positions", positions);
        }
    }

    /** Further tokens beside those of the fields of these kinds. */
    void beside(List<FieldKind> kinds, Tokens tokens, int positions) throws IOException {
        for (JsonNode component : json.get("components")) {
            ArrayNode features = (ArrayNode) component.get("features");
            for (ObjectNode feature : featuresOf(kinds, features)) {
                ObjectNode further = features.addObject();
                further.set("field", feature.get("field"));
                further.set("tokens", node(tokens));
                further.put("positions", positions);
            }
        }
    }

    /** Every feature's bits together what its tokens' usually come to. */
    void perFeature() {
        for (ObjectNode feature : featuresOf(List.of(FieldKind.values()))) {
            int tokens = USUAL_TOKENS.getOrDefault(feature.get("tokens").asText(), 7);
            feature.put("bits", tokens * feature.remove("positions").intValue());
        }
    }

    /** Every view salted by the year of birth. */
    void salted() {
        field(FieldKind.BIRTH_DATE)
                .ifPresent(birth -> json.get("views")
                        .forEach(view -> ((ObjectNode) view)
                                .putObject("salt")
                                .put("field", birth)
                                .put("form", "year")));
    }

    /** All features in one component and one view: a record-level filter. */
    void together() {
        ArrayNode features = CanonicalJson.object().putArray("features");
        json.get("components").forEach(component -> component.get("features").forEach(features::add));
        ObjectNode person = json.putArray("components").addObject().put("name", "person");
        person.set("features", features);
        ObjectNode view = json.putArray("views").addObject().put("name", "whole");
        view.putArray("components").add("person");
    }

    private List<ObjectNode> featuresOf(List<FieldKind> kinds) {
        List<ObjectNode> all = new ArrayList<>();
        json.get("components")
                .forEach(component -> all.addAll(featuresOf(kinds, (ArrayNode) component.get("features"))));
        return all;
    }

    private List<ObjectNode> featuresOf(List<FieldKind> kinds, ArrayNode features) {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode feature : features) {
            if (kinds.contains(agreement.field(feature.get("field").textValue()).kind())) {
                found.add((ObjectNode) feature);
            }
        }
        return found;
    }

    private Optional<String> field(FieldKind kind) {
        return agreement.fields().stream()
                .filter(field -> field.kind() == kind)
                .map(Field::name)
                .findFirst();
    }

    private static JsonNode node(Tokens tokens) throws IOException {
        String label = tokens.label();
        boolean word = !label.startsWith("{");
        return word ? TextNode.valueOf(label) : CanonicalJson.parse(label.getBytes(StandardCharsets.UTF_8));
    }
}
