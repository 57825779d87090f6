package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.linkage.benchmarks.sets.Registers.Entry;
import uk.linkage.benchmarks.sets.Townsfolk.Townsperson;

/**
 * Two snapshots of a voter roll some years apart, without the voter's number: the year of birth is all that is published of
 * the date; in {@code voter-like-age} only the age on the day; and in {@code voter-few} nothing but names, city and zip code.
 */
final class Voters {
    private static final List<String> HEADER = List.of(
            "row_id",
            "last_name",
            "first_name",
            "middle_name",
            "birth_year",
            "age",
            "sex_code",
            "res_street_address",
            "res_city_desc",
            "zip_code");
    private static final int FIRST_YEAR = 2021;
    private static final int SECOND_YEAR = 2025;
    private static final int VOTING_AGE = 18;
    private static final double ON_THE_ROLL = 0.85;
    private static final double OTHER_SURNAME_OF_WOMEN = 0.06;
    private static final double MOVED = 0.15;
    private static final double MIDDLE_NAME = 0.85;
    private static final double MIDDLE_INITIAL = 0.10;
    private static final Corruptor.Rates SLIPS = new Corruptor.Rates(0.005, 0.02, 0, 0.002);

    private final List<Townsperson> people;
    private final Dice dice;
    private final Corruptor clerk;

    private Voters(List<Townsperson> people, Dice dice) {
        this.people = people;
        this.dice = dice;
        this.clerk = new Corruptor(SLIPS, dice);
    }

    static Map<String, Recipe> recipes() {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        recipes.put("voter-like", published(without("age")));
        recipes.put("voter-like-age", published(without("birth_year")));
        recipes.put("voter-few", published(List.of("row_id", "last_name", "first_name", "res_city_desc", "zip_code")));
        return recipes;
    }

    private static List<String> without(String column) {
        return HEADER.stream().filter(name -> !name.equals(column)).toList();
    }

    private static Recipe published(List<String> columns) {
        return (name, material) -> make(name, material, columns);
    }

    private static LabelledSet make(String name, Material material, List<String> columns) throws IOException {
        Dice dice = material.dice("voters");
        List<Townsperson> grown =
                Townsfolk.of(material.people() / 2, material.seed(), material.room(name + "-town")).people().stream()
                        .filter(person -> person.born().getYear() <= FIRST_YEAR - VOTING_AGE)
                        .toList();
        Registers registers = new Registers(material.room(name), HEADER, columns, dice);
        return new Voters(grown, dice).write(name, registers);
    }

    private LabelledSet write(String name, Registers registers) throws IOException {
        List<Entry> first = new ArrayList<>();
        List<Entry> second = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            Voter voter = voter(people.get(person));
            add(first, person, voter, FIRST_YEAR);
            add(second, person, later(voter), SECOND_YEAR);
        }
        registers.add("first", first);
        registers.add("second", second);
        return registers.finish(name, true);
    }

    private void add(List<Entry> roll, int person, Voter voter, int year) {
        if (dice.chance(ON_THE_ROLL)) {
            roll.add(new Entry("P" + person, cells(voter, year)));
        }
    }

    /** A voter's names, and whose door theirs is. */
    private record Voter(Townsperson person, String surname, String middleName, Townsperson home) {}

    private Voter voter(Townsperson person) {
        String middleName = dice.chance(MIDDLE_NAME) ? forenameOf(person.woman()) : "";
        return new Voter(person, person.surname(), middleName, person);
    }

    private String forenameOf(boolean woman) {
        Townsperson other = dice.pick(people);
        while (other.woman() != woman) {
            other = dice.pick(people);
        }
        return other.forename();
    }

    private Voter later(Voter voter) {
        boolean renamed = voter.person().woman() && dice.chance(OTHER_SURNAME_OF_WOMEN);
        return new Voter(
                voter.person(),
                renamed ? dice.pick(people).surname() : voter.surname(),
                voter.middleName(),
                dice.chance(MOVED) ? dice.pick(people) : voter.home());
    }

    private List<String> cells(Voter voter, int year) {
        Townsperson person = voter.person();
        int born = person.born().getYear();
        boolean initial = !voter.middleName().isEmpty() && dice.chance(MIDDLE_INITIAL);
        List<String> cells = new ArrayList<>(List.of(
                voter.surname(),
                person.forename(),
                initial ? voter.middleName().substring(0, 1) : voter.middleName(),
                Integer.toString(born),
                Integer.toString(year - born),
                person.woman() ? "F" : "M",
                voter.home().street(),
                voter.home().town(),
                zip(voter.home().postcode())));
        cells.replaceAll(clerk::cell);
        clerk.swap(cells, 0, 1);
        return cells;
    }

    /** Five digits that stand for the district of a postcode. */
    private static String zip(String postcode) {
        String district = postcode.substring(0, postcode.indexOf(' '));
        return String.format(Locale.ROOT, "%05d", 27_000 + Math.floorMod(district.hashCode(), 2_000));
    }
}
