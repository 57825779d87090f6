package uk.linkage.benchmarks.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Two extracts and the pairs of local ids that are of one person, to be cut into harder ones.
 *
 * <pre>{@code
 * TwoFiles.read(essnet).each(table -> table.without(List.of("dob_day"))).write("essnet-no-day", folder);
 * }</pre>
 *
 * @param names of the two providers
 * @param truth with a column of each provider's local ids
 */
record TwoFiles(List<String> names, Table left, Table right, Table truth) {

    static TwoFiles read(LabelledSet set) throws IOException {
        return new TwoFiles(
                set.providers(),
                Table.read(set.extracts().get(0).file()),
                Table.read(set.extracts().get(1).file()),
                Table.read(set.truth()));
    }

    /** The same change to both extracts, the left first. */
    TwoFiles each(UnaryOperator<Table> change) {
        return new TwoFiles(names, change.apply(left), change.apply(right), truth);
    }

    /** A change to the second extract alone. */
    TwoFiles second(UnaryOperator<Table> change) {
        return new TwoFiles(names, left, change.apply(right), truth);
    }

    LabelledSet write(String name, Path folder) throws IOException {
        Path a = folder.resolve(names.get(0) + ".csv");
        Path b = folder.resolve(names.get(1) + ".csv");
        Path pairs = folder.resolve("truth.csv");
        left.write(a);
        right.write(b);
        truth.write(pairs);
        return LabelledSet.ofTwo(name, a, b, Map.of(), pairs);
    }
}
