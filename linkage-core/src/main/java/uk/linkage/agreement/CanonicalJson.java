package uk.linkage.agreement;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * JSON in its one canonical form: names sorted by UTF-16 code unit, no white space, UTF-8 (RFC 8785). Numbers are whole
 * or have at most six decimal places and are written plainly, which is what RFC 8785 writes for such numbers.
 */
public final class CanonicalJson {
    private static final int MOST_DIGITS = 1000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private CanonicalJson() {}

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A number, truth value, text or list as JSON. */
    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static ArrayNode emptyArray() {
        return MAPPER.createArrayNode();
    }

    /**
     * Parses strictly: one value, no duplicate names, no number of more than a thousand digits written plainly.
     *
     * @throws IOException where the bytes are not such JSON; the message names line and column, never content
     */
    public static JsonNode parse(byte[] bytes) throws IOException {
        try {
            return requirePlainNumbers(MAPPER.readTree(bytes));
        } catch (JsonProcessingException e) {
            throw new IOException(rule(e) + place(e.getLocation()));
        } catch (CharConversionException e) {
            throw new IOException("is not JSON in UTF-8");
        }
    }

    private static String rule(JsonProcessingException e) {
        boolean twice = e.getOriginalMessage().startsWith("Duplicate field");
        return twice ? "holds a property twice" : "is not JSON";
    }

    private static String place(JsonLocation at) {
        return at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** A short text such as 1e999999999 would fill the memory when written plainly. */
    private static JsonNode requirePlainNumbers(JsonNode node) throws IOException {
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MOST_DIGITS) {
            throw new IOException("holds a number of more than " + MOST_DIGITS + " digits");
        }
        for (JsonNode item : node) {
            requirePlainNumbers(item);
        }
        return node;
    }

    /** The canonical bytes. */
    public static byte[] bytes(JsonNode node) {
        return written(sorted(node), false).getBytes(StandardCharsets.UTF_8);
    }

    /** The same content laid out for people, in the given order of names, with a last line end. */
    public static String pretty(JsonNode node) {
        return written(node, true).replace("\r\n", "\n") + "\n";
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = MAPPER.createArrayNode();
            node.forEach(item -> array.add(sorted(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = MAPPER.createObjectNode();
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> object.set(name, sorted(node.get(name))));
        return object;
    }

    private static String written(JsonNode node, boolean pretty) {
        try {
            return (pretty ? MAPPER.writerWithDefaultPrettyPrinter() : MAPPER.writer()).writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
