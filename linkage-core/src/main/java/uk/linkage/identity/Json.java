package uk.linkage.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HexFormat;
import uk.linkage.agreement.CanonicalJson;

/** Small JSON files of this package, read strictly. */
final class Json {
    private Json() {}

    static JsonNode object(byte[] bytes, String file) {
        try {
            JsonNode json = CanonicalJson.parse(bytes);
            IdentityFault.require(json.isObject(), file, "is not a JSON object");
            return json;
        } catch (IOException e) {
            throw new IdentityFault(file + ": " + e.getMessage());
        }
    }

    static boolean isVersion(JsonNode json, String name, int version, int properties) {
        return json.path(name).isInt() && json.path(name).intValue() == version && json.size() == properties;
    }

    static byte[] hex(JsonNode json, String name, String file) {
        String text = json.path(name).asText();
        IdentityFault.require(text.matches("([0-9a-f]{2})*"), file, name + " is not in hexadecimal");
        return HexFormat.of().parseHex(text);
    }
}
