package uk.linkage;

import java.util.List;
import java.util.stream.IntStream;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.Blocking;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.block.EncodedTable;
import uk.linkage.hub.compare.Comparer;
import uk.linkage.hub.compare.Comparison;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.decide.Claims;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.decide.ModelFit;
import uk.linkage.hub.resolve.Assignment;
import uk.linkage.hub.resolve.Links;
import uk.linkage.hub.resolve.OneToOne;

/**
 * The linkage of two providers: block, compare, decide, assign.
 *
 * @param left the first provider's place among the files
 * @param right the second's
 * @param pairs what was looked at
 * @param patterns how they compare
 * @param model what was learnt from that
 * @param weights log-odds of each pattern, in bits
 * @param assignment what is left when every record has at most one partner, of pairs worth a look or more
 */
record PairLinkage(
        int left,
        int right,
        CandidatePairs pairs,
        Patterns patterns,
        MatchModel model,
        double[] weights,
        Assignment assignment) {
    private static final int EXACT_UP_TO = 20_000;

    /** @param first the number of each provider's first record, records being numbered over all providers */
    static PairLinkage of(
            Agreement agreement, List<EncodedTable> tables, int[] first, boolean[] once, int left, int right) {
        EncodedTable lefts = tables.get(left);
        EncodedTable rights = tables.get(right);
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), lefts, rights);
        Patterns patterns = Patterns.of(pairs, new Comparer(agreement, lefts, rights));
        MatchModel model = ModelFit.of(Comparison.of(agreement), pairs, patterns, once[left], once[right]);
        double[] weights = IntStream.range(0, patterns.size())
                .mapToDouble(pattern -> model.logOdds(patterns.levels(pattern)))
                .toArray();
        double floor = MatchModel.logOdds(agreement.decide().review());
        Links links = links(pairs, patterns, weights, floor, first[left], first[right]);
        return new PairLinkage(left, right, pairs, patterns, model, weights, assign(links, once[left], once[right]));
    }

    /** Links of this probability or more. */
    Links atLeast(double probability) {
        return assignment.links().atLeast(MatchModel.logOdds(probability));
    }

    /** How many assigned pairs were decided so. */
    long decided(Agreement agreement, Decision decision) {
        Links links = assignment.links();
        return IntStream.range(0, links.size())
                .filter(i -> Decision.of(MatchModel.probability(links.weight(i)), agreement.decide()) == decision)
                .count();
    }

    private static Links links(
            CandidatePairs pairs, Patterns patterns, double[] weights, double floor, int left, int right) {
        Links.Builder links = Links.builder();
        for (int pair = 0; pair < pairs.size(); pair++) {
            double weight = weights[patterns.of(pair)];
            if (weight >= floor) {
                links.add(left + pairs.left(pair), right + pairs.right(pair), weight);
            }
        }
        return links.build();
    }

    private static Assignment assign(Links links, boolean onceLeft, boolean onceRight) {
        double floor = links.size() == 0 ? 0 : links.weight(links.size() - 1) - 1;
        return onceLeft && onceRight
                ? new OneToOne(floor, EXACT_UP_TO).assign(links)
                : new Assignment(claimed(links, new Claims(onceLeft, onceRight)), 0, links.size(), 0, 0);
    }

    /** Heaviest first, as links come: the best choice where at most one side is limited. */
    private static Links claimed(Links links, Claims claims) {
        Links.Builder kept = Links.builder();
        for (int i = 0; i < links.size(); i++) {
            if (claims.take(links.left(i), links.right(i))) {
                kept.add(links.left(i), links.right(i), links.weight(i));
            }
        }
        return kept.build();
    }
}
