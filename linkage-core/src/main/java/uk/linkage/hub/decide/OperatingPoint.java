package uk.linkage.hub.decide;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.linkage.agreement.Decide;

/**
 * Where a run draws its lines: what pairs are links, so that of all links together as many are right as the parties want, and how far
 * down a reviewer would still find something.
 *
 * <p>The link threshold is the lowest probability, not below the agreement's, at which the expected precision of all links, the mean of
 * their probabilities among their rivals, is at least the agreement's target. So a doubtful link is taken where the sure ones make up for
 * it: in most runs the agreement's own threshold is enough, and where it is not the doubtful links go first. Where no threshold is
 * enough it is 1 and nothing short of certainty is a link.
 *
 * <p>The review threshold suggested is the lowest at which a batch of {@value #BATCH} pairs that are not links, the likeliest first, is
 * expected to hold one that is of one person. It does not change what is reviewed, which the agreement says.
 *
 * <p>Source: I. Fellegi and A. Sunter, A theory for record linkage, Journal of the American Statistical Association 64, 1969, who
 * choose thresholds by the errors wanted; that the mean over all that is accepted counts, not the last, is B. Efron's Bayesian false
 * discovery rate (Large-Scale Inference, 2010). Immutable.
 *
 * @param link the least probability of a link
 * @param review the least suggested for a person's look, never above {@code link}
 * @param target the agreement's wanted share of links that are right
 * @param expectedPrecision mean probability among rivals of the links; NaN where there are none
 */
public record OperatingPoint(double link, double review, double target, double expectedPrecision) {
    private static final int BATCH = 20;

    /**
     * A pair that may be a link.
     *
     * @param alone the probability that it would have without rivals
     * @param among the probability that it has among them
     */
    public record Likely(double alone, double among) {
        /** What a threshold is held against: a link reaches it both ways. */
        private double least() {
            return Math.min(alone, among);
        }
    }

    /**
     * Finds it.
     *
     * @param links pairs that are links at the agreement's own threshold
     * @param others pairs that are not
     */
    public static OperatingPoint of(List<Likely> links, List<Likely> others, Decide decide) {
        List<Likely> ranked = links.stream()
                .sorted(Comparator.comparingDouble(Likely::least).reversed())
                .toList();
        int kept = enough(ranked, decide.targetPrecision());
        double link = kept == ranked.size()
                ? decide.link()
                : kept == 0 ? 1 : ranked.get(kept - 1).least();
        double expected =
                ranked.stream().limit(kept).mapToDouble(Likely::among).average().orElse(Double.NaN);
        return new OperatingPoint(
                link, Math.min(link, review(ranked, kept, others)), decide.targetPrecision(), expected);
    }

    /** How many of them, likeliest first and equals together, are the most of which the target share is expected to be right. */
    private static int enough(List<Likely> ranked, double target) {
        int enough = 0;
        double right = 0;
        for (int i = 0; i < ranked.size(); i++) {
            right += ranked.get(i).among();
            boolean last = i + 1 == ranked.size()
                    || ranked.get(i + 1).least() < ranked.get(i).least();
            enough = last && right >= target * (i + 1) ? i + 1 : enough;
        }
        return enough;
    }

    private static double review(List<Likely> ranked, int kept, List<Likely> others) {
        double[] unlinked = Stream.concat(ranked.stream().skip(kept), others.stream())
                .mapToDouble(Likely::among)
                .sorted()
                .toArray();
        double least = 1;
        for (int end = unlinked.length; end > 0; end -= BATCH) {
            int start = Math.max(0, end - BATCH);
            if (Arrays.stream(unlinked, start, end).sum() < 1) {
                return least;
            }
            least = unlinked[start];
        }
        return least;
    }

    /** The agreement's thresholds with this one for a link in place of its own. */
    public Decide in(Decide agreed) {
        return new Decide(link, agreed.review(), agreed.targetPrecision(), agreed.margin(), agreed.differentNumbers());
    }
}
