package uk.linkage.hub.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import uk.linkage.file.Progress;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Discovery;
import uk.linkage.hub.compare.Patterns;

/**
 * How many pairs of one person no blocking rule found, to be expected from how those differ that were found.
 *
 * <p>Goal. A pair that no rule found leaves no trace, but its like do: pairs that one rule found by a hair. Counting rules, as
 * capture and recapture does, takes them for independent; match keys share parts, and each view leaves one component out, so they are not.
 * Here the rules are asked themselves.
 *
 * <p>Method. Pairs of one person are drawn from {@link PersonKinds} with values missing as they are in the files, and the rules are run on
 * each draw ({@link Discovery}). The share p that is found says how many there are in all: the pairs found, by their probabilities, over p.
 * But what is found is more alike than what is not, so the kinds are learnt from both: pairs found as seen, and draws not found in their stead
 * (expectation maximisation of a truncated sample: Dempster, Laird and Rubin 1977, section 4.2), {@value #ROUNDS} rounds of it. Further
 * rounds would follow kinds that are hardly ever found, about which found pairs say next to nothing. The last {@value #COUNTED} count.
 *
 * <p>Deterministic: draws come of a fixed seed.
 */
public final class MissedPairs {
    private static final int DRAWS = 10_000;
    private static final int ROUNDS = 12;
    private static final int COUNTED = 4;
    private static final int STEPS = 5;
    private static final double NEGLIGIBLE = 1e-3;

    private final Discovery discovery;
    private final PersonKinds kinds;
    private final SplittableRandom random = new SplittableRandom(2026);
    private final List<byte[]> levels = new ArrayList<>();
    private final List<Double> found = new ArrayList<>();
    private List<Unfound> unfound = List.of();

    /** A draw that no rule found. */
    private record Unfound(int kind, byte[] levels) {}

    private MissedPairs(List<Comparison> comparisons, Discovery discovery) {
        this.discovery = discovery;
        this.kinds = new PersonKinds(comparisons);
    }

    /**
     * Estimates it.
     *
     * @param patterns how the pairs found compare
     * @param likely for each pattern how many of its pairs are of one person, to be expected
     * @param progress is told of draws
     */
    public static double of(
            MatchModel model, Patterns patterns, double[] likely, Discovery discovery, Progress progress) {
        MissedPairs missed = new MissedPairs(model.comparisons(), discovery);
        missed.spread(model, patterns, likely);
        return missed.estimate(progress.begin("estimating what was missed", "draws", (long) ROUNDS * DRAWS));
    }

    /** How the pairs found are spread over states. */
    private void spread(MatchModel model, Patterns patterns, double[] likely) {
        double[] pairs = new double[patterns.states()];
        for (int pattern = 0; pattern < likely.length; pattern++) {
            if (likely[pattern] > NEGLIGIBLE) {
                int[] states = patterns.states(pattern);
                double[] chances = chances(model, patterns, pattern);
                double all = Arrays.stream(chances).sum();
                for (int i = 0; i < states.length && all > 0; i++) {
                    pairs[states[i]] += likely[pattern] * chances[i] / all;
                }
            }
        }
        IntStream.range(0, pairs.length).filter(s -> pairs[s] > NEGLIGIBLE).forEach(s -> {
            levels.add(patterns.levels(s));
            found.add(pairs[s]);
        });
    }

    private static double[] chances(MatchModel model, Patterns patterns, int pattern) {
        int[] states = patterns.states(pattern);
        double[] chances = patterns.chances(pattern).clone();
        for (int i = 0; i < states.length; i++) {
            chances[i] *= Math.pow(2, model.logM(patterns.levels(states[i])));
        }
        return chances;
    }

    private double estimate(LongConsumer drawn) {
        double all = found.stream().mapToDouble(Double::doubleValue).sum();
        double missed = 0;
        double sum = 0;
        for (int round = 0; round < ROUNDS && all > 0; round++) {
            learn(missed / Math.max(1, unfound.size()));
            unfound = draw();
            drawn.accept(DRAWS);
            missed = all * unfound.size() / Math.max(1, DRAWS - unfound.size());
            sum += round < ROUNDS - COUNTED ? 0 : missed;
        }
        return sum / COUNTED;
    }

    /** @param each how many pairs each draw that was not found stands for */
    private void learn(double each) {
        for (int step = 0; step < STEPS; step++) {
            kinds.forget();
            for (int i = 0; i < levels.size(); i++) {
                kinds.count(levels.get(i), found.get(i));
            }
            unfound.forEach(draw -> kinds.count(draw.kind, draw.levels, each));
            kinds.settle();
        }
    }

    private List<Unfound> draw() {
        List<Unfound> missed = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            int kind = kinds.draw(random);
            byte[] drawn = kinds.draw(kind, random);
            int left = random.nextInt(discovery.leftRows());
            int right = random.nextInt(discovery.rightRows());
            discovery.hide(left, right, drawn);
            if (!discovery.finds(left, right, drawn, random)) {
                missed.add(new Unfound(kind, drawn));
            }
        }
        return missed;
    }
}
