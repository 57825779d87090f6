package uk.linkage.testdata;

import java.time.LocalDate;

/**
 * When people moved, and from where: a function of the seed and of who moves.
 *
 * <p>Kin move as one household, strangers each by themselves; each stay lasts as many years as chance has it at the household's rate. A
 * former home is a front door in another street, with people of its own behind it today. No more than {@link #MOST} moves are
 * looked back at.
 *
 * <pre>{@code
 * int moves = new Moves(seed).since(day, household, 700);
 * }</pre>
 */
final class Moves {
    static final int MOST = 8;
    private static final int LONGEST = 80;

    private final Seed stays;
    private final Seed homes;

    Moves(Seed seed) {
        stays = seed.branch("stay");
        homes = seed.branch("home");
    }

    /** How many moves a mover has made since a day. */
    int since(LocalDate day, long mover, int inTenThousandAYear) {
        SplitMix64 dice = stays.at(mover);
        LocalDate from = Population.DAY;
        for (int moves = 0; moves < MOST; moves++) {
            from = from.minusDays(stay(inTenThousandAYear, dice));
            if (!day.isBefore(from)) {
                return moves;
            }
        }
        return MOST;
    }

    private static long stay(int inTenThousandAYear, SplitMix64 dice) {
        int years = 0;
        while (years < LONGEST && !dice.chance(inTenThousandAYear)) {
            years++;
        }
        return 365L * years + 1 + dice.below(365);
    }

    /** The door of the home before so many moves, of so many streets, and not in this one. */
    int door(long mover, int moves, int street, int streets) {
        SplitMix64 dice = homes.at(mover << 4 | moves);
        int another = (street + 1 + dice.below(streets - 1)) % streets;
        return another * Streets.DOORS + dice.below(Streets.DOORS);
    }
}
