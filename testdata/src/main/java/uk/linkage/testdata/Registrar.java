package uk.linkage.testdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Enters the births and marriages of one household: who they are, and what they inherit from each other.
 *
 * <p>Made for one household, with its dice; not shared. The rules that make linkage hard are here: wives who took
 * the name and wives who did not, sons called after their fathers, twins who share all but the forename.
 *
 * <pre>{@code
 * var registrar = new Registrar(Heritage.IRISH, forenames, surnames, dice);
 * List<Person> family = registrar.family();
 * }</pre>
 */
final class Registrar {
    /** In ten thousand births. A pair for 155 births in ten thousand puts 3 babies in 100 into pairs. */
    private static final int PAIRS = 155;

    private static final int SINGLE_WOMEN_DIVORCED = 2_000;
    private static final int LONE_MOTHERS_DIVORCED = 3_500;
    private static final int TWINS_OF_ONE_SEX = 6_700;
    private static final int SON_NAMED_AFTER_FATHER = 450;
    private static final int DAUGHTER_NAMED_AFTER_MOTHER = 150;

    private final Heritage heritage;
    private final Forenames forenames;
    private final Surnames surnames;
    private final SplitMix64 dice;

    Registrar(Heritage heritage, Forenames forenames, Surnames surnames, SplitMix64 dice) {
        this.heritage = heritage;
        this.forenames = forenames;
        this.surnames = surnames;
        this.dice = dice;
    }

    Person single(int youngest, int oldest) {
        Person single = grownUp(Sex.draw(dice), born(youngest, oldest), surnames.draw(heritage, dice));
        return perhapsDivorced(single, SINGLE_WOMEN_DIVORCED);
    }

    List<Person> couple(int youngest, int oldest) {
        LocalDate hers = born(youngest, oldest);
        return married(hers, later(hers.plusYears(dice.between(18, 36))));
    }

    List<Person> family() {
        LocalDate eldest = born(0, 22);
        List<Person> parents = married(before(eldest, 18, 39), eldest.minusDays(dice.below(2_200)));
        return with(parents, children(parents, eldest));
    }

    List<Person> loneParent() {
        LocalDate eldest = born(0, 22);
        Sex sex = dice.chance(8_600) ? Sex.FEMALE : Sex.MALE;
        Person parent = grownUp(sex, before(eldest, 17, 39), surnames.draw(heritage, dice));
        List<Person> alone = List.of(perhapsDivorced(parent, LONE_MOTHERS_DIVORCED));
        return with(alone, children(alone, eldest));
    }

    /** Parents, their children, and a grandparent of the name. */
    List<Person> threeGenerations() {
        List<Person> family = family();
        Person parent = family.get(dice.below(2));
        LocalDate born = before(parent.born(), 18, 33);
        Sex sex = dice.chance(6_500) ? Sex.FEMALE : Sex.MALE;
        String name = parent.sex() == Sex.FEMALE ? parent.formerSurname() : parent.surname();
        LocalDate joined = Population.DAY.minusDays(1L + dice.below(5_000));
        return with(family, List.of(grownUp(sex, born, name).joinedOn(joined)));
    }

    /** A woman whose name has been another's for some years of her grown-up life. */
    private Person perhapsDivorced(Person person, int inTenThousand) {
        int years = person.ageOn(Population.DAY) - 25;
        boolean divorced = person.sex() == Sex.FEMALE && years > 0 && dice.chance(inTenThousand);
        return divorced ? person.renamedOn(Population.DAY.minusDays(dice.below(years * 365))) : person;
    }

    /** A man and a woman who live together from a day on; she may take his name some time before or after. */
    private List<Person> married(LocalDate hers, LocalDate together) {
        Person husband = grownUp(Sex.MALE, before(hers, -2, 7), surnames.draw(heritage, dice));
        String own = surnames.ofHerOwn(heritage, dice);
        boolean took = dice.chance(heritage.oneSurname());
        Person wife = took
                ? person(Sex.FEMALE, estimated(hers), surnames.inTheFeminine(husband.surname()), own)
                        .renamedOn(later(together.plusDays(dice.below(1_800) - 300L)))
                : grownUp(Sex.FEMALE, hers, own);
        return List.of(wife.joinedOn(together), husband.joinedOn(together));
    }

