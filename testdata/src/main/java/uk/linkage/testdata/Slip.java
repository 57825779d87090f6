package uk.linkage.testdata;

import java.util.Locale;

/** What an entry can get wrong: the word that {@code slips.csv} has for it, whatever the provider and the rate. */
enum Slip {
    NUMBER_MISSING,
    NUMBER_MISTYPED,
    NUMBER_OF_ANOTHER,
    NAMES_SWAPPED,
    FORENAME_MISSING,
    FORENAME_DIFFERS,
    SURNAME_MISSING,
    SURNAME_CHANGED,
    SURNAME_MISSPELT,
    BORN_MISSING,
    BORN_DIFFERS,
    SEX_MISSING,
    SEX_DIFFERS,
    ADDRESS_MISSING,
    ADDRESS_STALE,
    POSTCODE_MISTYPED;

    /** Such as {@code surname changed}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
