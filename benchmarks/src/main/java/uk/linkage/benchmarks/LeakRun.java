package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.quality.Edges;
import uk.linkage.quality.LeakIndex;
import uk.linkage.quality.LeakIndex.Leak;

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
 * <p>What is measured is told in {@link LeakIndex}. The plain filter of all fields by Dice, which graph attacks break,
 * stands first to compare with. Tokens of match keys are equal or not under any secret: of them it is told how many pairs
 * they join, all of which coincide.
 *
 * <p>Households are alike under every secret, and no code that links can hide them: it is told how many pairs they make,
 * what part of the leak of all views is theirs, and what an ideal code would leak that shows of two people how many
 * components are the same and nothing else.
 *
 * <p>The secrets are made from the seeds 1 and 2, so that a run can be repeated.
 */
public final class LeakRun {
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
        Edges plain = dice(first);
        Edges other = dice(plain(Encoded.secret(2)));
        shares(plain.leak(other, 0.1), plain.leak(other, 0.01), plain.leak(other, 0.001));
        LeakIndex index = LeakIndex.of(
                agreement,
                Encoded.table(agreement, Encoded.secret(1), people),
                Encoded.table(agreement, Encoded.secret(2), people));
        Leak all = index.allViews();
        shares(all.tenth(), all.hundredth(), all.thousandth());
        List<Leak> looks = Stream.of(index.views(), List.of(all), index.components())
                .flatMap(List::stream)
                .toList();
        shares(most(looks, Leak::tenth), most(looks, Leak::hundredth), most(looks, Leak::thousandth));
        out.println(" |");
    }

    private void shares(double... shares) {
        for (double share : shares) {
            out.printf(Locale.ROOT, " | %.3f", share);
        }
    }

    private static double most(List<Leak> looks, ToDoubleFunction<Leak> share) {
        return looks.stream().mapToDouble(share).max().orElse(0);
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
        LeakIndex index = LeakIndex.of(agreement, first, second);
        Households households = new Households(agreement, people);
        index.views().forEach(this::row);
        row(index.allViews());
        index.components().forEach(this::row);
        row(index.part("all views: part of households", households.among()));
        Edges ideal = households.ideal();
        row("ideal code: components equal or not", ideal, ideal);
    }

    private void row(String name, Edges first, Edges second) {
        row(new Leak(name, first.leak(second, 0.1), first.leak(second, 0.01), first.leak(second, 0.001)));
    }

    private void row(Leak leak) {
        out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f |%n",
                leak.look(),
                leak.tenth(),
                leak.hundredth(),
                leak.thousandth());
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
