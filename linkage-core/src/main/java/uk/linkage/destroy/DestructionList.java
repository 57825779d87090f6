package uk.linkage.destroy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import uk.linkage.identity.IdentityFault;
import uk.linkage.identity.StatementFile;

/**
 * What a destruction is of.
 *
 * @param terms what was agreed
 * @param begunAt when the list was made
 * @param targets what was asked for
 * @param files all that goes, in this order
 */
record DestructionList(Terms terms, Instant begunAt, List<String> targets, List<Doomed> files) {

    static DestructionList of(JsonNode json) {
        try {
            List<String> targets = new ArrayList<>();
            json.path("targets").forEach(target -> targets.add(target.asText()));
            List<Doomed> files = new ArrayList<>();
            json.path("files").forEach(file -> files.add(Doomed.of(file)));
            return new DestructionList(
                    Terms.of(json).orElseThrow(() -> new IdentityFault("a list of files to destroy has no terms")),
                    Instant.parse(json.path("at").asText()),
                    targets,
                    files);
        } catch (DateTimeException e) {
            throw new IdentityFault("a list of files to destroy has no time");
        }
    }

    /** As it is kept while the destruction goes on. */
    ObjectNode begun(String kind) {
        ObjectNode json = StatementFile.begin(kind, begunAt);
        terms.writeTo(json);
        write(json);
        return json;
    }

    /** As it is certified once all of it is gone. */
    ObjectNode certificate(Instant when) {
        ObjectNode json = StatementFile.begin(Destruction.KIND, when);
        json.put("begun_at", begunAt.truncatedTo(ChronoUnit.SECONDS).toString());
        terms.writeTo(json);
        json.put("in_time", terms.allow(when));
        json.put("how", Eraser.HOW);
        write(json);
        return json;
    }

    private void write(ObjectNode json) {
        targets.forEach(json.putArray("targets")::add);
        ArrayNode array = json.putArray("files");
        files.forEach(file -> array.add(file.json()));
    }
}
