package uk.linkage.agreement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why the linkage is done and until when its products may exist.
 *
 * @param project short name of the study: keys and study ids of two projects are unrelated
 * @param text the purpose in words
 * @param destroyBy the day by which everything is destroyed
 * @param epoch rises when the parties change their secret; begins with 1
 * @param optOutExemption why the National Data Opt-Out is not checked; where there is none, it is, see {@link OptOutExemption}
 */
public record Purpose(String project, String text, LocalDate destroyBy, int epoch, Optional<String> optOutExemption) {

    /** One under which the National Data Opt-Out is checked. */
    public Purpose(String project, String text, LocalDate destroyBy, int epoch) {
        this(project, text, destroyBy, epoch, Optional.empty());
    }

    /** The same with a reason for which the National Data Opt-Out is not checked, or with none. */
    public Purpose withOptOutExemption(Optional<String> reason) {
        return new Purpose(project, text, destroyBy, epoch, reason);
    }
}
