package uk.linkage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import uk.linkage.agreement.Agreement;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Comparer;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.Explanation;
import uk.linkage.hub.decide.Explanation.Ground;
import uk.linkage.hub.decide.PairWeight;
import uk.linkage.hub.resolve.Clusters;
import uk.linkage.hub.review.Judgements;

/** Tells of any two records of a run why they are linked or not, whether or not they were looked at. */
record Explainer(
        Agreement agreement, Records records, Judgements judgements, List<PairLinkage> pairs, Clusters people) {
    /** Of two records by number; nothing where their providers were not linked, as one that holds each person once is not with itself. */
    Optional<Explanation> of(int record, int other) {
        int left = Math.min(record, other);
        int right = Math.max(record, other);
        return pairs.stream()
                .filter(linkage -> left != right
                        && linkage.left() == records.providerOf(left)
                        && linkage.right() == records.providerOf(right))
                .findFirst()
                .map(linkage -> of(linkage, left, right));
    }

    private Explanation of(PairLinkage linkage, int left, int right) {
        int pair = linkage.find(records, left, right);
        PairWeight weight =
                pair >= 0 ? linkage.fitted().weight(linkage.patterns().of(pair)) : compared(linkage, left, right);
        return new Explanation(
                pair >= 0 ? linkage.pairs().foundBy(pair) : List.of(),
                weight,
                pair >= 0 ? linkage.among(pair) : weight.logOdds(),
                linkage.rivals(records, left, right),
                pair >= 0 ? linkage.verdicts().lead(pair) : OptionalDouble.empty(),
                linkage.point().link(),
                agreement.decide().margin(),
                ground(left, right),
                pair >= 0 ? linkage.verdicts().of(pair) : Decision.NO_MATCH,
                people.clusterOf(left) == people.clusterOf(right));
    }

    /** What a pair that no rule found would have weighed. */
    private PairWeight compared(PairLinkage linkage, int left, int right) {
        Comparer comparer = Learnt.comparer(agreement, records, linkage.left(), linkage.right());
        CandidatePairs single =
                linkage.pairs().single(left - records.first(linkage.left()), right - records.first(linkage.right()));
        return linkage.fitted().weight(Patterns.of(single, comparer), 0);
    }

    private Ground ground(int left, int right) {
        if (judgements.isMatch(left, right) || judgements.forbids(left, right)) {
            return Ground.ANSWER;
        }
        return records.veto().forbids(left, right) ? Ground.DIFFERENT_NUMBERS : Ground.WEIGHT;
    }
}
