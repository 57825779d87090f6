package uk.linkage.quality;

/**
 * By how much pairs say less than as many independent trials would: a measure of so many pairs is worth so many, divided by its design
 * effect, 1 or more. {@link Units} works them out.
 *
 * @param precision of pairs found, which go together in clusters
 * @param recall of pairs to be found, which go together in people
 * @param f1 of pairs that are either, which go together where clusters and people overlap
 */
public record DesignEffects(double precision, double recall, double f1) {
    /** Every pair is a trial by itself. */
    public static final DesignEffects NONE = new DesignEffects(1, 1, 1);

    /** Where how clusters and people overlap is not known: F1 is taken to say as little as the one of the two that says less. */
    static DesignEffects of(double precision, double recall) {
        return new DesignEffects(precision, recall, Math.max(precision, recall));
    }
}
