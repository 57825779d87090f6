package uk.linkage.provider.extract;

/** What becomes of a row by opt-outs. */
enum Verdict {
    STAYS,
    /** It has no NHS Number, by which alone the national service can tell. */
    STAYS_UNCHECKED,
    OPTED_OUT_NATIONALLY,
    /** A number of it was not asked, so nothing is known of it. */
    NOT_CHECKED,
    OPTED_OUT_LOCALLY,
    NOT_OPTED_IN;

    boolean stays() {
        return this == STAYS || this == STAYS_UNCHECKED;
    }
}
