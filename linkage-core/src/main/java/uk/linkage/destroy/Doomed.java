package uk.linkage.destroy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import uk.linkage.agreement.CanonicalJson;

/**
 * A file that is to go, or has gone.
 *
 * @param name the name of what was asked for and, in a folder, the place in it, separated by {@code /}
 * @param bytes its length
 * @param sha256 of its content, where that gives nothing away
 * @param link whether it is a symbolic link, which goes while that to which it points stays
 */
record Doomed(String name, long bytes, Optional<String> sha256, boolean link) {

    static Doomed of(String name, Path file, boolean digest) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return new Doomed(name, 0, Optional.empty(), true);
        }
        return new Doomed(name, Files.size(file), digest ? Optional.of(sha256(file)) : Optional.empty(), false);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
            return DigestUtils.sha256Hex(content);
        }
    }

    static Doomed of(JsonNode json) {
        return new Doomed(
                json.path("name").asText(),
                json.path("bytes").asLong(),
                Optional.ofNullable(json.get("sha256")).map(JsonNode::asText),
                json.path("link").asBoolean());
    }

    ObjectNode json() {
        ObjectNode json = CanonicalJson.object().put("name", name).put("bytes", bytes);
        sha256.ifPresent(digest -> json.put("sha256", digest));
        return link ? json.put("link", true) : json;
    }
}
