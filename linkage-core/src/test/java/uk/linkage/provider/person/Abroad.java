package uk.linkage.provider.person;

import java.util.Locale;

/** Runs a piece of a test on a machine set to Turkish, where the upper case of i is İ and not I. */
final class Abroad {
    private Abroad() {}

    static void inTurkish(Runnable piece) {
        Locale home = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            piece.run();
        } finally {
            Locale.setDefault(home);
        }
    }
}
