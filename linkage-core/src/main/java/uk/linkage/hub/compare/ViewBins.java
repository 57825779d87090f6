package uk.linkage.hub.compare;

import java.util.Arrays;
import uk.linkage.agreement.Agreement;
import uk.linkage.bloom.harden.Chain;

/**
 * How much can be told from the code bits in which two records differ in a view: their number, cut into bins about as
 * wide as the noise of the code, and the chance of each bin given the filter distance. Bin 0 is that of equal codes.
 *
 * <p>The number is binomial about what the hardening makes of the distance; the distance itself is not quite the sum of
 * its components', since tokens share filter bits, so the chances are widened by {@value #MODEL_ERROR} of the correlation
 * between its ends, and no bin is ever quite ruled out. Immutable.
 */
final class ViewBins {
    private static final double STEP = 6;
    private static final double GROWTH = 0.1;
    private static final double MODEL_ERROR = 0.12;
    private static final double FLOOR = 1e-6;
    private static final int MOST_BINS = 120;

    private final int[] upTo;
    private final double[][] chances;
    private final double[][] mostBeyond;
    private final int[] likeliest;

    private ViewBins(int[] upTo, double[][] chances) {
        this.upTo = upTo;
        this.chances = chances;
        this.mostBeyond = Arrays.stream(chances).map(ViewBins::mostBeyond).toArray(double[][]::new);
        this.likeliest = Arrays.stream(chances).mapToInt(ViewBins::likeliest).toArray();
    }

    static ViewBins of(Agreement agreement) {
        int[] upTo = edges(agreement.hardening(), agreement.filter().bits());
        double[][] chances = new double[upTo.length][agreement.filter().bits() + 1];
        for (int distance = 0; distance < chances[0].length; distance++) {
            fill(
                    chances,
                    distance,
                    upTo,
                    agreement.hardening(),
                    agreement.filter().bits());
        }
        return new ViewBins(upTo, chances);
    }

    /** Bins grow with the distance, and end where the code tells nothing more. */
    private static int[] edges(Chain hardening, int filterBits) {
        int codeBits = hardening.outputBits(filterBits);
        double unrelated = codeBits / 2.0 - Math.sqrt(codeBits) / 2;
        int[] edges = new int[MOST_BINS];
        int bins = 1;
        double distance = STEP / 2;
        while (bins < MOST_BINS - 1 && hardening.codeDistance(distance, filterBits) < unrelated) {
            int edge = (int) Math.round(hardening.codeDistance(distance, filterBits));
            if (edge > edges[bins - 1]) {
                edges[bins++] = edge;
            }
            distance += Math.max(STEP, GROWTH * distance);
        }
        edges[bins++] = codeBits;
        return Arrays.copyOf(edges, bins);
    }

    private static void fill(double[][] chances, int distance, int[] upTo, Chain hardening, int filterBits) {
        double mean = hardening.codeDistance(distance, filterBits);
        double deviation = deviation(mean, distance, hardening, filterBits);
        double below = 0;
        for (int bin = 0; bin < upTo.length; bin++) {
            boolean all = mean == 0 || bin == upTo.length - 1;
            double upToHere = all ? 1 : normal((upTo[bin] + 0.5 - mean) / deviation);
            chances[bin][distance] = Math.max(FLOOR, upToHere - below);
            below = upToHere;
        }
    }

    /** Of code bits: the hardening's own noise, and what the sum of components leaves open of the distance. */
    private static double deviation(double mean, int distance, Chain hardening, int filterBits) {
        int codeBits = hardening.outputBits(filterBits);
        double correlation = 1 - 2 * mean / codeBits;
        double error = MODEL_ERROR * correlation * (1 - correlation) * codeBits / 2;
        double noise = Math.sqrt(mean * (codeBits - mean) / codeBits);
        if (distance < hardening.horizon(filterBits)) {
            double slope = hardening.codeDistance(distance + 0.5, filterBits)
                    - hardening.codeDistance(Math.max(0, distance - 0.5), filterBits);
            noise = hardening.filterDistanceDeviation(mean, filterBits) * slope;
        }
        return Math.max(0.5, Math.hypot(noise, error));
    }

    private static double[] mostBeyond(double[] chances) {
        double[] most = chances.clone();
        for (int distance = most.length - 2; distance >= 0; distance--) {
            most[distance] = Math.max(most[distance], most[distance + 1]);
        }
        return most;
    }

    private static int likeliest(double[] chances) {
        int best = 0;
        for (int distance = 1; distance < chances.length; distance++) {
            best = chances[distance] > chances[best] ? distance : best;
        }
        return best;
    }

    /** The filter distance at which a bin is likeliest. */
    int likeliest(int bin) {
        return likeliest[bin];
    }

    /** The bin of so many differing code bits. */
    int bin(int differing) {
        int at = Arrays.binarySearch(upTo, differing);
        return at >= 0 ? at : -at - 1;
    }

    /** The chance of a bin at a filter distance. */
    double chance(int bin, int distance) {
        return chances[bin][Math.min(distance, chances[bin].length - 1)];
    }

    /** The chance of a bin at each filter distance, which for greater ones is as at the last: shared, not to be written. */
    double[] chances(int bin) {
        return chances[bin];
    }

    /** The largest chance of a bin at each filter distance or any greater, likewise. */
    double[] mostBeyond(int bin) {
        return mostBeyond[bin];
    }

    /** The normal distribution function by Abramowitz and Stegun (1964), 26.2.17: within 7.5e-8. */
    private static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x > 0 ? 1 - tail : tail;
    }
}
