package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.linkage.testdata.Synthetic;
import uk.linkage.testdata.Written;

/** Labelled sets as others made them, and the synthetic population. */
final class Visible {
    private Visible() {}

    static Map<String, Recipe> recipes() {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        recipes.put("febrl4", Visible::febrl4);
        recipes.put("febrl4-no-number", Visible::febrl4WithoutNumber);
        recipes.put("essnet_uk", Visible::essnet);
        recipes.put("rehearsal", Visible::rehearsal);
        return recipes;
    }

    /** Febrl's data set 4 (Christen 2008): every field and the social security number. */
    static LabelledSet febrl4(String name, Material material) {
        return febrl4(name, material, Map.of());
    }

    /** The same without the number, which alone would link most of it. */
    private static LabelledSet febrl4WithoutNumber(String name, Material material) {
        return febrl4(name, material, Map.of("person_number", ""));
    }

    private static LabelledSet febrl4(String name, Material material, Map<String, String> mapping) {
        Path folder = material.datasets().resolve("febrl4");
        return LabelledSet.ofTwo(
                name,
                folder.resolve("dataset4a.csv"),
                folder.resolve("dataset4b.csv"),
                mapping,
                folder.resolve("truth.csv"));
    }

    /** The ESSnet's fictional census and customer information system (McLeod, Heasman and Forbes 2011). */
    static LabelledSet essnet(String name, Material material) {
        Path folder = material.datasets().resolve("essnet_uk");
        return LabelledSet.ofTwo(
                name, folder.resolve("census.csv"), folder.resolve("cis.csv"), Map.of(), folder.resolve("truth.csv"));
    }

    private static LabelledSet rehearsal(String name, Material material) throws IOException {
        Written written = new Synthetic(material.people(), material.seed()).writeTo(material.room(name));
        return new LabelledSet(name, written.extracts(), Map.of(), written.truth(), true);
    }
}
