package uk.linkage.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.linkage.agreement.Agreement;
import uk.linkage.audit.Mixing;
import uk.linkage.audit.Traits;
import uk.linkage.audit.learn.CodeBits;
import uk.linkage.audit.learn.Known;
import uk.linkage.audit.learn.Learner;
import uk.linkage.audit.learn.MatchedFilter;
import uk.linkage.audit.learn.Network;
import uk.linkage.audit.learn.Parities;
import uk.linkage.audit.learn.Ranks;
import uk.linkage.audit.learn.Ridge;
import uk.linkage.provider.person.Person;

/**
 * An attacker at the hub who knows of some people which codes are theirs, has a list of the population in the clear and
 * does not know the secret: how often the owner of another code comes out first among all candidates.
 *
 * <pre>
 * java -cp benchmarks.jar uk.linkage.benchmarks.KnownPlaintextRun --known 8000 --taps 10
 * java -cp benchmarks.jar uk.linkage.benchmarks.KnownPlaintextRun --sights plain,whole --learners ridge --times 0.5
 * </pre>
 *
 * <p>Candidates are others than the known people and hold the owners of the codes attacked, as the very same records; by
 * chance one in so many comes out first. What is counted against the codes is the best of all ways to learn. The people
 * come from a seed and the secret from another, so that a run can be repeated.
 */
public final class KnownPlaintextRun {
    private static final Map<String, Learner> LEARNERS = new LinkedHashMap<>();

    static {
        LEARNERS.put("filter", new MatchedFilter());
        LEARNERS.put("ridge", new Ridge());
        LEARNERS.put("network", new Network(256, 10));
        LEARNERS.put("parities", new Parities(25));
    }

    private final Choices choices;
    private final int targets;
    private final int candidates;
    private final PrintStream out;

    private KnownPlaintextRun(Choices choices, PrintStream out) {
        this.choices = choices;
        this.candidates = choices.number("candidates", 10_000);
        this.targets = Math.min(candidates, choices.number("targets", 500));
        this.out = out;
    }

    /** Attacks and prints. */
    public static void main(String... arguments) throws IOException {
        run(Choices.of(arguments), System.out);
    }

    static void run(Choices choices, PrintStream out) throws IOException {
        new KnownPlaintextRun(choices, out).all();
    }

    private void all() throws IOException {
        int[] known = Stream.of(choices.text("known").orElse("1000,8000").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        int most = IntStream.of(known).max().orElseThrow();
        int enough = (most + candidates) * 6 / 5;
        try (Population population = Population.of(enough, choices.number("seed", 2026))) {
            Agreement agreement = choices.agreement(population.profile());
            List<Person> people =
                    population.gp(agreement).stream().limit(most + candidates).toList();
            heading(agreement);
            for (Sight sight : sights(agreement, people)) {
                for (int pairs : known) {
                    attack(sight, people, most, pairs);
                }
            }
        }
    }

    private void heading(Agreement agreement) {
        out.printf(
                Locale.ROOT,
                "%d codes, %d candidates; filter bits %d, code bits %d, taps %d%n%n",
                targets,
                candidates,
                agreement.filter().bits(),
                agreement.codeBits(),
                Hardened.diffusion(agreement).taps());
        out.printf(
                "| seen | pairs known | learner | first | among the first ten | processor seconds |%n|---|---|---|---|---|---|%n");
    }

    private List<Sight> sights(Agreement agreement, List<Person> people) {
        List<Sight> sights = new ArrayList<>();
        for (String sight : choices.text("sights").orElse("plain,together").split(",")) {
            switch (sight) {
                case "plain" -> sights.add(Sight.plain(agreement, people));
                case "whole" -> sights.add(Sight.whole(agreement, people));
                case "together" -> sights.addAll(Sight.codes(agreement, people, false));
                default -> sights.addAll(Sight.codes(agreement, people, true));
            }
        }
        return sights;
    }

    /** The first people are the known ones, and those after {@code most} the candidates, the owners of codes first. */
    private void attack(Sight sight, List<Person> people, int most, int pairs) {
        Traits traits = new Traits(sight.agreement(), sight.views());
        int[][] knownTraits = traits.of(people.subList(0, pairs));
        int[][] candidateTraits = traits.of(people.subList(most, people.size()));
        CodeBits codes = CodeBits.of(sight.tables(), choices.number("bits", Integer.MAX_VALUE));
        Mixing mixing = new Mixing(sight.agreement(), traits.positions());
        Known known = new Known(knownTraits, mixing.priors(), mixing.clarity(knownTraits), codes.people(0, pairs));
        for (String name :
                choices.text("learners").orElse("filter,ridge,network,parities").split(",")) {
            if (!sight.plain() || !name.equals("parities")) {
                long start = Stages.cpuNanos();
                int[] ranks = Ranks.of(
                        LEARNERS.get(name).learn(known).scores(codes.people(most, most + targets), candidateTraits));
                row(sight.name(), pairs, name, ranks, (Stages.cpuNanos() - start) / 1e9);
            }
        }
    }

    private void row(String sight, int pairs, String learner, int[] ranks, double seconds) {
        out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %.4f | %.4f | %.0f |%n",
                sight,
                pairs,
                learner,
                Ranks.within(1, ranks),
                Ranks.within(10, ranks),
                seconds);
    }
}
