package uk.linkage.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.testdata.TwoSides;

/**
 * How two extracts are made, and what is in them.
 *
 * @param records on each side
 * @param people on the two sides together
 * @param shared people on both
 * @param seed where they come from
 * @param numbered records of both sides in which an NHS Number is written
 */
public record Making(int records, int people, int shared, long seed, long numbered) {

    /** Of extracts that are there. */
    public static Making read(Place place) throws IOException {
        JsonNode json = CanonicalJson.parse(Files.readAllBytes(place.made()));
        return new Making(
                json.path("records").asInt(),
                json.path("people").asInt(),
                json.path("shared").asInt(),
                json.path("seed").asLong(),
                json.path("numbered").asLong());
    }

    /** Makes the extracts. */
    static Making of(Place place) throws IOException {
        TwoSides sides = new TwoSides(place.records(), place.shared(), place.seed());
        sides.writeTo(place.extracts());
        long numbered = 0;
        for (String provider : Place.PROVIDERS) {
            numbered += numbered(place.extract(provider));
        }
        return new Making(place.records(), sides.people(), place.shared(), place.seed(), numbered);
    }

    void write(Place place) throws IOException {
        ObjectNode json = CanonicalJson.object();
        json.put("records", records).put("people", people).put("shared", shared);
        json.put("seed", seed).put("numbered", numbered);
        Files.writeString(place.made(), CanonicalJson.pretty(json));
    }

    /**
     * Lets extracts pass that are as they would be made for this place.
     *
     * @throws IllegalArgumentException where they were made otherwise
     */
    void requireFits(Place place) {
        if (shared != place.shared() || seed != place.seed()) {
            throw new IllegalArgumentException(
                    "the extracts in " + place.folder() + " share " + shared + " people (seed "
                            + seed + "), not " + place.shared() + " (seed " + place.seed()
                            + "); make them anew with --stages generate, or take another --work");
        }
    }

    /** The number is the second column of both, and local ids are never quoted. */
    private static long numbered(Path extract) throws IOException {
        try (BufferedReader rows = Files.newBufferedReader(extract, StandardCharsets.UTF_8)) {
            rows.readLine();
            return rows.lines()
                    .filter(row -> row.charAt(row.indexOf(',') + 1) != ',')
                    .count();
        }
    }
}
