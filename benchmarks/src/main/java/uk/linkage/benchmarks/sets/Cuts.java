package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Harder sets cut from the labelled ones: fewer columns, more gaps, less overlap, other surnames and homes.
 *
 * <p>Sizes and rates stand here and nowhere else.
 */
final class Cuts {
    private static final Renamed YEARS_LATER =
            new Renamed("sex", "surname", List.of("address", "postcode"), 0.15, 0.20);

    private final Map<String, Recipe> recipes = new LinkedHashMap<>();

    private Cuts() {}

    static Map<String, Recipe> recipes() {
        Cuts cuts = new Cuts();
        cuts.fewColumns();
        cuts.gaps();
        cuts.overlaps();
        cuts.essnet("essnet-renamed", (whole, dice) -> whole.second(table -> YEARS_LATER.of(table, dice)));
        return cuts.recipes;
    }

    private void fewColumns() {
        List<String> birth = List.of("dob_day", "dob_mon", "dob_year");
        essnet("essnet-names-birth", (whole, dice) -> whole.each(t -> t.without(List.of("address", "postcode"))));
        essnet(
                "essnet-names-birth-no-sex",
                (whole, dice) -> whole.each(t -> t.without(List.of("address", "postcode", "sex"))));
        essnet(
                "essnet-names-postcode",
                (whole, dice) -> whole.each(t -> t.without(birth).without(List.of("sex", "address"))));
        essnet("essnet-year-only", (whole, dice) -> whole.each(t -> t.without(List.of("dob_day", "dob_mon"))));
        List<String> few = List.of("rec_id", "given_name", "surname", "suburb", "postcode");
        recipes.put("febrl4-few", cut(Visible::febrl4, (whole, dice) -> whole.each(t -> t.columns(few))));
    }

    private void gaps() {
        essnet("essnet-missing-20", (whole, dice) -> whole.each(table -> new Gaps(0.2).of(table, dice)));
        essnet("essnet-missing-40", (whole, dice) -> whole.each(table -> new Gaps(0.4).of(table, dice)));
    }

    private void overlaps() {
        essnet("essnet-low-overlap", new Overlap(800, 12_000, 12_843)::of);
        essnet("essnet-no-overlap", new Overlap(0, 12_000, 12_000)::of);
        essnet("essnet-cohort", new Overlap(400, 500, 12_000)::of);
        essnet("essnet-small", new Overlap(150, 250, 300)::of);
    }

    /** What is done to a set to make it harder. */
    interface Cut {
        TwoFiles of(TwoFiles whole, Dice dice);
    }

    private void essnet(String name, Cut cut) {
        recipes.put(name, cut(Visible::essnet, cut));
    }

    private static Recipe cut(Recipe whole, Cut cut) {
        return (name, material) -> cut(whole.make(name, material), cut, name, material);
    }

    private static LabelledSet cut(LabelledSet whole, Cut cut, String name, Material material) throws IOException {
        return cut.of(TwoFiles.read(whole), material.dice(name)).write(name, material.room(name));
    }
}
