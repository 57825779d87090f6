package uk.linkage.testdata;

/** A front door: its line (number and street), post town and postcode; prints as {@code Address[…]}. */
record Address(String line, String town, String postcode) {
    /** The pseudo-postcode of the National Health Service for no fixed abode. */
    static final Address NO_FIXED_ABODE = new Address("NO FIXED ABODE", "", "ZZ99 3VZ");

    @Override
    public String toString() {
        return "Address[…]";
    }
}
