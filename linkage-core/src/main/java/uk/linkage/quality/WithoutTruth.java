package uk.linkage.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How good a linkage is, as far as it can be told without a truth: precision, recall and F1 with intervals, or that they are undetermined and why.
 *
 * <p>Links are false as often as the model says; that is held against what pairs known to be of two people say. Pairs of one person are
 * the true links, those looked at and not linked, by their probabilities, and those that no rule found; the last is held against capture
 * and recapture. Where two ways to tell differ by more than {@value #MOST_APART}, nothing is claimed.
 *
 * <p>Intervals are not of chance alone, which is small, but of the model. On the labelled sets of {@code docs/quality.md} counts of false
 * links were up to {@value #FALSE_UP} times, and of missed pairs up to {@value #MISSED_UP} times what was estimated, and could be far less; so
 * the intervals reach that far, and {@value #FEW} pairs further for chance. Where one is wider than {@value #WIDEST} nothing is claimed.
 *
 * @param precision share of links that are of one person
 * @param recall share of pairs of one person that are links
 * @param f1 their harmonic mean
 * @param reasons why what is undetermined is so; empty where nothing is
 */
public record WithoutTruth(Estimate precision, Estimate recall, Estimate f1, List<String> reasons) {
    private static final double FALSE_UP = 3.5;
    private static final double MISSED_UP = 2.5;
    private static final double LEAST = 0.25;
    private static final double FEW = 3;
    private static final double MOST_APART = 0.02;
    private static final double WIDEST = 0.1;

    /** Copies the list. */
    public WithoutTruth {
        reasons = List.copyOf(reasons);
    }

    /**
     * What is expected of a linkage, in pairs.
     *
     * @param links how many links there are
     * @param falseLinks of these of two people, by the model
     * @param falseByStrangers the same by pairs known to be of two people; NaN where there are none
     * @param unlinked of one person among the pairs looked at and not linked
     * @param missed of one person that no rule found, by the model
     * @param missedByCapture at least so many by capture and recapture
     */
    public record Expected(
            long links,
            double falseLinks,
            double falseByStrangers,
            double unlinked,
            double missed,
            double missedByCapture) {

        private double recall(double falseLinks, double lost) {
            double right = Math.max(0, links - falseLinks);
            return right / Math.max(1, right + lost);
        }

        private double f1(double falseLinks, double lost) {
            double right = Math.max(0, links - falseLinks);
            return 2 * right / Math.max(1, links + right + lost);
        }
    }

    /** Nothing can be told. */
    public static WithoutTruth undetermined(List<String> reasons) {
        Estimate none = new Estimate.Undefined(String.join("; ", reasons));
        return new WithoutTruth(none, none, none, reasons);
    }

    /** What can be told. */
    public static WithoutTruth of(Expected expected) {
        List<String> reasons = new ArrayList<>(apart(expected.links, expected.falseLinks, expected.falseByStrangers));
        if (!reasons.isEmpty()) {
            return undetermined(reasons);
        }
        double few = FEW / Math.max(1, expected.links);
        double share = expected.falseLinks / expected.links;
        Estimate precision = determined("precision", 1 - share, 1 - FALSE_UP * share - few, 1 - LEAST * share, reasons);
        if (precision instanceof Estimate.Undefined) {
            return undetermined(reasons);
        }
        reasons.addAll(missedApart(expected));
        return new WithoutTruth(
                precision,
                reasons.isEmpty()
                        ? lossy("recall", expected::recall, expected, reasons)
                        : new Estimate.Undefined(reasons.get(0)),
                reasons.isEmpty()
                        ? lossy("F1", expected::f1, expected, reasons)
                        : new Estimate.Undefined(reasons.get(0)),
                reasons);
    }

    private interface Measure {
        double of(double falseLinks, double lost);
    }

    private static Estimate lossy(String name, Measure measure, Expected e, List<String> reasons) {
        double lost = e.unlinked + e.missed;
        return determined(
                name,
                measure.of(e.falseLinks, lost),
                measure.of(FALSE_UP * e.falseLinks + FEW, MISSED_UP * lost + FEW),
                measure.of(LEAST * e.falseLinks, LEAST * lost),
                reasons);
    }

    private static Estimate determined(String name, double value, double low, double high, List<String> reasons) {
        if (high - low > WIDEST) {
            String why = text("the interval of %s, %.3f to %.3f, is too wide", name, low, high);
            reasons.add(why);
            return new Estimate.Undefined(why);
        }
        return new Estimate.Measured(value, Math.max(0, low), high);
    }

    private static List<String> apart(long links, double byModel, double byStrangers) {
        return Math.abs(byModel - byStrangers) > MOST_APART * links
                ? List.of(text(
                        "false links are put at %.0f by the model and at %.0f by pairs of different people",
                        byModel, byStrangers))
                : List.of();
    }

    private static List<String> missedApart(Expected e) {
        double model = e.recall(e.falseLinks, e.unlinked + e.missed);
        double capture = e.recall(e.falseLinks, e.unlinked + e.missedByCapture);
        return Math.abs(model - capture) > MOST_APART
                ? List.of(text(
                        "pairs that no rule found are put at %.0f by the model and at %.0f by how many rules found the others",
                        e.missed, e.missedByCapture))
                : List.of();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
