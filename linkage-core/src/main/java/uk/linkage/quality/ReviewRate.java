package uk.linkage.quality;

import java.util.ArrayList;
import java.util.List;
import uk.linkage.hub.review.Answer;
import uk.linkage.hub.review.Answers;
import uk.linkage.hub.review.Given;
import uk.linkage.hub.review.ReviewKey;

/**
 * How many of the pairs in doubt that look alike are matches, as people answered some of them.
 *
 * <p>A fair estimate for all where the answered ones are a fair sample, as the first of a pattern in the list are. Unsure answers are left
 * out of the rate. The interval takes the pairs of the pattern as many; where most of them were answered it is wider than it need be.
 *
 * @param pattern its number in the run that asked
 * @param left one provider
 * @param right the other
 * @param pairs how many pairs look so alike
 * @param match answers that say match
 * @param noMatch answers that say no match
 * @param unsure answers that say neither
 */
public record ReviewRate(int pattern, String left, String right, int pairs, int match, int noMatch, int unsure) {

    /** The rates of the patterns of which any pair was answered afresh, in their order. */
    public static List<ReviewRate> of(Answers answers) {
        List<ReviewRate> rates = new ArrayList<>();
        answers.fresh().stream()
                .map(Given::pattern)
                .distinct()
                .sorted()
                .forEach(pattern -> rates.add(of(answers, pattern)));
        return rates;
    }

    private static ReviewRate of(Answers answers, int pattern) {
        List<ReviewKey.Entry> pairs = answers.key().entries().stream()
                .filter(entry -> entry.pattern() == pattern)
                .toList();
        return new ReviewRate(
                pattern,
                pairs.get(0).records().left().provider(),
                pairs.get(0).records().right().provider(),
                pairs.size(),
                count(answers, pattern, Answer.MATCH),
                count(answers, pattern, Answer.NO_MATCH),
                count(answers, pattern, Answer.UNSURE));
    }

    private static int count(Answers answers, int pattern, Answer answer) {
        return (int) answers.fresh().stream()
                .filter(given -> given.pattern() == pattern && given.answer() == answer)
                .count();
    }

    /** The share of matches, with its 95 % interval. */
    public Estimate rate() {
        return Estimate.proportion(match, match + noMatch, "nobody was sure of any");
    }
}
