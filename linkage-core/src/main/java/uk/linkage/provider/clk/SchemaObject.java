package uk.linkage.provider.clk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One object of a linkage schema, read strictly: a property that is missing, of the wrong type or unknown is a fault,
 * and reading goes on with a stand-in so that all faults are found in one pass. Nothing made with a stand-in is used.
 */
final class SchemaObject {
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    private final JsonNode node;
    private final String path;
    private final List<String> faults;
    private final Set<String> read = new HashSet<>();

    SchemaObject(JsonNode node, String path, List<String> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add((path.isEmpty() ? "" : path + ": ") + "must be an object");
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** Says a fault of a property; of what is no object, nothing more than that is said. */
    void fault(String name, String rule) {
        if (node.isObject()) {
            faults.add((path.isEmpty() ? name : path + "." + name) + ": " + rule);
        }
    }

    String text(String name) {
        JsonNode value = value(name);
        return value.isTextual() ? value.textValue() : missing(name, "must be text", "");
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int whole(String name, int least, int most) {
        JsonNode value = value(name);
        boolean good = value.isIntegralNumber() && value.canConvertToInt();
        return good && value.intValue() >= least && value.intValue() <= most
                ? value.intValue()
                : missing(name, "must be a whole number from " + least + " to " + most, least);
    }

    int whole(String name, int least, int most, int otherwise) {
        return has(name) ? whole(name, least, most) : otherwise;
    }

    Optional<BigInteger> anyWhole(String name) {
        JsonNode value = value(name);
        if (has(name) && !value.isIntegralNumber()) {
            fault(name, "must be a whole number");
        }
        return has(name) ? Optional.of(value.bigIntegerValue()) : Optional.empty();
    }

    double positive(String name) {
        JsonNode value = value(name);
        return value.isNumber() && value.doubleValue() > 0
                ? value.doubleValue()
                : missing(name, "must be a number above 0", 1.0);
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (has(name) && !value.isBoolean()) {
            fault(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** Bytes in Base64; none where the property is absent. */
    byte[] base64(String name) {
        String text = optionalText(name).orElse("");
        return BASE64.matcher(text).matches()
                ? Base64.getDecoder().decode(text)
                : missing(name, "must be bytes in Base64, padded and without line breaks", new byte[0]);
    }

    /** What the label of a property stands for. */
    <T> T choice(String name, TreeMap<String, T> meanings) {
        return Optional.ofNullable(value(name).textValue())
                .map(meanings::get)
                .orElseGet(() -> missing(
                        name,
                        "must be one of " + String.join(", ", meanings.keySet()),
                        meanings.firstEntry().getValue()));
    }

    SchemaObject object(String name) {
        return new SchemaObject(
                value(name), path.isEmpty() ? name : path + "." + name, node.isObject() ? faults : new ArrayList<>());
    }

    Optional<SchemaObject> optional(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    <T> List<T> objects(String name, Function<SchemaObject, T> reader) {
        List<T> list = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            list.add(reader.apply(new SchemaObject(items.get(i), name + "[" + i + "]", faults)));
        }
        return list;
    }

    List<String> texts(String name) {
        List<JsonNode> items = items(name);
        if (!items.stream().allMatch(JsonNode::isTextual)) {
            fault(name, "must hold text only");
        }
        return items.stream().map(JsonNode::asText).toList();
    }

    /** Passes over properties whatever they hold. */
    SchemaObject passOver(String... names) {
        read.addAll(List.of(names));
        return this;
    }

    /** Every property not asked for is a fault. */
    void end() {
        node.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                fault(name, "is not a property of linkage schema version 3; remove it");
            }
        });
    }

    private List<JsonNode> items(String name) {
        JsonNode value = value(name);
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return value.isArray() ? items : missing(name, "must be a list", List.of());
    }

    private JsonNode value(String name) {
        read.add(name);
        return node.path(name);
    }

    private <T> T missing(String name, String rule, T standIn) {
        fault(name, has(name) ? rule : "is missing; it " + rule);
        return standIn;
    }
}
