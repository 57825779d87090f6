package uk.linkage.hub.block;

/**
 * How near codes of two unrelated people come by chance. A diffused code agrees with another in half of its bits, with a
 * standard deviation of half the square root of their number.
 */
final class Chance {
    private static final double FEWEST = 2.5;

    private Chance() {}

    /** The deviations from the mean beyond which so many pairs a record come by chance, of all pairs of two tables. */
    static double deviations(double pairsPerRecord, int leftRows, int rightRows) {
        double wanted = pairsPerRecord * ((double) leftRows + rightRows) / Math.max(1, (double) leftRows * rightRows);
        double low = FEWEST;
        double high = 9;
        while (high - low > 0.001) {
            double middle = (low + high) / 2;
            low = tail(middle) > wanted ? middle : low;
            high = tail(middle) > wanted ? high : middle;
        }
        return low;
    }

    /** The most bits, over all views, in which a pair may differ to be nearer than so many chance pairs a record. */
    static int mostDiffering(double pairsPerRecord, EncodedTable left, EncodedTable right) {
        int bits = left.codeBits();
        return (int) (bits / 2.0 - deviations(pairsPerRecord, left.rows(), right.rows()) * Math.sqrt(bits) / 2);
    }

    /** Chance of a normal number beyond x, for x of 2 or more: the continued fraction of Laplace, cut short. */
    private static double tail(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) / (x + 1 / (x + 2 / (x + 3 / (x + 4 / x))));
    }
}
