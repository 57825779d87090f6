package uk.linkage.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import uk.linkage.LinkageRun;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.quality.Confusion;

/**
 * What linking at one size took and came to.
 *
 * @param records on each side
 * @param cost of linking
 * @param record the run's own
 * @param pairs held against the truth
 */
public record Measured(int records, Cost cost, JsonNode record, Confusion pairs) {
    /** Of a place where linking was just measured and its run evaluated. */
    public static Measured of(Place place, Cost cost) throws IOException {
        JsonNode record = CanonicalJson.parse(Files.readAllBytes(place.run().resolve(LinkageRun.RECORD)));
        return new Measured(place.records(), cost, record, Pairwise.read(place));
    }

    /** Pairs that were looked at. */
    long candidates() {
        long candidates = 0;
        for (JsonNode pair : record.path("pairs")) {
            candidates += pair.path("candidates").asLong();
        }
        return candidates;
    }

    /** Pairs of records that have one study id. */
    long links() {
        return pairs.truePositives() + pairs.falsePositives();
    }

    /** With which power of the number of records the time on the wall grew from a smaller size. */
    double wallGrowth(Measured smaller) {
        return growth(smaller, cost.wallSeconds() / smaller.cost.wallSeconds());
    }

    /** The same of the time of the processors. */
    double cpuGrowth(Measured smaller) {
        return growth(smaller, cost.cpuSeconds() / smaller.cost.cpuSeconds());
    }

    private double growth(Measured smaller, double factor) {
        return Math.log(factor) / Math.log((double) records / smaller.records);
    }
}
