package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.Encoding;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.Similarity;
import uk.linkage.bloom.TokenSet;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.provider.person.Person;
import uk.linkage.provider.tokenise.LinkageSecret;
import uk.linkage.provider.tokenise.Tokeniser;
import uk.linkage.quality.Edges;

/**
 * The leak index of every hardening of the catalogue on the same people and views, and of two encodings that are known to
 * be broken: what an attacker sees who sums, over all views, the bits in which two codes agree.
 *
 * <pre>
 * java -cp benchmarks.jar uk.linkage.benchmarks.HardeningRun --people 2000
 * </pre>
 *
 * <p>What the index is stands in {@link LeakRun}; what the same hardenings do to quality, {@code QualityRun --hardening
 * NAME} tells.
 */
public final class HardeningRun {
    private static final int BROKEN_BITS = 1024;
    private static final int BROKEN_ROWS = 15;

    private final Agreement agreement;
    private final List<Person> people;
    private final PrintStream out;

    private HardeningRun(Agreement agreement, List<Person> people, PrintStream out) {
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
            new HardeningRun(agreement, sample, out).print();
        }
    }

    private void print() {
        out.printf("| hardening | 10 %% | 1 %% | 0.1 %% |%n|---|---|---|---|%n");
        row("plain, by Dice", plainByDice(1), plainByDice(2));
        Hardened.catalogue().forEach((name, chain) -> {
            Agreement hardened = Hardened.of(agreement, chain);
            row(name, codes(hardened, 1), codes(hardened, 2));
        });
        row("tabulation min-hash (broken)", tabulation(1), tabulation(2));
        row("two-step hash (broken)", twoStep(1), twoStep(2));
    }

    private void row(String name, Edges first, Edges second) {
        out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f |%n",
                name,
                first.leak(second, 0.1),
                first.leak(second, 0.01),
                first.leak(second, 0.001));
    }

    private Edges codes(Agreement hardened, int seed) {
        EncodedTable table = Encoded.table(hardened, Encoded.secret(seed), people);
        List<EncodingTable> views = new ArrayList<>();
        for (int view = 0; view < hardened.views().size(); view++) {
            views.add(table.view(view));
        }
        return byAgreement(views);
    }

    private Edges plainByDice(int seed) {
        EncodedTable table =
                Encoded.table(Hardened.of(agreement, Hardened.catalogue().get("plain")), Encoded.secret(seed), people);
        return edges((left, right) -> {
            double sum = 0;
            for (int v = 0; v < agreement.views().size(); v++) {
                EncodingTable view = table.view(v);
                int set = view.count(left) + view.count(right);
                int shared = (set - view.differing(left, view, right)) / 2;
                sum += Similarity.DICE.of(shared, view.count(left), view.count(right), view.bits());
            }
            return sum;
        });
    }

    private Edges tabulation(int seed) {
        List<EncodingTable> views = new ArrayList<>();
        for (int view = 0; view < agreement.views().size(); view++) {
            BrokenTabulationMinHash worker = new BrokenTabulationMinHash(seed(seed, view), BROKEN_BITS);
            EncodingTable.Builder table = EncodingTable.builder(BROKEN_BITS);
            List<Encoding> codes = each(view, Encoded.secret(seed), worker::encode);
            codes.forEach(table::add);
            views.add(table.build());
        }
        return byAgreement(views);
    }

    private Edges twoStep(int seed) {
        List<List<long[]>> views = new ArrayList<>();
        for (int view = 0; view < agreement.views().size(); view++) {
            BrokenTwoStepHash worker = new BrokenTwoStepHash(seed(seed, view), BROKEN_BITS, BROKEN_ROWS);
            views.add(each(view, Encoded.secret(seed), tokens -> {
                long[] numbers = worker.encode(tokens);
                Arrays.sort(numbers);
                return numbers;
            }));
        }
        return edges((left, right) -> views.stream()
                .mapToDouble(view -> BrokenTwoStepHash.jaccard(view.get(left), view.get(right)))
                .sum());
    }

    /** What becomes of every person's tokens in a view. */
    private <T> List<T> each(int view, LinkageSecret secret, Function<TokenSet, T> encode) {
        Tokeniser tokeniser = new Tokeniser(agreement, secret);
        return people.stream()
                .map(person -> encode.apply(tokeniser.tokens(person).views().get(view)))
                .toList();
    }

    private static byte[] seed(int seed, int view) {
        byte[] bytes = new byte[32];
        new SplittableRandom(31L * seed + view).nextBytes(bytes);
        return bytes;
    }

    private Edges byAgreement(List<EncodingTable> views) {
        return edges((left, right) -> -views.stream()
                .mapToInt(view -> view.differing(left, view, right))
                .sum());
    }

    private Edges edges(Likeness likeness) {
        return Edges.of(people.size(), 1, (left, right, scores) -> scores[0] = likeness.of(left, right))
                .get(0);
    }

    /** How alike two people are, larger where they are more so. */
    private interface Likeness {
        double of(int left, int right);
    }
}
