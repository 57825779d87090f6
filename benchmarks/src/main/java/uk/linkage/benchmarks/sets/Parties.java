package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.linkage.benchmarks.sets.Registers.Entry;

/**
 * Five files of one source, each with three people in five: the ESSnet's census and customer information system say how two
 * of them write a person down, the others copy one or the other and make slips of their own.
 */
final class Parties {
    private static final Corruptor.Rates RATES = new Corruptor.Rates(0.02, 0.02, 0.01, 0.005);
    private static final int PEOPLE = 10_000;
    private static final double HELD = 0.6;
    private static final List<String> COPIES = List.of("health", "school", "housing");

    private final TwoFiles source;
    private final Dice dice;
    private final Corruptor clerk;
    private final List<List<List<String>>> people = new ArrayList<>();

    private Parties(TwoFiles source, Dice dice) {
        this.source = source;
        this.dice = dice;
        this.clerk = new Corruptor(RATES, dice);
        Map<String, List<String>> lefts = byId(source.left());
        Map<String, List<String>> rights = byId(source.right());
        dice.shuffled(source.truth().rows()).stream()
                .limit(PEOPLE)
                .map(pair -> List.of(lefts.get(pair.get(0)), rights.get(pair.get(1))))
                .forEach(people::add);
    }

    static Map<String, Recipe> recipes() {
        return Map.of("five-party", Parties::make);
    }

    private static LabelledSet make(String name, Material material) throws IOException {
        TwoFiles source = TwoFiles.read(Visible.essnet(name, material));
        Dice dice = material.dice(name);
        Registers registers = new Registers(material.room(name), source.left().header(), dice);
        return new Parties(source, dice).write(name, registers);
    }

    private LabelledSet write(String name, Registers registers) throws IOException {
        registers.add(source.names().get(0), held(versions -> versions.get(0)));
        registers.add(source.names().get(1), held(versions -> versions.get(1)));
        for (String copy : COPIES) {
            registers.add(copy, held(versions -> copied(dice.pick(versions))));
        }
        return registers.finish(name, true);
    }

    /** What a file has of the two versions of a person. */
    private interface View {
        List<String> of(List<List<String>> versions);
    }

    private List<Entry> held(View view) {
        List<Entry> entries = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            if (dice.chance(HELD)) {
                List<String> row = view.of(people.get(person));
                entries.add(new Entry("P" + person, row.subList(1, row.size())));
            }
        }
        return entries;
    }

    private List<String> copied(List<String> row) {
        List<String> copy = new ArrayList<>(row);
        copy.replaceAll(clerk::cell);
        clerk.swap(copy, source.left().column("forename"), source.left().column("surname"));
        clerk.swap(copy, source.left().column("dob_day"), source.left().column("dob_mon"));
        return copy;
    }

    private static Map<String, List<String>> byId(Table table) {
        Map<String, List<String>> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(row.get(0), row));
        return rows;
    }
}
