package uk.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.linkage.agreement.Decide;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.decide.OperatingPoint;
import uk.linkage.hub.decide.OperatingPoint.Likely;
import uk.linkage.hub.resolve.Links;
import uk.linkage.hub.resolve.Rivalry;

/**
 * What became of the pairs of two providers that are likely enough to be one person or to rival a pair that is; all others are no
 * match. By the number of the pair.
 */
final class Verdicts {
    private final int[] pairs;
    private final double[] alone;
    private final double[] among;
    private final double[] lead;
    private final boolean[] chosen;
    private final Decision[] decisions;

    private Verdicts(
            int[] pairs, double[] alone, double[] among, double[] lead, boolean[] chosen, Decision[] decisions) {
        this.pairs = pairs;
        this.alone = alone;
        this.among = among;
        this.lead = lead;
        this.chosen = chosen;
        this.decisions = decisions;
    }

    /**
     * Decides.
     *
     * @param contenders pairs weighing their log-odds alone
     * @param assigned the best assignment of them
     * @param rivalry of the contenders
     * @param pairOf the number of the pair of two records
     */
    static Verdicts of(Links contenders, Links assigned, Rivalry rivalry, IntBinaryOperator pairOf, Decide thresholds) {
        int[] byLink = numbers(contenders, pairOf);
        int[] sorted = Arrays.stream(byLink).sorted().toArray();
        double[] alone = new double[sorted.length];
        double[] among = new double[sorted.length];
        double[] lead = new double[sorted.length];
        Decision[] decisions = new Decision[sorted.length];
        boolean[] chosen = new boolean[sorted.length];
        for (int pair : numbers(assigned, pairOf)) {
            chosen[Arrays.binarySearch(sorted, pair)] = true;
        }
        for (int link = 0; link < byLink.length; link++) {
            int place = Arrays.binarySearch(sorted, byLink[link]);
            alone[place] = contenders.weight(link);
            among[place] = rivalry.among(link);
            lead[place] = rivalry.lead(link);
            Decision decision = Decision.of(
                    MatchModel.probability(contenders.weight(link)),
                    MatchModel.probability(rivalry.among(link)),
                    rivalry.lead(link),
                    thresholds);
            decisions[place] =
                    chosen[place] ? decision : beaten(decision, among[place], rivalry.lead(link), thresholds);
        }
        return new Verdicts(sorted, alone, among, lead, chosen, decisions);
    }

    /** Where the line is to be drawn between these verdicts' links, given by the agreement's own threshold, and the others. */
    OperatingPoint operatingPoint(Decide agreed) {
        Map<Boolean, List<Likely>> byLink = IntStream.range(0, pairs.length)
                .boxed()
                .collect(Collectors.partitioningBy(
                        place -> decisions[place] == Decision.MATCH,
                        Collectors.mapping(
                                place -> new Likely(
                                        MatchModel.probability(alone[place]), MatchModel.probability(among[place])),
                                Collectors.toList())));
        return OperatingPoint.of(byLink.get(true), byLink.get(false), agreed);
    }

    private static int[] numbers(Links links, IntBinaryOperator pairOf) {
        return IntStream.range(0, links.size())
                .map(i -> pairOf.applyAsInt(links.left(i), links.right(i)))
                .toArray();
    }

    /** A pair that the best assignment does without is worth telling only where it casts the doubt on one that is in it. */
    private static Decision beaten(Decision decision, double among, double lead, Decide thresholds) {
        boolean likely = decision == Decision.MATCH || decision == Decision.MANY_MATCH;
        boolean doubtful = MatchModel.probability(among) > 1 - thresholds.link() || lead > -thresholds.margin();
        return likely && doubtful ? Decision.MANY_MATCH : Decision.NO_MATCH;
    }

    /** The pairs that were decided on. */
    int[] pairs() {
        return pairs.clone();
    }

    /** What became of a pair. */
    Decision of(int pair) {
        int place = Arrays.binarySearch(pairs, pair);
        return place < 0 ? Decision.NO_MATCH : decisions[place];
    }

    /** Log-odds in bits of a pair among its rivals; where it is too unlikely to have any, those it has alone. */
    double among(int pair, IntToDoubleFunction alone) {
        int place = Arrays.binarySearch(pairs, pair);
        return place < 0 ? alone.applyAsDouble(pair) : among[place];
    }

    /** Bits by which a pair is likelier than its likeliest rival; nothing where it has none or is too unlikely to have any. */
    OptionalDouble lead(int pair) {
        int place = Arrays.binarySearch(pairs, pair);
        boolean leads = place >= 0 && Double.isFinite(lead[place]);
        return leads ? OptionalDouble.of(lead[place]) : OptionalDouble.empty();
    }

    /** The pairs that were weighed against each other, ascending. */
    IntStream weighed() {
        return Arrays.stream(pairs);
    }

    /** How many pairs were decided so, of those that were decided on at all. */
    long count(Decision decision) {
        return Arrays.stream(decisions).filter(decision::equals).count();
    }

    /**
     * The pairs that would be links were this the least probability of one, not below the agreement's of a pair worth a look.
     *
     * @param margin bits by which a link must lead its rivals
     */
    int[] linksAt(double least, double margin) {
        double bits = MatchModel.logOdds(least);
        return IntStream.range(0, pairs.length)
                .filter(place -> chosen[place] && lead[place] >= margin)
                .filter(place -> Math.min(alone[place], among[place]) >= bits)
                .map(place -> pairs[place])
                .toArray();
    }

    /** The pairs decided so. */
    int[] decided(Decision decision) {
        return IntStream.range(0, pairs.length)
                .filter(place -> decisions[place] == decision)
                .map(place -> pairs[place])
                .toArray();
    }
}
