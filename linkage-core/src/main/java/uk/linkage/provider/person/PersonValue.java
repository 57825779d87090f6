package uk.linkage.provider.person;

/**
 * A value of a person's record, held in its one canonical form, that cannot be printed by accident.
 *
 * <p>Promises that {@link #toString()} shows the type and nothing else, that two values are equal when their
 * type and canonical form are, and that {@link #reveal()} is the one way out, to be grepped for.
 *
 * <pre>{@code
 * PersonValue value = Postcode.parse(cell).orElseThrow();
 * log.info("read {}", value);              // read Postcode[…]
 * mac.update(value.reveal().getBytes(UTF_8));
 * }</pre>
 */
public abstract sealed class PersonValue
        permits NhsNumber, ChiNumber, PersonName, BirthDate, Sex, Postcode, PlainText, CodeText {

    private final String canonical;

    PersonValue(String canonical) {
        this.canonical = canonical;
    }

    /** The canonical text: the one way out. */
    public final String reveal() {
        return canonical;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof PersonValue value
                && value.getClass() == getClass()
                && value.canonical.equals(canonical);
    }

    @Override
    public final int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[…]";
    }
}
