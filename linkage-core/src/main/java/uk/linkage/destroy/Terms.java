package uk.linkage.destroy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What was agreed about the files.
 *
 * @param project whose they are
 * @param fingerprint of the agreement
 * @param destroyBy the last day on which they may be there, in UTC
 */
public record Terms(String project, String fingerprint, LocalDate destroyBy) {

    /** The terms as a run's record and a certificate hold them; nothing where one of them is missing. */
    public static Optional<Terms> of(JsonNode json) {
        if (!json.path("project").isTextual() || !json.path("fingerprint").isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Terms(
                    json.path("project").asText(),
                    json.path("fingerprint").asText(),
                    LocalDate.parse(json.path("destroy_by").asText())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean allow(Instant when) {
        return !when.atOffset(ZoneOffset.UTC).toLocalDate().isAfter(destroyBy);
    }

    void writeTo(ObjectNode json) {
        json.put("project", project).put("fingerprint", fingerprint).put("destroy_by", destroyBy.toString());
    }
}
