package uk.linkage.quality;

import java.util.OptionalDouble;

/**
 * How well people of one group were linked.
 *
 * <p>A pair counts for the group of either of its records, once where both are of it. So a false link of a woman's record with a man's
 * counts for both; and the counts of all groups may add up to more than those of the run.
 *
 * @param group what the labels call the group
 * @param pairwise pairs of which a record is of the group
 * @param recovered people of the group with two records or more that were recovered exactly
 * @param people how many such people there are
 * @param purity B-cubed precision of the group's records
 * @param completeness B-cubed recall of them
 */
public record GroupQuality(
        String group, Confusion pairwise, long recovered, long people, RecordMean purity, RecordMean completeness) {
    /** B-cubed F1 of the group's records; nothing where it is undefined or may not be told. */
    public OptionalDouble bCubedF1(SmallNumbers numbers) {
        OptionalDouble precision = numbers.told(purity);
        OptionalDouble recall = numbers.told(completeness);
        return precision.isPresent() && recall.isPresent()
                ? OptionalDouble.of(BCubed.f1(precision.getAsDouble(), recall.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** The share of the group's people that were recovered exactly. */
    public Estimate recoveredShare() {
        return Estimate.proportion(recovered, people, "nobody has two records");
    }
}
