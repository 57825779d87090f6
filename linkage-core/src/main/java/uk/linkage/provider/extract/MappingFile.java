package uk.linkage.provider.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.file.MalformedFileException;
import uk.linkage.file.WholeFile;

/**
 * A provider's column mapping as a file, so that it is worked out once: {@code {"linkage_columns": 1, "columns":
 * {"surname": "FAMILY_NAME", ...}}}. It names columns and stays with the provider.
 */
public final class MappingFile {
    private static final int VERSION = 1;

    private MappingFile() {}

    /** Writes a mapping. */
    public static void write(Map<String, String> mapping, Path file) throws IOException {
        ObjectNode json = CanonicalJson.object();
        json.put("linkage_columns", VERSION);
        ObjectNode columns = json.putObject("columns");
        mapping.forEach(columns::put);
        byte[] text = CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(text));
    }

    /**
     * Reads a mapping.
     *
     * @throws MalformedFileException where it is not one
     */
    public static Map<String, String> read(Path file) throws IOException {
        JsonNode json = parse(file);
        if (!isMapping(json)) {
            throw new MalformedFileException(file, "is not a column mapping of this version");
        }
        Map<String, String> mapping = new LinkedHashMap<>();
        json.path("columns")
                .properties()
                .forEach(e -> mapping.put(e.getKey(), e.getValue().asText()));
        return mapping;
    }

    private static boolean isMapping(JsonNode json) {
        JsonNode columns = json.path("columns");
        return json.path("linkage_columns").asInt() == VERSION
                && columns.isObject()
                && columns.properties().stream().allMatch(e -> e.getValue().isTextual());
    }

    private static JsonNode parse(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            return CanonicalJson.parse(content);
        } catch (IOException e) {
            throw new MalformedFileException(file, e.getMessage());
        }
    }
}
