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

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
