package uk.linkage.quality;

import java.util.List;

/**
 * Pairs that have something wrong with them.
 *
 * @param causes what is wrong with either record of the pair
 * @param pairs true pairs of which this is so
 * @param missed how many of them were not found
 * @param falseLinks false pairs of which this is so
 * @param designEffect how many of the true pairs are worth one that stands by itself, since pairs of one person do not
 */
public record CauseCount(List<String> causes, long pairs, long missed, long falseLinks, double designEffect) {
    public CauseCount {
        causes = List.copyOf(causes);
    }

    /** What is wrong, for people to read. */
    public String words() {
        return causes.isEmpty() ? "nothing" : String.join(", ", causes);
    }

    /** The share of these true pairs that was found, as it may be told. */
    public SmallNumbers.Share recall(SmallNumbers numbers) {
        return numbers.share(pairs - missed, missed, designEffect, "none");
    }

    /** The share of these true pairs that was found. */
    public Estimate recall() {
        return Estimate.proportion(pairs - missed, pairs, designEffect, "no true pair has this");
    }
}
