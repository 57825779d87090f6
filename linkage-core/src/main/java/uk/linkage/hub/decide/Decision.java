package uk.linkage.hub.decide;

import uk.linkage.agreement.Decide;

/** What becomes of a pair; names from the Department for Education's matching service. */
public enum Decision {
    /** A link. */
    MATCH,
    /** Would be a link, but another pair of one of its records is nearly as likely, and only one of them can be right. */
    MANY_MATCH,
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

    /**
     * The decision on a pair that competes with others.
     *
     * @param alone the probability it would have without them
     * @param among the probability it has among them
     * @param lead binary logarithm of how many times likelier it is than the likeliest of them
     */
    public static Decision of(double alone, double among, double lead, Decide thresholds) {
        Decision unrivalled = of(alone, thresholds);
        boolean clear = among >= thresholds.link() && lead >= thresholds.margin();
        return unrivalled == MATCH && !clear ? MANY_MATCH : unrivalled;
    }
}
