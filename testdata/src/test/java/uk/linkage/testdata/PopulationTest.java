package uk.linkage.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who lives with whom in a town of 20,000: the customs that make linkage hard are all there. */
class PopulationTest {
    private static final Population TOWN = new Population(20_000, new Seed(2026));
    private static final List<Person> PEOPLE = IntStream.range(0, TOWN.people())
            .mapToObj(person -> TOWN.resident(person).person())
            .toList();
    private static final List<Household> HOUSEHOLDS = households();

    @Test
    void peopleLiveInEveryKindOfHousehold() {
        assertThat(HOUSEHOLDS.stream().map(Household::kind)).containsAll(EnumSet.allOf(HouseholdKind.class));
    }

    @Test
    void mostCouplesShareASurnameAndManyDoNot() {
        var couples = of(HouseholdKind.COUPLE).toList();
        long sharing = couples.stream()
                .filter(couple -> surnames(couple).distinct().count() == 1)
                .count();
        assertThat(sharing / (double) couples.size()).isBetween(0.6, 0.8);
    }

    @Test
    void threeChildrenInAHundredAreTwinsOfOneSurnameAndTwoForenames() {
        var children = HOUSEHOLDS.stream().map(PopulationTest::children).toList();
        long all = children.stream().mapToLong(List::size).sum();
        var twins = children.stream().flatMap(PopulationTest::twins).toList();
        assertThat(2.0 * twins.size() / all).isBetween(0.02, 0.04);
        assertThat(twins)
                .allMatch(pair -> !pair.get(0).forename().equals(pair.get(1).forename()));
        assertThat(twins.stream().map(pair -> pair.get(0).sex() == pair.get(1).sex()))
                .contains(true, false);
    }

    @Test
    void someChildrenBearTheWholeNameOfAParentInTheSameHouse() {
        assertThat(HOUSEHOLDS.stream().filter(PopulationTest::hasNamesake).count())
                .isBetween(50L, 400L);
    }

    @Test
    void parentsAreFifteenYearsOlderThanTheirChildrenAtLeast() {
        assertThat(of(HouseholdKind.FAMILY))
                .allSatisfy(family -> assertThat(family.members().get(1).born().plusYears(15))
                        .isBefore(children(family).get(0).born()));
    }

    @Test
    void fifteenDoorsShareAStreetAndItsPostcode() {
        for (int street = 0; street < 100; street++) {
            var doors = IntStream.range(street * 15, street * 15 + 15)
                    .mapToObj(door -> TOWN.home(door, HouseholdKind.SINGLE))
                    .toList();
            assertThat(doors.stream().map(Address::postcode).distinct()).hasSize(1);
            assertThat(doors.stream().map(Address::line).distinct()).hasSize(15);
        }
    }

    @Test
    void everyPostcodeHasTheShapeOfOneOfTheNorth() {
        assertThat(IntStream.range(0, 20_000)
                        .mapToObj(door -> TOWN.home(door, HouseholdKind.SINGLE).postcode()))
                .allMatch(postcode ->
                        postcode.matches("(L|M|WA|CH|PR|BL|OL|SK|LA|BB|FY|LS|BD|HX|HD|WF|S|NE|SR|DH|DL|TS|YO|HU)"
                                + "[0-9]{1,2} [0-9][ABD-HJLNP-UW-Z]{2}"));
    }

    @Test
    void theFormerHomeIsInAnotherStreetEvenInAHamlet() {
        for (int people : new int[] {1, 10, 100, 1_000}) {
            var hamlet = new Population(people, new Seed(people));
            for (int person = 0; person < people; person++) {
                Resident resident = hamlet.resident(person);
                var homes = resident.homes();
                assertThat(homes.subList(1, homes.size()))
                        .as("people and seed %d", people)
                        .doesNotContain(homes.get(0));
            }
        }
    }

    @Test
    void strangersShareCommunalAddressesAndSomeHaveNoAddressAtAll() {
        assertThat(of(HouseholdKind.COMMUNAL))
                .isNotEmpty()
                .allMatch(house -> house.members().size() >= 15);
        assertThat(of(HouseholdKind.NO_FIXED_ABODE))
                .isNotEmpty()
                .allMatch(house -> house.members().size() == 1);
        assertThat(TOWN.home(0, HouseholdKind.NO_FIXED_ABODE).postcode()).isEqualTo("ZZ99 3VZ");
    }

    @Test
    void theFirstOfJanuaryIsBirthdayOftenerThanChanceHasIt() {
        long newYear = PEOPLE.stream()
                .filter(person -> person.born().getDayOfYear() == 1)
                .count();
        assertThat(newYear).isBetween(2 * 20_000L / 365, 6 * 20_000L / 365);
    }

    @Test
    void nobodyIsUnbornOrOlderThanTheOldestRegister() {
        assertThat(PEOPLE)
                .allMatch(person ->
                        person.born().isBefore(Population.DAY) && person.born().isAfter(LocalDate.of(1901, 1, 1)));
    }

    @Test
    void aFormerSurnameIsAnotherSurname() {
        assertThat(PEOPLE).noneMatch(person -> person.surname().equals(person.formerSurname()));
    }

    @Test
    void surnamesAreAFewThatAllKnowAndManyThatNobodyDoes() {
        var surnames = PEOPLE.stream().map(Person::surname).toList();
        assertThat(new HashSet<>(surnames)).hasSizeGreaterThan(3_000);
        assertThat(surnames.stream().filter("SMITH"::equals).count()).isBetween(120L, 280L);
        assertThat(surnames).anyMatch(name -> name.contains("-")).anyMatch(name -> name.startsWith("O'"));
        assertThat(surnames).anyMatch(name -> name.endsWith("ŃSKI")).anyMatch(name -> name.endsWith("ŃSKA"));
    }

