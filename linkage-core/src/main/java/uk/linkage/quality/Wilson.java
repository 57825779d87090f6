package uk.linkage.quality;

/** The score interval for a binomial proportion (Wilson 1927) at 95 %. */
final class Wilson {
    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    static Estimate.Measured interval(long successes, long trials) {
        return interval(successes, trials, trials);
    }

    /** Of trials that say as much as so many independent ones, which need not be a whole number. */
    static Estimate.Measured interval(long successes, long of, double trials) {
        double share = (double) successes / of;
        double shrink = 1 + Z * Z / trials;
        double centre = (share + Z * Z / (2.0 * trials)) / shrink;
        double variance = share * (1 - share) / trials + Z * Z / (4.0 * trials * trials);
        double half = Z * Math.sqrt(variance) / shrink;
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == of ? 1 : Math.min(1, centre + half);
        return new Estimate.Measured(share, low, high);
    }
}
