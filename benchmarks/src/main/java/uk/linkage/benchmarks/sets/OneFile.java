package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.linkage.benchmarks.sets.Registers.Entry;

/**
 * Single files that hold people more than once. {@code duplicates-one-file} is Febrl's originals and duplicates together,
 * without the number, which alone would tell.
 */
final class OneFile {
    private OneFile() {}

    static Map<String, Recipe> recipes() {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        recipes.put("duplicates-one-file", OneFile::make);
        recipes.putAll(History.oneFile());
        return recipes;
    }

    private static LabelledSet make(String name, Material material) throws IOException {
        TwoFiles febrl = TwoFiles.read(Visible.febrl4(name, material)).each(t -> t.without(List.of("soc_sec_id")));
        Registers registers = new Registers(material.room(name), febrl.left().header(), material.dice(name));
        Map<String, String> original = new HashMap<>();
        febrl.truth().rows().forEach(pair -> original.put(pair.get(1), pair.get(0)));
        List<Entry> entries = Stream.of(febrl.left(), febrl.right())
                .flatMap(table -> table.rows().stream())
                .map(row -> new Entry(original.getOrDefault(row.get(0), row.get(0)), row.subList(1, row.size())))
                .toList();
        registers.add("persons", entries);
        return registers.finish(name, false);
    }
}
