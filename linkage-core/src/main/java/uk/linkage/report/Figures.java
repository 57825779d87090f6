package uk.linkage.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Numbers that are no counts, in figures that are the same everywhere. */
final class Figures {
    private Figures() {}

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A probability or a share with its interval, or that it is undetermined. */
    static String estimate(JsonNode estimate) {
        return estimate.has("value")
                ? share(estimate.path("value")) + " (" + share(estimate.path("low")) + " to "
                        + share(estimate.path("high")) + ")"
                : "undetermined";
    }

    static String share(JsonNode share) {
        return String.format(Locale.ROOT, "%.3f", share.asDouble());
    }

    /** A chance of a level, which can be very small. */
    static String chance(JsonNode chance) {
        return String.format(Locale.ROOT, "%.6f", chance.asDouble());
    }

    static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.2f", bits);
    }

    static String seconds(JsonNode seconds) {
        return String.format(Locale.ROOT, "%,.1f", seconds.asDouble());
    }

    /** To as many places as a chart can show, so that a page is the same wherever it is made. */
    static double rounded(double number) {
        return Math.round(number * 1e6) / 1e6;
    }

    /** Log-odds in bits of a probability; infinite where it is 1. */
    static double logOdds(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }
}
