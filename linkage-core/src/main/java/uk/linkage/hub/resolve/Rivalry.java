package uk.linkage.hub.resolve;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How likely each pair is when a record can have one partner only, so that pairs which share a record rule each other out.
 *
 * <pre>{@code
 * Rivalry rivalry = Rivalry.of(links, true, true);
 * double logOdds = rivalry.among(0); // of the heaviest link
 * double bits = rivalry.lead(0); // log2 of how many times likelier it is than its likeliest rival
 * }</pre>
 *
 * <p>Given are pairs with the odds {@code o} that each would have alone. Of a limited record's pairs at most one is true, so a pair beside
 * rivals of odds {@code o_j} has the probability {@code o / (1 + o + sum o_j)}. But a pair has two records, and its rivals have
 * further records, which may be as good as taken by pairs that are much likelier; such rivals must not count. All of it comes out when
 * whole sets of pairs are weighed: every set in which no limited record occurs twice, by the product of its odds. The probability of a
 * pair is the share of those that hold it.
 *
 * <p>Pairs that share records fall into components, nearly all of them small. Those are summed exactly ({@link PairSets}), the others by
 * belief propagation ({@link Messages}), which is exact too where a component has no ring. A record is limited where the other
 * side's provider holds a person once; one that is not has no rivals. The answer depends on the set of links alone. Immutable.
 */
public final class Rivalry {
    /** Odds beyond it, either way, make no difference, and their products would not be finite. */
    static final double MOST_BITS = 500;

    private final double[] among;
    private final double[] lead;

    private Rivalry(double[] among, double[] lead) {
        this.among = among;
        this.lead = lead;
    }

    /**
     * Weighs pairs against each other.
     *
     * @param alone pairs, weighing the log-odds in bits that each would have without rivals; those too unlikely to be one may be left out
     * @param onceLeft whether the left provider holds a person once, so that right records have one partner
     * @param onceRight likewise
     */
    public static Rivalry of(Links alone, boolean onceLeft, boolean onceRight) {
        double[] among = IntStream.range(0, alone.size())
                .mapToDouble(link -> bounded(alone.weight(link)))
                .toArray();
        Components components = Components.of(alone);
        for (int component = 0; component < components.count() && (onceLeft || onceRight); component++) {
            if (components.records(component) > 2) {
                settle(alone, components.links(component), onceLeft, onceRight, among);
            }
        }
        return new Rivalry(among, lead(alone, onceLeft, onceRight, among));
    }

    /** Log-odds in bits of a link among its rivals, by its place among the links given. */
    public double among(int link) {
        return among[link];
    }

    /** Binary logarithm of how many times likelier the link is than its likeliest rival; infinite where it has none. */
    public double lead(int link) {
        return lead[link];
    }

    private static void settle(Links all, int[] chosen, boolean onceLeft, boolean onceRight, double[] among) {
        Links links = all.at(chosen);
        double[] bits = onceLeft && onceRight && PairSets.areFew(links)
                ? PairSets.logOdds(links)
                : Messages.logOdds(links, onceLeft, onceRight);
        for (int i = 0; i < chosen.length; i++) {
            among[chosen[i]] = bounded(bits[i]);
        }
    }

    static double bounded(double bits) {
        return Math.max(-MOST_BITS, Math.min(MOST_BITS, bits));
    }

    private static double[] lead(Links links, boolean onceLeft, boolean onceRight, double[] among) {
        double[] likely = Arrays.stream(among)
                .map(bits -> -Math.log1p(Math.pow(2, -bits)) / Math.log(2))
                .toArray();
        double[] lead = new double[among.length];
        Arrays.fill(lead, Double.POSITIVE_INFINITY);
        if (onceRight) {
            lower(lead, LinksOf.lefts(links), likely);
        }
        if (onceLeft) {
            lower(lead, LinksOf.rights(links), likely);
        }
        return lead;
    }

    /** Lowers each link's lead to what it has over the likeliest other one of its record. */
    private static void lower(double[] lead, LinksOf records, double[] likely) {
        for (int record = 0; record < records.count(); record++) {
            int[] own = records.links(record);
            double[] sorted = Arrays.stream(own)
                    .mapToDouble(link -> likely[link])
                    .sorted()
                    .toArray();
            for (int i = 0; own.length > 1 && i < own.length; i++) {
                boolean first = likely[own[i]] == sorted[own.length - 1];
                double rival = sorted[own.length - (first ? 2 : 1)];
                lead[own[i]] = Math.min(lead[own[i]], likely[own[i]] - rival);
            }
        }
    }
}
