package uk.linkage.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.linkage.agreement.CanonicalJson;
import uk.linkage.quality.Confusion;

/**
 * Pairs found and to be found between two providers that hold each person once, counted in little memory: crosswalks are in order of study
 * ids, so that they are read side by side and not held. It is what {@link uk.linkage.quality.Evaluation} counts, and a test says so.
 */
final class Pairwise {
    private Pairwise() {}

    static Confusion of(Place place) throws IOException {
        return of(place.truth(), place.crosswalk(Place.PROVIDERS.get(0)), place.crosswalk(Place.PROVIDERS.get(1)));
    }

    /**
     * Holds two crosswalks against a truth.
     *
     * @param truth as {@code TwoSides} writes it
     * @throws IllegalArgumentException where a study id comes twice in a crosswalk, or is out of order
     */
    static Confusion of(Path truth, Path hospital, Path gp) throws IOException {
        KnownPeople left = KnownPeople.read(truth, Place.PROVIDERS.get(0));
        KnownPeople right = KnownPeople.read(truth, Place.PROVIDERS.get(1));
        long found = 0;
        long rightly = 0;
        try (StudyIdOrder lefts = new StudyIdOrder(hospital);
                StudyIdOrder rights = new StudyIdOrder(gp)) {
            while (lefts.isAtRow() && rights.isAtRow()) {
                int order = lefts.studyId().compareTo(rights.studyId());
                if (order == 0) {
                    found++;
                    rightly += left.isSame(lefts.localId(), right, rights.localId()) ? 1 : 0;
                }
                if (order <= 0) {
                    lefts.next();
                }
                if (order >= 0) {
                    rights.next();
                }
            }
        }
        return new Confusion(rightly, found - rightly, left.shared(right) - rightly);
    }

    /** Of a run that was evaluated. */
    static Confusion read(Place place) throws IOException {
        JsonNode json = CanonicalJson.parse(Files.readAllBytes(place.evaluation()));
        return new Confusion(
                json.path("true_positives").asLong(),
                json.path("false_positives").asLong(),
                json.path("false_negatives").asLong());
    }

    static void write(Confusion pairs, Place place) throws IOException {
        ObjectNode json = CanonicalJson.object();
        json.put("true_positives", pairs.truePositives());
        json.put("false_positives", pairs.falsePositives());
        json.put("false_negatives", pairs.falseNegatives());
        Files.writeString(place.evaluation(), CanonicalJson.pretty(json));
    }
}
