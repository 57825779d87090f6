package uk.linkage.provider.oprf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import uk.linkage.agreement.CanonicalJson;

/**
 * The public part of a share of the key: by it everybody can see whether an answer was made with that share.
 *
 * @param project what the numbers are linked for
 * @param epoch of the agreement
 * @param key the base point times the share
 */
public record PublicShare(String project, int epoch, Element key) {
    private static final String VERSION = "linkage_oprf_public";

    /** Two digits a byte. */
    String hex() {
        return HexFormat.of().formatHex(key.bytes());
    }

    byte[] text() {
        ObjectNode json = CanonicalJson.object();
        json.put(VERSION, 1).put("project", project).put("epoch", epoch).put("public", hex());
        return CanonicalJson.pretty(json).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a public share.
     *
     * @throws ProtocolFault where it is none
     */
    public static PublicShare read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            JsonNode json = CanonicalJson.parse(Files.readAllBytes(file));
            if (json.path(VERSION).asInt() != 1 || json.size() != 4) {
                throw new ProtocolFault(name + ": is not a public share of this version");
            }
            return new PublicShare(
                    json.path("project").asText(),
                    json.path("epoch").asInt(),
                    parse(json.path("public").asText()));
        } catch (IllegalArgumentException e) {
            throw new ProtocolFault(name + ": holds no point of the curve P-256");
        }
    }

    static Element parse(String hex) {
        return Element.parse(HexFormat.of().parseHex(hex));
    }

    /** The public part of the whole key. */
    static Element sum(List<Element> shares) {
        try {
            return shares.stream().reduce(Element::plus).orElseThrow();
        } catch (IllegalArgumentException infinity) {
            throw new ProtocolFault("the public shares cancel each other out");
        }
    }
}
