package uk.linkage.provider.tokenise;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import uk.linkage.provider.person.BirthDate;

/**
 * The tokens of the parts of a whole date, found by year, month and day without making texts of them. One thread.
 *
 * <p>The plain twin that it is held against is {@link TokenTexts#dateParts}.
 */
final class DatePartTokens {
    private static final int FIRST_YEAR = 1800;
    private static final int YEARS = 400;
    private static final int MONTHS = 13;
    private static final int DAYS = 32;
    private static final int UNKNOWN = -1;

    private final ToIntFunction<String> work;
    private final int[] years = new int[YEARS];
    private final int[] months = new int[MONTHS];
    private final int[] days = new int[DAYS];
    private final int[] yearMonths = new int[YEARS * MONTHS];
    private final int[] monthDays = new int[MONTHS * DAYS];
    private final int[] yearDays = new int[YEARS * DAYS];

    /** @param work numbers the tokens of a text */
    DatePartTokens(ToIntFunction<String> work) {
        this.work = work;
        clear();
    }

    /** Whether a date is whole, and of a year that has a place. */
    static boolean hasPlaces(BirthDate date) {
        return date.isComplete()
                && date.year().getAsInt() >= FIRST_YEAR
                && date.year().getAsInt() < FIRST_YEAR + YEARS;
    }

    /** Gives the number of each part of a date that {@link #hasPlaces has places}. */
    void forEach(BirthDate date, IntConsumer consumer) {
        int year = date.year().getAsInt();
        int month = date.month().getAsInt();
        int day = date.day().getAsInt();
        int row = year - FIRST_YEAR;
        consumer.accept(number(years, row, "Y", year));
        consumer.accept(number(months, month, "M", month));
        consumer.accept(number(days, day, "D", day));
        consumer.accept(number(yearMonths, row * MONTHS + month, "YM", year, month));
        consumer.accept(number(monthDays, month * DAYS + day, "MD", month, day));
        consumer.accept(number(yearDays, row * DAYS + day, "YD", year, day));
    }

    /** Forgets all numbers. */
    void clear() {
        for (int[] part : new int[][] {years, months, days, yearMonths, monthDays, yearDays}) {
            Arrays.fill(part, UNKNOWN);
        }
    }

    private int number(int[] known, int place, String name, int value) {
        return known[place] != UNKNOWN ? known[place] : remember(known, place, TokenTexts.part(name, value));
    }

    private int number(int[] known, int place, String name, int first, int second) {
        return known[place] != UNKNOWN ? known[place] : remember(known, place, TokenTexts.part(name, first, second));
    }

    private int remember(int[] known, int place, String text) {
        known[place] = work.applyAsInt(text);
        return known[place];
    }
}
