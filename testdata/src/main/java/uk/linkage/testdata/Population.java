package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongConsumer;

/**
 * Everyone who lives in the made-up north, by number: a function of the seed, computed again whenever asked.
 *
 * <p>Holds one {@code int} per household (the number of its first member) and nothing of a person, so a million
 * people take two megabytes. Immutable.
 *
 * <pre>{@code
 * var population = new Population(20_000, new Seed(2026));
 * Resident resident = population.resident(17);
 * }</pre>
 *
 * <p>Neighbours are numbered together, so a person's number is kept out of every provider's file.
 */
final class Population {
    /** Today, as far as ages go. */
    static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final int people;
    private final Households households;
    private final Streets streets;
    private final Moves householdMoves;
    private final Moves ownMoves;
    private final Deaths deaths;
    private final NhsNumbers nhsNumbers;
    private final int[] firstMembers;

    Population(int people, Seed seed) {
        this(people, seed, housed -> {});
    }

    /** @param housed is told of how many more people it is known in which household they live */
    Population(int people, Seed seed, LongConsumer housed) {
        this.people = people;
        streets = new Streets(seed);
        households = new Households(seed, streets);
        householdMoves = new Moves(seed.branch("household moves"));
        ownMoves = new Moves(seed.branch("own moves"));
        deaths = new Deaths(seed);
        nhsNumbers = new NhsNumbers(people, seed.branch("nhs number"));
        firstMembers = firstMembers(housed);
    }

    int people() {
        return people;
    }

    Resident resident(int person) {
        int household = householdOf(person);
        return new Resident(this, person, household, households.at(household));
    }

    Optional<String> nhsNumber(int person) {
        return nhsNumbers.of(person);
    }

    int firstMember(int household) {
        return firstMembers[household];
    }

    int householdOf(int person) {
        int found = Arrays.binarySearch(firstMembers, person);
        return found >= 0 ? found : -found - 2;
    }

    private int[] firstMembers(LongConsumer housed) {
        var first = new int[people];
        int count = 0;
        int next = 0;
        while (next < people) {
            first[count] = next;
            int members = households.at(count).members().size();
            housed.accept(members);
            next += members;
            count++;
        }
        return Arrays.copyOf(first, count);
    }

    Address home(int household, HouseholdKind kind) {
        return kind == HouseholdKind.NO_FIXED_ABODE
                ? Address.NO_FIXED_ABODE
                : streets.door(household, kind == HouseholdKind.COMMUNAL);
    }

    /** The fifth of deprivation of where a household lives, 1 the most deprived; nothing for those of no fixed abode. */
    OptionalInt deprivation(int household, HouseholdKind kind) {
        return kind == HouseholdKind.NO_FIXED_ABODE
                ? OptionalInt.empty()
                : OptionalInt.of(streets.deprivation(household));
    }

    /** How often a household, or a stranger in one, has moved since a day. */
    int moves(int mover, boolean kin, int inTenThousandAYear, LocalDate day) {
        return (kin ? householdMoves : ownMoves).since(day, mover, inTenThousandAYear);
    }

    /** Where they lived so many moves ago: a door in another street, with people of its own behind it today. */
    Address formerHome(int mover, boolean kin, int moves, int household) {
        int count = Math.max(2, Streets.streetOf(firstMembers.length - 1) + 1);
        int door = (kin ? householdMoves : ownMoves).door(mover, moves, Streets.streetOf(household), count);
        return streets.door(door, false);
    }

    Optional<LocalDate> died(int person, LocalDate born) {
        return deaths.of(person, born);
    }

    /** The next member of the household, or the neighbour of someone who lives alone. */
    int near(int person, int household) {
        int end = household + 1 < firstMembers.length ? firstMembers[household + 1] : people;
        int first = firstMembers[household];
        return end - first > 1 ? first + (person - first + 1) % (end - first) : (person + 1) % people;
    }
}
