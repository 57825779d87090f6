package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.linkage.benchmarks.sets.Registers.Entry;
import uk.linkage.benchmarks.sets.Townsfolk.Townsperson;

/**
 * People of the nineteenth century in two files, each of which holds a person several times: forenames shortened, dates in
 * part, much that nobody wrote down, a second home, occupation or married name here and there.
 *
 * <p>{@code history-like} writes a date of which the day or the month is not known as the first of them, as many such files
 * do; {@code history-partial} writes what is known, {@code 1862} or {@code 1862-05}; {@code history-one-file} is a single
 * file like those of {@code history-like}.
 */
final class History {
    private static final List<String> HEADER =
            List.of("unique_id", "first_name", "surname", "dob", "birth_place", "postcode", "occupation", "gender");
    /** What is left out of each column but the local id. */
    private static final double[] MISSING = {0.08, 0.04, 0.30, 0.35, 0.40, 0.50, 0.30};

    private static final Corruptor.Rates SLIPS = new Corruptor.Rates(0, 0.04, 0.01, 0);
    private static final int YEARS_BACK = 125;
    private static final double HELD = 0.75;
    private static final double ONE_MORE = 0.5;
    private static final int MOST = 6;
    private static final double SHORT_FORM = 0.12;
    private static final double INITIAL = 0.06;
    private static final double YEAR_ONLY = 0.15;
    private static final double YEAR_AND_MONTH = 0.05;
    private static final double OTHER_SURNAME = 0.15;
    private static final double OTHER_HOME = 0.15;
    private static final double OTHER_WORK = 0.20;
    private static final List<String> WORK = List.of(
            "farmer labourer weaver spinner miner clerk teacher servant dressmaker carpenter mason blacksmith tailor"
                    .concat(
                            " baker butcher grocer draper publican engineer fitter painter plumber carter sailor soldier")
                    .concat(" policeman nurse physician solicitor clergyman governess milliner laundress housekeeper")
                    .concat(" printer bookbinder saddler shoemaker cooper wheelwright gardener gamekeeper politician")
                    .concat(" writer artist musician actor architect surveyor merchant banker manufacturer")
                    .split(" "));

    private final Townsfolk town;
    private final Dice dice;
    private final Corruptor clerk;
    private final boolean partial;

    private History(Townsfolk town, Dice dice, boolean partial) {
        this.town = town;
        this.dice = dice;
        this.clerk = new Corruptor(SLIPS, dice);
        this.partial = partial;
    }

    static Map<String, Recipe> recipes() {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        recipes.put("history-like", written(false, "parish", "archive"));
        recipes.put("history-partial", written(true, "parish", "archive"));
        return recipes;
    }

    static Map<String, Recipe> oneFile() {
        return Map.of("history-one-file", written(false, "archive"));
    }

    private static Recipe written(boolean partial, String... providers) {
        return (name, material) -> make(name, material, partial).write(name, material, List.of(providers));
    }

    private static History make(String name, Material material, boolean partial) throws IOException {
        Townsfolk town = Townsfolk.of(material.people() / 5, material.seed(), material.room(name + "-town"));
        return new History(town, material.dice("history"), partial);
    }

    private LabelledSet write(String name, Material material, List<String> providers) throws IOException {
        Map<String, List<Entry>> files = new LinkedHashMap<>();
        providers.forEach(provider -> files.put(provider, new ArrayList<>()));
        for (int person = 0; person < town.people().size(); person++) {
            Life life = life(town.people().get(person));
            for (List<Entry> file : files.values()) {
                addTo(file, "P" + person, life);
            }
        }
        Registers registers = new Registers(material.room(name), HEADER, dice);
        for (Map.Entry<String, List<Entry>> file : files.entrySet()) {
            registers.add(file.getKey(), file.getValue());
        }
        return registers.finish(name, false);
    }

    private void addTo(List<Entry> file, String person, Life life) {
        int records = dice.chance(HELD) ? records() : 0;
        for (int record = 0; record < records; record++) {
            file.add(new Entry(person, cells(life)));
        }
    }

    private int records() {
        int records = 1;
        while (records < MOST && dice.chance(ONE_MORE)) {
            records++;
        }
        return records;
    }

    /** What is true of a person at one time or another. */
    private record Life(Townsperson person, Townsperson spouse, Townsperson later, String work, String laterWork) {}

    private Life life(Townsperson person) {
        return new Life(person, dice.pick(town.people()), dice.pick(town.people()), dice.pick(WORK), dice.pick(WORK));
    }

    private List<String> cells(Life life) {
        Townsperson person = life.person();
        boolean married = person.woman() && dice.chance(OTHER_SURNAME);
        List<String> cells = new ArrayList<>(List.of(
                clerk.cell(forename(person.forename())),
                clerk.cell(married ? life.spouse().surname() : person.surname()),
                date(person.born().minusYears(YEARS_BACK)),
                clerk.cell(person.town()),
                clerk.cell(dice.chance(OTHER_HOME) ? life.later().postcode() : person.postcode()),
                dice.chance(OTHER_WORK) ? life.laterWork() : life.work(),
                person.woman() ? "female" : "male"));
        for (int column = 0; column < MISSING.length; column++) {
            cells.set(column, dice.chance(MISSING[column]) ? "" : cells.get(column));
        }
        return cells;
    }

    private String forename(String forename) {
        if (dice.chance(INITIAL)) {
            return forename.substring(0, 1);
        }
        List<String> forms = town.shortForms().getOrDefault(forename, List.of(forename));
        return dice.chance(SHORT_FORM) ? dice.pick(forms) : forename;
    }

    private String date(LocalDate born) {
        if (dice.chance(YEAR_ONLY)) {
            return partial
                    ? Integer.toString(born.getYear())
                    : born.withDayOfYear(1).toString();
        }
        if (dice.chance(YEAR_AND_MONTH)) {
            return partial
                    ? String.format(Locale.ROOT, "%04d-%02d", born.getYear(), born.getMonthValue())
                    : born.withDayOfMonth(1).toString();
        }
        return born.toString();
    }
}
