package uk.linkage.testdata;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A person in their household, with what the population knows of them, worked out when asked.
 *
 * <p>Prints as {@code Resident[…]}.
 */
final class Resident {
    private final Population population;
    private final int number;
    private final int householdNumber;
    private final Household household;

    Resident(Population population, int number, int householdNumber, Household household) {
        this.population = population;
        this.number = number;
        this.householdNumber = householdNumber;
        this.household = household;
    }

    /** Which of the population this is. */
    int number() {
        return number;
    }

    Person person() {
        return household.members().get(number - population.firstMember(householdNumber));
    }

    Household household() {
        return household;
    }

    Address home() {
        return population.home(householdNumber, household.kind());
    }

    Address formerHome() {
        return population.formerHome(householdNumber);
    }

    /** The number of the household, in which neighbours follow one another. */
    int householdNumber() {
        return householdNumber;
    }

    /** The fifth of deprivation of the home's neighbourhood, 1 the most deprived; nothing without a fixed abode. */
    OptionalInt deprivation() {
        return population.deprivation(householdNumber, household.kind());
    }

    Optional<String> nhsNumber() {
        return population.nhsNumber(number);
    }

    /** The number of the next member of the household, or of the neighbour of someone who lives alone. */
    Optional<String> nearbyNumber() {
        return population.nhsNumber(population.near(number, householdNumber));
    }

    @Override
    public String toString() {
        return "Resident[…]";
    }
}