    private List<Person> children(List<Person> parents, LocalDate eldest) {
        String family = familyName(parents);
        int births = births();
        var children = new ArrayList<Person>();
        LocalDate born = eldest;
        for (int birth = 0; birth < births && born.isBefore(Population.DAY); birth++) {
            bear(parents, children, family, born);
            born = born.plusDays(dice.between(330, 1_900));
        }
        return children;
    }

    private void bear(List<Person> parents, List<Person> children, String family, LocalDate born) {
        Person first = child(parents, children, Sex.draw(dice), family, born);
        children.add(first);
        if (dice.chance(PAIRS)) {
            Sex second =
                    dice.chance(TWINS_OF_ONE_SEX) ? first.sex() : first.sex().other();
            children.add(child(parents, children, second, family, born));
        }
    }

    private Person child(List<Person> parents, List<Person> siblings, Sex sex, String family, LocalDate born) {
        String surname = surnames.of(sex, family);
        String forename = forename(parents, siblings, sex, born);
        return Person.of(heritage, sex, born, forename, surname, otherThan(surname));
    }

    private String forename(List<Person> parents, List<Person> siblings, Sex sex, LocalDate born) {
        for (Person parent : parents) {
            if (parent.sex() == sex && free(siblings, parent.forename()) && dice.chance(namedAfter(sex))) {
                return parent.forename();
            }
        }
        String forename = forenames.draw(heritage, sex, born.getYear(), dice);
        while (!free(siblings, forename)) {
            forename = forenames.draw(heritage, sex, born.getYear(), dice);
        }
        return forename;
    }

    private static int namedAfter(Sex sex) {
        return sex == Sex.MALE ? SON_NAMED_AFTER_FATHER : DAUGHTER_NAMED_AFTER_MOTHER;
    }

    private static boolean free(List<Person> siblings, String forename) {
        return siblings.stream().noneMatch(sibling -> sibling.forename().equals(forename));
    }

    private String familyName(List<Person> parents) {
        String hers = parents.get(0).surname();
        String his = parents.get(parents.size() - 1).surname();
        boolean joins = !his.equals(hers) && heritage == Heritage.BRITISH && dice.chance(1_500);
        return joins ? surnames.joined(hers, his) : his;
    }

    private int births() {
        int point = dice.below(100);
        return point < 34 ? 1 : point < 74 ? 2 : point < 92 ? 3 : 4;
    }

    private Person grownUp(Sex sex, LocalDate born, String family) {
        String surname = surnames.of(sex, family);
        return person(sex, estimated(born), surname, otherThan(surname));
    }

    private Person person(Sex sex, LocalDate born, String surname, String former) {
        String forename = forenames.draw(heritage, sex, born.getYear(), dice);
        return Person.of(heritage, sex, born, forename, surname, former.equals(surname) ? otherThan(surname) : former);
    }

    private String otherThan(String surname) {
        String other = surnames.draw(heritage, dice);
        while (other.equals(surname)) {
            other = surnames.draw(heritage, dice);
        }
        return other;
    }

    private LocalDate estimated(LocalDate born) {
        return dice.chance(heritage.estimatedBirthday()) ? born.withDayOfYear(1) : born;
    }

    /** The day, or yesterday where it is yet to come. */
    private static LocalDate later(LocalDate day) {
        return day.isBefore(Population.DAY) ? day : Population.DAY.minusDays(1);
    }

    private LocalDate born(int youngest, int oldest) {
        return before(Population.DAY, youngest, oldest);
    }

    /** A day between so many and so many years before another, and at least one day before it. */
    private LocalDate before(LocalDate day, int least, int most) {
        return day.minusYears(dice.between(least, most)).minusDays(1L + dice.below(365));
    }

    private static List<Person> with(List<Person> first, List<Person> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
