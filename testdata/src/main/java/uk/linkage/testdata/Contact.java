package uk.linkage.testdata;

import java.time.LocalDate;

/**
 * How a provider keeps up with people: a record says what was true when it was last asked about, and nothing of what came after.
 *
 * <p>Time goes by half years. In each someone turns up and is asked where they live with one chance; what they are called is told more
 * seldom, so that a name is as old as the address or older.
 *
 * @param comes in ten thousand, of having been in touch in a half year
 * @param tells in ten thousand, of having told a new name in one
 */
record Contact(int comes, int tells) {
    private static final int HALF_YEAR = 182;
    private static final int MOST = 120;

    /** As of which days a record holds address and name. */
    record Days(LocalDate address, LocalDate name) {}

    /** Nobody is known before birth or comes after the last day. */
    Days days(LocalDate born, LocalDate last, SplitMix64 dice) {
        int address = turns(comes, dice) * HALF_YEAR + dice.below(HALF_YEAR);
        int name = address + turns(tells, dice) * HALF_YEAR;
        return new Days(after(born, last.minusDays(address)), after(born, last.minusDays(name)));
    }

    private static LocalDate after(LocalDate born, LocalDate day) {
        return day.isBefore(born) ? born : day;
    }

    private static int turns(int inTenThousand, SplitMix64 dice) {
        int turns = 0;
        while (turns < MOST && !dice.chance(inTenThousand)) {
            turns++;
        }
        return turns;
    }
}
