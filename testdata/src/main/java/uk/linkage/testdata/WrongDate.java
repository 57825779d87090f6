package uk.linkage.testdata;

import java.time.LocalDate;

/**
 * Mistakes a date of birth for another day that exists and is not in the future.
 *
 * <p>SOURCE: CRATE, of dates that differ: 44 % in the day alone, 28 % in the month, 22 % in the year. Of the rest we
 * give 2 % day and month swapped, where they can be, and otherwise another date altogether.
 */
final class WrongDate {
    private static final int EARLIEST = 1901;
    private static final int[] YEARS_OUT = {1, 2, 10, -1, -2, -10};

    private WrongDate() {}

    static LocalDate of(LocalDate born, SplitMix64 dice) {
        int kind = dice.below(100);
        LocalDate wrong = attempt(born, kind, dice);
        while (wrong.equals(born) || !wrong.isBefore(Population.DAY) || wrong.getYear() < EARLIEST) {
            wrong = attempt(born, kind, dice);
        }
        return wrong;
    }

    private static LocalDate attempt(LocalDate born, int kind, SplitMix64 dice) {
        if (kind < 44) {
            return born.withDayOfMonth(1 + dice.below(born.lengthOfMonth()));
        }
        if (kind < 72) {
            return otherMonth(born, 1 + dice.below(12));
        }
        if (kind < 94) {
            return born.plusYears(YEARS_OUT[dice.below(YEARS_OUT.length)]);
        }
        return kind < 96 && swaps(born) ? swapped(born) : born.minusDays(dice.below(20_000) - 10_000L);
    }

    /** The same day of another month, or the date itself where that month has no such day. */
    private static LocalDate otherMonth(LocalDate born, int month) {
        LocalDate other = born.withMonth(month);
        return other.getDayOfMonth() == born.getDayOfMonth() ? other : born;
    }

    private static boolean swaps(LocalDate born) {
        return born.getDayOfMonth() <= 12 && born.getDayOfMonth() != born.getMonthValue();
    }

    private static LocalDate swapped(LocalDate born) {
        return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    }
}
