package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;

/**
 * How much of who resembles whom shows through the codes: the leak index of an agreement, for each way in which a hub
 * can look at them.
 *
 * <pre>
 * java -cp benchmarks.jar uk.linkage.benchmarks.LeakRun --people 2000 --taps 10
 * java -cp benchmarks.jar uk.linkage.benchmarks.LeakRun --agreement agreement.json
 * java -cp benchmarks.jar uk.linkage.benchmarks.LeakRun --catalogue
 * </pre>
 *
 * <p>The same people are encoded under two secrets. Of the most alike pairs under the one, the share is told that are
 * among the most alike under the other: 10, 1 and 0.1 % of all pairs are taken, and just so much coincides by chance.
 * What is above that is what a graph attack has to align (Schaefer, Armknecht and Heng, ACSAC 2024). The plain filter of
 * all fields by Dice, which such attacks break, stands first to compare with. Tokens of match keys are equal or not under
 * any secret: of them it is told how many pairs they join, all of which coincide.
 *
 * <p>Households are alike under every secret, and no code that links can hide them: how many pairs they make is told, to
 * hold against 0.1 % of all.
 *
 * <p>The secrets are made from the seeds 1 and 2, so that a run can be repeated.
 */
public final class LeakRun {
    private static final double[] SHARES = {0.1, 0.01, 0.001};

    private final Agreement agreement;
    private final List<Person> people;
    private final PrintStream out;

    private LeakRun(Agreement agreement, List<Person> people, PrintStream out) {
        this.agreement = agreement;
        this.people = people;
        this.out = out;
    }

    /** Measures and prints. */
    public static void main(String... arguments) throws IOException {
        run(Choices.of(arguments), System.out);
    }

    static void run(Choices choices, PrintStream out) throws IOException {
        int people = choices.number("people", 2000);
        try (Population population = Population.of(2 * people, choices.number("seed", 2026))) {
            Agreement agreement = choices.agreement(population.profile());
            List<Person> sample =
                    population.gp(agreement).stream().limit(people).toList();
            if (choices.has("catalogue")) {
                catalogue(Catalogue.of(agreement), sample, out);
            } else {
                new LeakRun(agreement, sample, out).print();
            }
        }
    }

    /** A row for each variant: the plain filter, all views together, and of all looks the one that shows most. */
    private static void catalogue(Map<String, Agreement> variants, List<Person> people, PrintStream out) {
        out.println("| variant | bits set | plain filter 10 % | 1 % | 0.1 % | all views 10 % | 1 % | 0.1 %"
                + " | most telling look 10 % | 1 % | 0.1 % |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        variants.forEach((name, agreement) -> new LeakRun(agreement, people, out).line(name));
    }

    private void line(String name) {
        EncodingTable first = plain(Encoded.secret(1));
        out.printf(Locale.ROOT, "| %s | %.0f", name, averageCount(first));
        shares(dice(first), dice(plain(Encoded.secret(2))));
        HubSight sight = new HubSight(agreement, Encoded.table(agreement, Encoded.secret(1), people));
        List<Edges> mine = sight.edges();
        List<Edges> theirs = new HubSight(agreement, Encoded.table(agreement, Encoded.secret(2), people)).edges();
        int all = sight.names().indexOf("all views");
        shares(mine.get(all), theirs.get(all));
        for (double share : SHARES) {
            out.printf(Locale.ROOT, " | %.3f", most(mine, theirs, share));
        }
        out.println(" |");
    }

    private static double most(List<Edges> mine, List<Edges> theirs, double share) {
        return IntStream.range(0, mine.size())
                .mapToDouble(look -> mine.get(look).leak(theirs.get(look), share))
                .max()
                .orElse(0);
    }

    private static double averageCount(EncodingTable table) {
        return IntStream.range(0, table.rows()).map(table::count).average().orElse(0);
    }

    private void print() {
        out.printf(
                Locale.ROOT,
                "%d people, filter bits %d, code bits %d, %s%n%n",
                people.size(),
                agreement.filter().bits(),
                agreement.codeBits(),
                agreement.hardening().steps());
        out.printf("| looked at | 10 %% | 1 %% | 0.1 %% |%n|---|---|---|---|%n");
        plain();
        EncodedTable first = Encoded.table(agreement, Encoded.secret(1), people);
        codes(first, Encoded.table(agreement, Encoded.secret(2), people));
        keys(first);
        households();
    }

    private void plain() {
        EncodingTable first = plain(Encoded.secret(1));
        String name = String.format(Locale.ROOT, "plain filter (%.0f bits set)", averageCount(first));
        row(name, dice(first), dice(plain(Encoded.secret(2))));
    }

    private EncodingTable plain(LinkageSecret secret) {
        return Encoded.plain(Whole.of(agreement), secret, people);
    }

    private static Edges dice(EncodingTable table) {
        return Edges.of(table.rows(), 1, (left, right, scores) -> {
                    int a = table.count(left);
                    int b = table.count(right);
                    int shared = (a + b - table.differing(left, table, right)) / 2;
                    scores[0] = Similarity.DICE.of(shared, a, b, table.bits());
                })
                .get(0);
    }

    private void codes(EncodedTable first, EncodedTable second) {
        HubSight sight = new HubSight(agreement, first);
        List<Edges> mine = sight.edges();
        List<Edges> theirs = new HubSight(agreement, second).edges();
        for (int i = 0; i < mine.size(); i++) {
            row(sight.names().get(i), mine.get(i), theirs.get(i));
        }
    }

    private void row(String name, Edges first, Edges second) {
        out.print("| " + name);
        shares(first, second);
        out.println(" |");
    }

    private void shares(Edges first, Edges second) {
        for (double share : SHARES) {
            out.printf(Locale.ROOT, " | %.3f", first.leak(second, share));
        }
    }

    private void keys(EncodedTable table) {
        long pairs = (long) table.rows() * (table.rows() - 1) / 2;
        long joined = 0;
        for (int left = 0; left < table.rows(); left++) {
            for (int right = left + 1; right < table.rows(); right++) {
                joined += joined(table, left, right) ? 1 : 0;
            }
        }
        out.printf(Locale.ROOT, "%nA match key joins %d of %d pairs.%n", joined, pairs);
    }

    private boolean joined(EncodedTable table, int left, int right) {
        for (int key = 0; key < agreement.keys().size(); key++) {
            if (table.key(key).equal(left, table.key(key), right)) {
                return true;
            }
        }
        return false;
    }

    private void households() {
        out.printf(
                "%d pairs are of one surname and postcode, and are near in any code that links.%n",
                new Households(agreement, people).pairs());
    }
}
