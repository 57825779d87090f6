package uk.linkage;

import java.util.function.Function;
import uk.linkage.agreement.Agreement;
import uk.linkage.agreement.Decide;
import uk.linkage.file.Progress;
import uk.linkage.hub.block.CandidatePairs;
import uk.linkage.hub.compare.Patterns;
import uk.linkage.hub.decide.Claims;
import uk.linkage.hub.decide.Decision;
import uk.linkage.hub.decide.FittedModel;
import uk.linkage.hub.decide.MatchModel;
import uk.linkage.hub.decide.OperatingPoint;
import uk.linkage.hub.resolve.Assignment;
import uk.linkage.hub.resolve.Links;
import uk.linkage.hub.resolve.OneToOne;
import uk.linkage.hub.resolve.Rivalry;
import uk.linkage.hub.review.Judgements;

/**
 * The linkage of two providers, or of one that holds people twice with itself: block, compare, decide, assign.
 *
 * @param left the first provider's place among the files
 * @param right the second's, which may be the same
 * @param pairs what was looked at, by row
 * @param patterns how they compare
 * @param fitted what was learnt from that
 * @param assignment pairs worth a look or more, ranked, when every record has at most one partner where that is the rule; records are
 *     numbered over all providers
 * @param point where the line for links is drawn
 * @param verdicts what became of each pair
 * @param vetoed pairs worth a look or more that different person numbers forbid
 * @param quality what can be told of it without a truth, at its own threshold and at others
 */
record PairLinkage(
        int left,
        int right,
        CandidatePairs pairs,
        Patterns patterns,
        FittedModel fitted,
        Assignment assignment,
        OperatingPoint point,
        Verdicts verdicts,
        long vetoed,
        QualityTold quality) {
    private static final int EXACT_UP_TO = 20_000;

    /** Pairs less likely alone than one in a thousand rival nobody. */
    private static final double LEAST_RIVAL = -10;

    /** Links two providers. */
    static PairLinkage of(
            Agreement agreement, Records records, Judgements judgements, int left, int right, Progress progress) {
        boolean onceLeft = left != right && records.once(left);
        boolean onceRight = left != right && records.once(right);
        Learnt learnt = Learnt.of(agreement, records, left, right, progress);
        progress.begin("deciding");
        CandidatePairs pairs = learnt.pairs();
        Patterns patterns = learnt.patterns();
        FittedModel fitted = learnt.fitted();
        Worth worth =
                new Worth(pairs, patterns, fitted, records, judgements, records.first(left), records.first(right));
        double least = MatchModel.logOdds(agreement.decide().review());
        Assignment assignment = assign(worth.links(least, fitted.rank()), onceLeft, onceRight);
        Links contenders = worth.links(Math.min(least, LEAST_RIVAL), fitted.logOdds());
        Rivalry rivalry = Rivalry.of(contenders, onceLeft, onceRight);
        Function<Decide, Verdicts> decided =
                decide -> Verdicts.of(contenders, assignment.links(), rivalry, worth::pair, decide);
        OperatingPoint point = decided.apply(agreement.decide()).operatingPoint(agreement.decide());
        Verdicts verdicts = decided.apply(point.in(agreement.decide()));
        QualityTold quality = new PairQuality(agreement, records, left, right, learnt, verdicts, point).told(progress);
        return new PairLinkage(
                left, right, pairs, patterns, fitted, assignment, point, verdicts, worth.vetoed(least), quality);
    }

    /** Log-odds in bits that a pair would have without rivals. */
    double alone(int pair) {
        return fitted.logOdds()[patterns.of(pair)];
    }

    /** Log-odds in bits that it has among its rivals. */
    double among(int pair) {
        return verdicts.among(pair, this::alone);
    }

    /** The number of the pair of two records; negative where it was not looked at. */
    int find(Records records, int leftRecord, int rightRecord) {
        return pairs.find(leftRecord - records.first(left), rightRecord - records.first(right));
    }

    /** How many of the pairs weighed against each other are a record of this pair with another, where only one can be right. */
    int rivals(Records records, int leftRecord, int rightRecord) {
        int leftRow = leftRecord - records.first(left);
        int rightRow = rightRecord - records.first(right);
        boolean onceLeft = left != right && records.once(left);
        boolean onceRight = left != right && records.once(right);
        return (int) verdicts.weighed()
                .filter(pair -> onceRight && pairs.left(pair) == leftRow || onceLeft && pairs.right(pair) == rightRow)
                .filter(pair -> pairs.left(pair) != leftRow || pairs.right(pair) != rightRow)
                .count();
    }

    /** The pairs decided to be links, weighing their log-odds among their rivals. */
    Links links(Records records) {
        Links.Builder links = Links.builder();
        for (int pair : verdicts.decided(Decision.MATCH)) {
            links.add(records.first(left) + pairs.left(pair), records.first(right) + pairs.right(pair), among(pair));
        }
        return links.build();
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

    /** Pairs as links of records that are numbered over all providers, and back. */
    private record Worth(
            CandidatePairs pairs,
            Patterns patterns,
            FittedModel fitted,
            Records records,
            Judgements judgements,
            int firstLeft,
            int firstRight) {

        /** Pairs that nothing forbids of at least these log-odds alone, or answered to match, weighing what their pattern or the answer weighs. */
        Links links(double least, double[] weightOf) {
            Links.Builder links = Links.builder();
            for (int pair = 0; pair < pairs.size(); pair++) {
                if (isWorth(pair, least) && !isForbidden(pair)) {
                    links.add(leftRecord(pair), rightRecord(pair), weight(pair, weightOf));
                }
            }
            return links.build();
        }

        /** Log-odds that a pair would have without rivals. */
        double alone(int pair) {
            return weight(pair, fitted.logOdds());
        }

        private double weight(int pair, double[] weightOf) {
            return isAnsweredMatch(pair) ? Judgements.SURE : weightOf[patterns.of(pair)];
        }

        long vetoed(double least) {
            long vetoed = 0;
            for (int pair = 0; pair < pairs.size(); pair++) {
                vetoed += isWorth(pair, least) && hasDifferentNumbers(pair) ? 1 : 0;
            }
            return vetoed;
        }

        int pair(int left, int right) {
            return pairs.find(left - firstLeft, right - firstRight);
        }

        private boolean isWorth(int pair, double least) {
            return alone(pair) >= least;
        }

        private boolean isForbidden(int pair) {
            return hasDifferentNumbers(pair) || judgements.forbids(leftRecord(pair), rightRecord(pair));
        }

        private boolean hasDifferentNumbers(int pair) {
            return records.veto().forbids(leftRecord(pair), rightRecord(pair));
        }

        private boolean isAnsweredMatch(int pair) {
            return judgements.isMatch(leftRecord(pair), rightRecord(pair));
        }

        private int leftRecord(int pair) {
            return firstLeft + pairs.left(pair);
        }

        private int rightRecord(int pair) {
            return firstRight + pairs.right(pair);
        }
    }
}
