package uk.linkage.quality;

import java.util.List;

/**
 * Pairs that have something wrong with them.
 *
 * @param causes what is wrong with either record of the pair
 * @param pairs true pairs of which this is so
 * @param missed how many of them were not found
 * @param falseLinks false pairs of which this is so
 */
public record CauseCount(List<String> causes, long pairs, long missed, long falseLinks) {
    public CauseCount {
        causes = List.copyOf(causes);
    }

    /** The share of these true pairs that was found. */
    public Estimate recall() {
        return Estimate.proportion(pairs - missed, pairs, "no true pair has this");
    }
}
