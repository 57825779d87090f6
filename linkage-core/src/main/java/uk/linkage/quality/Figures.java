package uk.linkage.quality;

import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as people read them, the same in every locale. */
final class Figures {
    private Figures() {}

    /** A share to four places. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    static String share(OptionalDouble share) {
        return share.isPresent() ? share(share.getAsDouble()) : "undefined";
    }

    /** A probability to four places, or as many as it takes to tell it from 1 by two digits. */
    static String probability(double probability) {
        double digits = probability < 1 ? Math.ceil(-Math.log10(1 - probability)) + 1 : 0;
        return String.format(Locale.ROOT, "%." + (int) Math.max(4, Math.min(12, digits)) + "f", probability);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
