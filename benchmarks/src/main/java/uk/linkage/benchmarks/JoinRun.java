package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.search.SimilarPairs;
import uk.linkage.bloom.search.ThresholdJoin;

/**
 * Exact searches of whole tables: how long, how many pairs, and what a second of processor time does. The first round of a
 * process pays for the compiler.
 *
 * <pre>
 * java --add-modules jdk.incubator.vector -cp benchmarks.jar uk.linkage.benchmarks.JoinRun --rows 100000 --threshold 0.8
 * </pre>
 */
public final class JoinRun {
    private JoinRun() {}

    /** Measures and prints. */
    public static void main(String... arguments) throws IOException {
        run(Choices.of(arguments), System.out);
    }

    static void run(Choices choices, PrintStream out) throws IOException {
        int rows = choices.number("rows", 100_000);
        Similarity similarity =
                Similarity.valueOf(choices.text("similarity").orElse("DICE").toUpperCase(Locale.ROOT));
        double threshold = choices.text("threshold").map(Double::parseDouble).orElse(0.8);
        ThresholdJoin join = new ThresholdJoin(
                similarity, threshold, Kernel.named(choices.text("kernel").orElse("fastest")));
        Filters filters = filters(choices, similarity, rows);
        out.println(
                "| search | kernel | threshold | pairs compared | found | wall s | CPU s | million pairs per CPU s |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (int round = 0; round < choices.number("rounds", 3); round++) {
            measure("between", join, (double) rows * rows, () -> join.between(filters.left(), filters.right()), out);
        }
        measure(
                "ten nearest",
                join,
                (double) rows * rows,
                () -> join.nearest(filters.left(), filters.right(), 10),
                out);
        measure("within", join, rows * (rows - 1.0) / 2, () -> join.within(filters.right()), out);
    }

    private static Filters filters(Choices choices, Similarity similarity, int rows) throws IOException {
        int bits = choices.number("bits", 1024);
        int copies = choices.number("copies", 1);
        return similarity == Similarity.AGREEMENT
                ? Filters.diffused(rows, bits, copies)
                : Filters.plain(rows, bits, copies);
    }

    private interface Search {
        SimilarPairs pairs();
    }

    private static void measure(String name, ThresholdJoin join, double compared, Search search, PrintStream out) {
        long wall = System.nanoTime();
        long cpu = Stages.cpuNanos();
        int found = search.pairs().size();
        double cpuSeconds = (Stages.cpuNanos() - cpu) / 1e9;
        out.printf(
                Locale.ROOT,
                "| %s, %s | %s | %s | %.3g | %d | %.2f | %.2f | %.0f |%n",
                name,
                join.similarity(),
                join.kernel(),
                join.threshold(),
                compared,
                found,
                (System.nanoTime() - wall) / 1e9,
                cpuSeconds,
                compared / cpuSeconds / 1e6);
    }
}
