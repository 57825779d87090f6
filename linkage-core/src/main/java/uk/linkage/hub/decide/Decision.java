package uk.linkage.hub.decide;

import uk.linkage.agreement.Decide;

/** What becomes of a pair; names from the Department for Education's matching service. */
public enum Decision {
    /** A link. */
    MATCH,
    /** Worth a person's look. */
    POTENTIAL_MATCH,
    /** No link. */
    NO_MATCH;

    /** The decision on a pair of this probability. */
    public static Decision of(double probability, Decide thresholds) {
        if (probability >= thresholds.link()) {
            return MATCH;
        }
        return probability >= thresholds.review() ? POTENTIAL_MATCH : NO_MATCH;
    }
}
