package uk.linkage.hub.crosswalk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way in which a former study id did not simply go on.
 *
 * @param kind what happened
 * @param formerId the id before
 * @param newId the id that these records have now; none where the former one is retired
 * @param records how many records changed their id, over all providers; of a retired id all that it had
 * @param reason why, naming providers and weights and no person
 */
public record Change(Kind kind, String formerId, Optional<String> newId, int records, String reason) {

    /** What may happen to a study id. */
    public enum Kind {
        /** Records went to a person who has another id from before. */
        MERGED,
        /** Records left and became a person under a fresh id. */
        SPLIT,
        /** No person has this id any more. */
        RETIRED;

        /** As it is written. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    List<String> row() {
        return List.of(kind.text(), formerId, newId.orElse(""), Integer.toString(records), reason);
    }
}
