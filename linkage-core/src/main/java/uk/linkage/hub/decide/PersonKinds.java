package uk.linkage.hub.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Comparison.Role;
import uk.linkage.hub.decide.Mixture.Kind;

/**
 * How pairs of one person differ, to be drawn from: kinds of pairs within each of which comparisons are independent, as in a {@link Mixture},
 * and one kind more, pairs in which each comparison is the same {@value #CARELESS_SAME} as often as expected. Without it no two slips would go
 * together, and pairs that differ in much would be thought rarer than they are. A worker: one thread.
 */
final class PersonKinds {
    private static final double PRIOR_PAIRS = 10;
    private static final double CARELESS_SHARE = 0.05;
    private static final double CARELESS_SAME = 0.75;

    private final List<Kind> prior;
    private double[] share;
    private double[][][] chance;
    private double[] shares;
    private double[][][] counts;

    PersonKinds(List<Comparison> comparisons) {
        this.prior = new ArrayList<>(Kinds.ofOnePerson(comparisons));
        prior.add(new Kind(
                CARELESS_SHARE, comparisons.stream().map(PersonKinds::careless).toArray(double[][]::new)));
        forget();
        settle();
    }

    private static double[] careless(Comparison comparison) {
        double same = comparison.m().get(0) * (comparison.role() == Role.SWAP ? 1 : CARELESS_SAME);
        double[] chances = new double[comparison.levels().size()];
        for (int level = 1; level < chances.length; level++) {
            double others = comparison.m().get(level - 1) / (1 - comparison.m().get(0));
            chances[level] = level == 1 ? same : others * (1 - same);
        }
        return chances;
    }

    /** Forgets all pairs but those that stand for the prior. */
    void forget() {
        shares = prior.stream().mapToDouble(kind -> kind.share() * PRIOR_PAIRS).toArray();
        counts = prior.stream()
                .map(kind -> Arrays.stream(kind.chance())
                        .map(chances -> times(chances, PRIOR_PAIRS))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /** Counts pairs of these levels, to each kind as it is likely to be theirs. */
    void count(byte[] levels, double pairs) {
        double[] likely = new double[share.length];
        for (int kind = 0; kind < likely.length; kind++) {
            likely[kind] = share[kind] * chance(levels, chance[kind]);
        }
        double all = Arrays.stream(likely).sum();
        for (int kind = 0; kind < likely.length && all > 0; kind++) {
            count(kind, levels, pairs * likely[kind] / all);
        }
    }

    /** Counts pairs of one kind. */
    void count(int kind, byte[] levels, double pairs) {
        shares[kind] += pairs;
        for (int c = 0; c < levels.length; c++) {
            counts[kind][c][levels[c]] += levels[c] == Comparison.MISSING ? 0 : pairs;
        }
    }

    /** Takes what was counted for what is. */
    void settle() {
        share = normalised(shares);
        chance = Arrays.stream(counts)
                .map(kind -> Arrays.stream(kind).map(PersonKinds::normalised).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /** A kind, drawn as often as it is. */
    int draw(RandomGenerator random) {
        return draw(share, random);
    }

    /** Levels of a pair of that kind. */
    byte[] draw(int kind, RandomGenerator random) {
        byte[] levels = new byte[chance[kind].length];
        for (int c = 0; c < levels.length; c++) {
            levels[c] = (byte) draw(chance[kind][c], random);
        }
        return levels;
    }

    private static int draw(double[] chances, RandomGenerator random) {
        double rest = random.nextDouble();
        int last = 0;
        for (int i = 0; i < chances.length && rest >= 0; i++) {
            rest -= chances[i];
            last = chances[i] > 0 ? i : last;
        }
        return last;
    }

    private static double chance(byte[] levels, double[][] chances) {
        double product = 1;
        for (int c = 0; c < levels.length; c++) {
            product *= levels[c] == Comparison.MISSING ? 1 : chances[c][levels[c]];
        }
        return product;
    }

    private static double[] normalised(double[] numbers) {
        return times(numbers, 1 / Arrays.stream(numbers).sum());
    }

    private static double[] times(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(number -> number * factor).toArray();
    }
}
