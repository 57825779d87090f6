package uk.linkage.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How good a linkage is, as far as it can be told without a truth: precision, recall and F1 with intervals, or that they are undetermined and why.
 *
 * <p>How many links are false is told by the model and by pairs known to be of two people, and taken to lie halfway. Pairs of one person are
 * the true links, those looked at and not linked, by their probabilities, and those that no rule found; the last is held against capture
 * and recapture. Where two ways to tell differ by more than {@value #MOST_APART}, nothing is claimed.
 *
 * <p>Intervals are not of chance alone, which is small, but of the model. On the labelled sets of {@code docs/quality.md} counts of false
 * links were up to {@value #FALSE_UP} times, and of missed pairs up to {@value #MISSED_UP} times what was estimated, mostly, and could be far less; so
 * the intervals reach that far, and {@value #FEW} pairs further for chance. Where one is wider than {@value #WIDEST} nothing is claimed.
 *
 * @param precision share of links that are of one person
 * @param recall share of pairs of one person that are links
 * @param f1 their harmonic mean
 * @param reasons why what is undetermined is so; empty where nothing is
 */
public record WithoutTruth(Estimate precision, Estimate recall, Estimate f1, List<String> reasons) {
    private static final double FALSE_UP = 3.5;
    private static final double MISSED_UP = 3;
    private static final double LEAST = 0.25;
    private static final double FEW = 4;
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
     * @param falseByStrangers the same by pairs known to be of two people
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

        /** Both ways to tell are wrong in their own ways: halfway between them. */
        private double falseBelieved() {
            return (falseLinks + falseByStrangers) / 2;
        }

        private double falseAtLeast() {
            return LEAST * Math.min(falseLinks, falseByStrangers);
        }

        private double falseAtMost() {
            return FALSE_UP * Math.max(falseLinks, falseByStrangers) + FEW;
        }

        private double lost() {
            return unlinked + missed;
        }

        private double precision(double wrong) {
            return 1 - Math.min(1, wrong / links);
        }

        private double recall(double wrong, double lost) {
            double right = Math.max(0, links - wrong);
            return right / Math.max(1, right + lost);
        }

        private double f1(double wrong, double lost) {
            double right = Math.max(0, links - wrong);
            return 2 * right / Math.max(1, links + right + lost);
        }
    }

    /** Nothing can be told. */
    public static WithoutTruth undetermined(List<String> reasons) {
        Estimate none = new Estimate.Undefined(String.join("; ", reasons));
        return new WithoutTruth(none, none, none, reasons);
    }

    /** What can be told of some links. */
    public static WithoutTruth of(Expected expected) {
        List<String> reasons = new ArrayList<>(falseApart(expected));
        Estimate precision = told("precision", (wrong, lost) -> expected.precision(wrong), expected, reasons);
        reasons.addAll(missedApart(expected));
        Estimate recall = told("recall", expected::recall, expected, reasons);
        Estimate f1 = told("F1", expected::f1, expected, reasons);
        return new WithoutTruth(precision, recall, f1, reasons);
    }

    private interface Measure {
        double of(double wrong, double lost);
    }

    private static Estimate told(String name, Measure measure, Expected e, List<String> reasons) {
        return reasons.isEmpty()
                ? determined(
                        name,
                        measure.of(e.falseBelieved(), e.lost()),
                        measure.of(e.falseAtMost(), MISSED_UP * e.lost() + FEW),
                        measure.of(e.falseAtLeast(), LEAST * e.lost()),
                        reasons)
                : new Estimate.Undefined(String.join("; ", reasons));
    }

    private static Estimate determined(String name, double value, double low, double high, List<String> reasons) {
        if (high - low > WIDEST) {
            String why = text("the interval of %s, %.3f to %.3f, is too wide", name, low, high);
            reasons.add(why);
            return new Estimate.Undefined(why);
        }
        return new Estimate.Measured(value, low, high);
    }

    private static List<String> falseApart(Expected e) {
        return Math.abs(e.falseLinks - e.falseByStrangers) > MOST_APART * e.links
                ? List.of(text(
                        "false links are put at %.0f by the model and at %.0f by pairs of different people",
                        e.falseLinks, e.falseByStrangers))
                : List.of();
    }

    private static List<String> missedApart(Expected e) {
        double model = e.recall(e.falseBelieved(), e.lost());
        double capture = e.recall(e.falseBelieved(), e.unlinked + e.missedByCapture);
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
