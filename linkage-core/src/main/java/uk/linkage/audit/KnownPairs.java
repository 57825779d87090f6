package uk.linkage.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.audit.learn.CodeBits;
import uk.linkage.audit.learn.Known;
import uk.linkage.audit.learn.Learner;
import uk.linkage.audit.learn.Learner.Guesser;
import uk.linkage.audit.learn.MatchedFilter;
import uk.linkage.audit.learn.Parities;
import uk.linkage.audit.learn.Ranks;
import uk.linkage.audit.learn.Ridge;
import uk.linkage.bloom.EncodingTable;
import uk.linkage.bloom.harden.Diffusion;
import uk.linkage.file.Progress;
import uk.linkage.file.Step;
import uk.linkage.provider.person.Person;

/**
 * Learning from known pairs: an attacker who knows of {@value #PAIRS} people which records are theirs learns what pieces of names,
 * dates and places do to code bits, and says of other records which row of the register fits best.
 *
 * <p>Three learners are let loose and the best of them counts: naive Bayes over code bits, ridge regression, and where there is a
 * linear diffusion the decoding of parities, by the first {@value #PARITY_BITS} bits of each code only, since it is slow. Of a small file
 * half is taken as known. {@value #TARGETS} records are attacked at most, the rest of the register being candidates.
 *
 * <p>Source: learning from pairs goes back to the constraint attack of Kuzu, Kantarcioglu, Durham and Malin (PETS 2011); for the learners
 * see {@link uk.linkage.audit.learn}.
 */
record KnownPairs() implements Attack {
    private static final int PAIRS = 1_000;
    private static final int TARGETS = 500;
    private static final int PARITY_BITS = 256;
    private static final int ROUNDS = 25;

    @Override
    public String name() {
        return "known-pairs";
    }

    @Override
    public String attackerHas() {
        return "the register, and of " + PAIRS + " people which records are theirs (of a small file, of half)";
    }

    @Override
    public Outcome on(Scene scene) {
        Split split = Split.of(scene);
        Map<String, Long> right = new LinkedHashMap<>();
        Map<String, Learner> learners = new LinkedHashMap<>();
        learners.put("naive Bayes", new MatchedFilter());
        learners.put("ridge", new Ridge());
        if (isDiffused(scene.agreement())) {
            learners.put("parities", new Parities(ROUNDS));
        }
        learners.forEach((name, learner) -> {
            int bits = learner instanceof Parities ? PARITY_BITS : Integer.MAX_VALUE;
            right.put(name, right(scene, split, learner, bits, scene.progress().within(name)));
        });
        long best = right.values().stream().max(Long::compare).orElseThrow();
        List<String> told = new ArrayList<>();
        right.forEach((learner, n) ->
                told.add(String.format(Locale.ROOT, "%s %.4f", learner, n / (double) split.targets().length)));
        return new Outcome(split.targets().length, best, 1.0 / split.candidates().length, String.join(", ", told));
    }

    private static boolean isDiffused(Agreement agreement) {
        return agreement.hardening().steps().stream().anyMatch(Diffusion.class::isInstance);
    }

    private static long right(Scene scene, Split split, Learner learner, int bits, Progress progress) {
        Traits traits = new Traits(scene.agreement(), scene.agreement().views());
        int[][] known = traits.of(select(scene.people(), split.known()));
        int[][] candidates = traits.of(select(scene.register(), split.candidates()));
        Mixing mixing = new Mixing(scene.agreement(), traits.positions());
        CodeBits codes = codes(scene, split.known(), bits);
        Step learning = progress.begin("learning", "code bits", codes.bits());
        Guesser guesser = learner.learn(new Known(known, mixing.priors(), mixing.clarity(known), codes), learning);
        progress.begin("weighing " + candidates.length + " candidates");
        float[][] scores = guesser.scores(codes(scene, split.targets(), bits), candidates);
        int[] ranks = Ranks.of(scores);
        return Math.round(Ranks.within(1, ranks) * ranks.length);
    }

    private static List<Person> select(List<Person> people, int[] rows) {
        return IntStream.of(rows).mapToObj(people::get).toList();
    }

    private static CodeBits codes(Scene scene, int[] rows, int bits) {
        List<EncodingTable> tables = IntStream.range(
                        0, scene.agreement().views().size())
                .mapToObj(view -> scene.file().view(view).select(rows))
                .toList();
        return CodeBits.of(tables, bits);
    }

    /**
     * Who is known, who is attacked, and whom the attacker thinks of.
     *
     * @param known records, each of somebody in the register
     * @param targets other such records
     * @param candidates rows of the register that are not known: those of the targets first, in their order
     */
    private record Split(int[] known, int[] targets, int[] candidates) {
        static Split of(Scene scene) {
            int[] records = IntStream.range(0, scene.file().rows())
                    .filter(record -> scene.owner(record) != Scene.NOBODY)
                    .toArray();
            int pairs = Math.min(PAIRS, records.length / 2);
            int[] known = IntStream.range(0, pairs).map(i -> records[i]).toArray();
            int[] targets = IntStream.range(pairs, Math.min(records.length, pairs + TARGETS))
                    .map(i -> records[i])
                    .toArray();
            return new Split(known, targets, candidates(scene, known, targets));
        }

        private static int[] candidates(Scene scene, int[] known, int[] targets) {
            BitSet others = new BitSet();
            others.set(0, scene.register().size());
            IntStream.of(known).map(scene::owner).forEach(others::clear);
            int[] owners = IntStream.of(targets).map(scene::owner).toArray();
            IntStream.of(owners).forEach(others::clear);
            return IntStream.concat(IntStream.of(owners), others.stream()).toArray();
        }
    }
}
