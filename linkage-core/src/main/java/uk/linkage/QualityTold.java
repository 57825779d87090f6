package uk.linkage;

import java.util.List;
import uk.linkage.quality.WithoutTruth;

/**
 * What can be told of the linkage of two providers without a truth.
 *
 * @param estimate at the run's own threshold
 * @param atThresholds at others, ascending; empty where nothing can be told at all
 */
record QualityTold(WithoutTruth estimate, List<AtThreshold> atThresholds) {

    /**
     * What it would be at another threshold.
     *
     * @param link the least probability of a link
     * @param links how many pairs would be links
     * @param quality how good they would be
     */
    record AtThreshold(double link, long links, WithoutTruth quality) {}
}
