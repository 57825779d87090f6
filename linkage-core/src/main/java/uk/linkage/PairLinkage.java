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
import uk.linkage.hub.decide.FittedModel;
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
 * @param pairs what was looked at, by row
 * @param patterns how they compare
 * @param fitted what was learnt from that
 * @param assignment pairs worth a look or more, ranked, when every record has at most one partner; records are numbered
 *     over all providers
 * @param links the same, weighing the log-odds of each
 */
record PairLinkage(
        int left,
        int right,
        CandidatePairs pairs,
        Patterns patterns,
        FittedModel fitted,
        Assignment assignment,
        Links links) {
    private static final int EXACT_UP_TO = 20_000;

    /** @param first the number of each provider's first record */
    static PairLinkage of(
            Agreement agreement, List<EncodedTable> tables, int[] first, boolean[] once, int left, int right) {
        EncodedTable lefts = tables.get(left);
        EncodedTable rights = tables.get(right);
        CandidatePairs pairs = CandidatePairs.of(Blocking.of(agreement), lefts, rights);
        Patterns patterns = Patterns.of(pairs, new Comparer(agreement, lefts, rights));
        FittedModel fitted = ModelFit.of(Comparison.of(agreement), pairs, patterns, once[left], once[right]);
        Worth worth = new Worth(pairs, patterns, fitted, first[left], first[right]);
        Assignment assignment = assign(worth.ranked(agreement.decide().review()), once[left], once[right]);
        return new PairLinkage(left, right, pairs, patterns, fitted, assignment, worth.believed(assignment.links()));
    }

    /** Links of this probability or more. */
    Links atLeast(double probability) {
        return links.atLeast(MatchModel.logOdds(probability));
    }

    /** How many assigned pairs were decided so. */
    long decided(Agreement agreement, Decision decision) {
        return IntStream.range(0, links.size())
                .filter(i -> Decision.of(MatchModel.probability(links.weight(i)), agreement.decide()) == decision)
                .count();
    }

    private static Assignment assign(Links ranked, boolean onceLeft, boolean onceRight) {
        double floor = ranked.size() == 0 ? 0 : ranked.weight(ranked.size() - 1) - 1;
        return onceLeft && onceRight
                ? new OneToOne(floor, EXACT_UP_TO).assign(ranked)
                : new Assignment(claimed(ranked, new Claims(onceLeft, onceRight)), 0, ranked.size(), 0, 0);
    }

    /** Heaviest first, as links come: the best choice where at most one side is limited. */
    private static Links claimed(Links ranked, Claims claims) {
        Links.Builder kept = Links.builder();
        for (int i = 0; i < ranked.size(); i++) {
            if (claims.take(ranked.left(i), ranked.right(i))) {
                kept.add(ranked.left(i), ranked.right(i), ranked.weight(i));
            }
        }
        return kept.build();
    }

    /** Pairs as links: by rank to assign them, by log-odds to believe them. */
    private record Worth(CandidatePairs pairs, Patterns patterns, FittedModel fitted, int firstLeft, int firstRight) {

        Links ranked(double probability) {
            double least = MatchModel.logOdds(probability);
            Links.Builder links = Links.builder();
            for (int pair = 0; pair < pairs.size(); pair++) {
                int pattern = patterns.of(pair);
                if (fitted.logOdds()[pattern] >= least) {
                    links.add(firstLeft + pairs.left(pair), firstRight + pairs.right(pair), fitted.rank()[pattern]);
                }
            }
            return links.build();
        }

        Links believed(Links assigned) {
            Links.Builder links = Links.builder();
            for (int i = 0; i < assigned.size(); i++) {
                int pair = pairs.find(assigned.left(i) - firstLeft, assigned.right(i) - firstRight);
                links.add(assigned.left(i), assigned.right(i), fitted.logOdds()[patterns.of(pair)]);
            }
            return links.build();
        }
    }
}
