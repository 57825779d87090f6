package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.EncodedTable;

/**
 * What match keys give away to a hub that has a list of the population and not the secret: of each key how many records share
 * their token with another of the same provider, and how many records could be told by these counts alone. Who knows the
 * population can count likewise; a record whose counts over all keys nobody else has could be named.
 *
 * <pre>
 * java -cp benchmarks.jar uk.linkage.benchmarks.KeyRun --people 20000
 * </pre>
 */
public final class KeyRun {
    private KeyRun() {}

    /** Measures and prints. */
    public static void main(String... arguments) throws IOException {
        run(Choices.of(arguments), System.out);
    }

    static void run(Choices choices, PrintStream out) throws IOException {
        try (Population population = Population.of(choices.number("people", 20_000), choices.number("seed", 2026))) {
            Agreement agreement = choices.agreement(population.profile());
            EncodedTable table = Encoded.table(agreement, Encoded.secret(1), population.gp(agreement));
            List<int[]> others = IntStream.range(0, agreement.keys().size())
                    .mapToObj(key -> table.key(key).others())
                    .toList();
            out.println("| match key | records that share their token | most of one token |");
            out.println("|---|---|---|");
            for (int key = 0; key < others.size(); key++) {
                row(agreement.keys().get(key).name(), others.get(key), out);
            }
            tell(table.rows(), others, out);
        }
    }

    private static void row(String name, int[] others, PrintStream out) {
        long sharing = Arrays.stream(others).filter(n -> n > 0).count();
        int most = Arrays.stream(others).max().orElse(0) + 1;
        out.printf(Locale.ROOT, "| %s | %.4f | %d |%n", name, (double) sharing / others.length, most);
    }

    private static void tell(int rows, List<int[]> others, PrintStream out) {
        Map<List<Integer>, Integer> people = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            people.merge(counts(others, row), 1, Integer::sum);
        }
        long alone = people.values().stream().filter(n -> n == 1).count();
        int largest = people.values().stream().max(Integer::compare).orElse(0);
        out.printf(
                Locale.ROOT,
                "%nOf %d records %d (%.4f) have counts that no other record has; the commonest counts are those of %d.%n",
                rows,
                alone,
                (double) alone / rows,
                largest);
    }

    private static List<Integer> counts(List<int[]> others, int row) {
        return others.stream().map(key -> key[row]).toList();
    }
}