    @Test
    void thoseWhoMoveHaveLivedElsewhereAndTheLivingOfOneHouseholdLiveTogether() {
        LocalDate before = Population.DAY.minusYears(5);
        int moved = 0;
        for (int person = 0; person < TOWN.people(); person++) {
            Resident resident = TOWN.resident(person);
            assertThat(resident.homes()).contains(resident.homeOn(before));
            moved += resident.homeOn(before).equals(resident.home()) ? 0 : 1;
            if (resident.died().isEmpty()) {
                assertThat(resident.home()).isEqualTo(resident.homes().get(0));
            }
        }
        assertThat(moved / 20_000.0).isBetween(0.2, 0.5);
    }

    @Test
    void whoMarriesHadAnotherNameBeforeAndMostCouplesHadTwoHomes() {
        var renamed =
                PEOPLE.stream().filter(person -> person.renamed().isPresent()).toList();
        assertThat(renamed).hasSizeGreaterThan(2_000).allSatisfy(person -> {
            LocalDate day = person.renamed().orElseThrow();
            assertThat(day).isBefore(Population.DAY.plusDays(1));
            assertThat(person.surnameOn(day)).isEqualTo(person.surname());
            assertThat(person.surnameOn(day.minusDays(1))).isEqualTo(person.formerSurname());
            assertThat(person.sex()).isEqualTo(Sex.FEMALE);
        });
        assertThat(of(HouseholdKind.COUPLE).flatMap(couple -> couple.members().stream()))
                .allMatch(person -> person.joined().isPresent());
    }

    @Test
    void peopleDieMostlyOldAndKeepWhatTheyHadThen() {
        var dead = IntStream.range(0, TOWN.people())
                .mapToObj(TOWN::resident)
                .filter(resident -> resident.died().isPresent())
                .toList();
        assertThat(dead.size() / 20_000.0).isBetween(0.02, 0.06);
        assertThat(dead.stream().filter(resident -> resident.age() >= 65).count())
                .isGreaterThan(dead.size() / 2);
        assertThat(dead)
                .allMatch(resident -> resident.lastDay().isBefore(Population.DAY)
                        && resident.person().born().isBefore(resident.lastDay()));
    }

    @Test
    void someNamesAreCommonerInPoorerPlaces() {
        int[] all = new int[6];
        int[] pakistani = new int[6];
        for (int person = 0; person < TOWN.people(); person++) {
            Resident resident = TOWN.resident(person);
            int fifth = resident.deprivation().orElse(0);
            all[fifth]++;
            pakistani[fifth] += resident.person().heritage() == Heritage.PAKISTANI ? 1 : 0;
        }
        assertThat(pakistani[1] / (double) all[1]).isGreaterThan(1.5 * pakistani[5] / all[5]);
    }

    @Test
    void aRecordIsOfADayBetweenBirthAndTheLastAndNamesAreNoNewerThanAddresses() {
        var dice = new SplitMix64(3);
        LocalDate born = LocalDate.of(2024, 2, 29);
        LocalDate last = LocalDate.of(2025, 6, 30);
        for (Provider provider : Provider.values()) {
            for (int i = 0; i < 2_000; i++) {
                Contact.Days days = provider.contact().days(born, last, dice);
                assertThat(days.address()).isBetween(born, last);
                assertThat(days.name()).isBetween(born, days.address());
            }
        }
    }

    @Test
    void nobodyIsPrinted() {
        Resident resident = TOWN.resident(17);
        assertThat(Stream.of(resident, resident.person(), resident.home(), Entry.of(resident))
                        .map(Object::toString))
                .containsExactly("Resident[…]", "Person[…]", "Address[…]", "Entry[…]");
        assertThat(resident.household()).asString().matches("Household\\[[A-Z_]+, \\d+]");
    }

    private static List<Household> households() {
        int last = TOWN.householdOf(TOWN.people() - 1);
        return IntStream.range(0, last)
                .mapToObj(
                        household -> TOWN.resident(TOWN.firstMember(household)).household())
                .toList();
    }

    private static Stream<Household> of(HouseholdKind kind) {
        return HOUSEHOLDS.stream().filter(household -> household.kind() == kind);
    }

    private static Stream<String> surnames(Household household) {
        var surnames = new Surnames();
        return household.members().stream().map(Person::surname).map(surnames::inTheFeminine);
    }

    private static List<Person> parents(Household household) {
        int parents = switch (household.kind()) {
            case FAMILY, THREE_GENERATIONS -> 2;
            case LONE_PARENT -> 1;
            default -> 0;
        };
        return household.members().subList(0, parents);
    }

    private static List<Person> children(Household household) {
        int parents = parents(household).size();
        int grandparents = household.kind() == HouseholdKind.THREE_GENERATIONS ? 1 : 0;
        int end = household.members().size() - grandparents;
        return parents == 0 ? List.of() : household.members().subList(parents, end);
    }

    private static Stream<List<Person>> twins(List<Person> children) {
        var pairs = new ArrayList<List<Person>>();
        for (int i = 1; i < children.size(); i++) {
            if (children.get(i).born().equals(children.get(i - 1).born())) {
                pairs.add(children.subList(i - 1, i + 1));
            }
        }
        return pairs.stream();
    }

    private static boolean hasNamesake(Household household) {
        Set<String> names = new HashSet<>();
        parents(household).forEach(parent -> names.add(parent.forename() + " " + parent.surname()));
        return children(household).stream().anyMatch(child -> names.contains(child.forename() + " " + child.surname()));
    }
}
