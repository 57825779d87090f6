package uk.linkage.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The last day on which what an agreement was made for may exist.
 *
 * <pre>{@code
 * new DestroyBy(date).warning("this run", LocalDate.now()).ifPresent(this::say);
 * DestroyBy.requireAhead(agreement, LocalDate.now());
 * }</pre>
 *
 * @param date that day
 */
public record DestroyBy(LocalDate date) {
    private static final int SOON = 30;

    /** What to say on a day of something that the agreement covers; nothing while there is more than a month left. */
    public Optional<String> warning(String what, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (days < 0) {
            return Optional.of(what + " was to be destroyed by " + date + ", " + days(-days) + " ago");
        }
        return days > SOON
                ? Optional.empty()
                : Optional.of(what + " is to be destroyed by " + date + ", in " + days(days));
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /**
     * Lets an agreement pass by which something may still be made. A purpose that has ended is no ground to link anybody on, and the party that
     * would like to go on cannot say otherwise by itself: all of them sign a new agreement.
     *
     * @throws InvalidAgreement where its day has passed
     */
    public static void requireAhead(Agreement agreement, LocalDate today) {
        LocalDate date = agreement.purpose().destroyBy();
        if (today.isAfter(date)) {
            throw new InvalidAgreement(
                    agreement.purpose().project(),
                    List.of("destroy_by: " + date
                            + " has passed, so nothing may be made under it any more; to go on all"
                            + " parties sign an agreement with a later day, and the providers seal again"));
        }
    }
}
