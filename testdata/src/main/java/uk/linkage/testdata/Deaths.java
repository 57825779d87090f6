package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who of those entered in the last years has died since, and when; their records stay where they were.
 *
 * <p>Rates a year are ours after the broad picture of life tables, taken over {@link #YEARS} years.
 */
final class Deaths {
    static final int YEARS = 5;

    private final Seed seed;

    Deaths(Seed seed) {
        this.seed = seed.branch("death");
    }

    /** By the number of the person; nothing for the living. */
    Optional<LocalDate> of(int person, LocalDate born) {
        int age = born.until(Population.DAY).getYears();
        SplitMix64 dice = seed.at(person);
        boolean died = age > YEARS && dice.chance(YEARS * aYear(age));
        return died ? Optional.of(Population.DAY.minusDays(1L + dice.below(YEARS * 365))) : Optional.empty();
    }

    /** In ten thousand. */
    private static int aYear(int age) {
        return age < 40 ? 0 : age < 50 ? 15 : age < 65 ? 50 : age < 80 ? 180 : 700;
    }
}
