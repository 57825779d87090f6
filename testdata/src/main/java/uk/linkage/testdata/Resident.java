package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A person in their household, with what the population knows of them, worked out when asked.
 *
 * <p>What is true of someone is what was true on their last day: today, or the day of their death. Prints as {@code Resident[…]}.
 */
final class Resident {
    private final Population population;
    private final int number;
    private final int householdNumber;
    private final Household household;
    private final Person person;
    private final Optional<LocalDate> died;

    Resident(Population population, int number, int householdNumber, Household household) {
        this.population = population;
        this.number = number;
        this.householdNumber = householdNumber;
        this.household = household;
        this.person = household.members().get(number - population.firstMember(householdNumber));
        this.died = population.died(number, person.born());
    }

    /** Which of the population this is. */
    int number() {
        return number;
    }

    Person person() {
        return person;
    }

    Household household() {
        return household;
    }

    /** The number of the household, in which neighbours follow one another. */
    int householdNumber() {
        return householdNumber;
    }

    Optional<LocalDate> died() {
        return died;
    }

    /** Today, or the day of death. */
    LocalDate lastDay() {
        return died.orElse(Population.DAY);
    }

    int age() {
        return person.ageOn(lastDay());
    }

    String surname() {
        return person.surnameOn(lastDay());
    }

    Address home() {
        return homeOn(lastDay());
    }

    Address homeOn(LocalDate day) {
        if (person.joined().filter(day::isBefore).isPresent()) {
            return population.formerHome(number, false, Moves.MOST + 1, householdNumber);
        }
        boolean kin = !household.kind().isOfStrangers();
        int moves = population.moves(kin ? householdNumber : number, kin, household.moves(), day);
        return moves == 0
                ? today()
                : population.formerHome(kin ? householdNumber : number, kin, moves, householdNumber);
    }

    private Address today() {
        return population.home(householdNumber, household.kind());
    }

    /** Everywhere they can have lived. */
    List<Address> homes() {
        boolean kin = !household.kind().isOfStrangers();
        List<Address> homes = new ArrayList<>(List.of(today()));
        homes.add(population.formerHome(number, false, Moves.MOST + 1, householdNumber));
        for (int moves = 1; moves <= Moves.MOST; moves++) {
            homes.add(population.formerHome(kin ? householdNumber : number, kin, moves, householdNumber));
        }
        return homes;
    }

    /** The fifth of deprivation of the household's neighbourhood, 1 the most deprived; nothing without a fixed abode. */
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
