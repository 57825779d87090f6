package uk.linkage.testdata;

import java.util.ArrayList;
import java.util.List;

/**
 * The household behind every door: a function of the seed and the number of the household.
 *
 * <p>Immutable; asking twice gives equal answers.
 *
 * <pre>{@code
 * var households = new Households(seed, streets);
 * Household next = households.at(17);
 * }</pre>
 */
final class Households {
    private final Seed seed;
    private final Forenames forenames = new Forenames();
    private final Surnames surnames = new Surnames();

    private final Streets streets;

    Households(Seed seed, Streets streets) {
        this.streets = streets;
        this.seed = seed.branch("household");
    }

    Household at(int household) {
        SplitMix64 dice = seed.at(household);
        HouseholdKind kind = HouseholdKind.draw(dice);
        return new Household(kind, members(kind, streets.deprivation(household), dice));
    }

    private List<Person> members(HouseholdKind kind, int fifth, SplitMix64 dice) {
        var registrar = new Registrar(Heritage.draw(fifth, dice), forenames, surnames, dice);
        return switch (kind) {
            case SINGLE -> List.of(registrar.single(20, 92));
            case NO_FIXED_ABODE -> List.of(registrar.single(18, 65));
            case COUPLE -> registrar.couple(22, 90);
            case FAMILY -> registrar.family();
            case LONE_PARENT -> registrar.loneParent();
            case THREE_GENERATIONS -> registrar.threeGenerations();
            case SHARED -> strangers(dice.between(2, 5), 18, 35, fifth, dice);
            case COMMUNAL ->
                dice.chance(7_500)
                        ? strangers(dice.between(15, 40), 68, 99, fifth, dice)
                        : strangers(dice.between(15, 40), 18, 60, fifth, dice);
        };
    }

    /** People of one roof and no kin: sharers, or residents of a care home or hostel. */
    private List<Person> strangers(int count, int youngest, int oldest, int fifth, SplitMix64 dice) {
        var people = new ArrayList<Person>();
        while (people.size() < count) {
            people.add(new Registrar(Heritage.draw(fifth, dice), forenames, surnames, dice).single(youngest, oldest));
        }
        return people;
    }
}
