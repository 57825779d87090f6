package uk.linkage.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of a field, or of several together, that goes into a match key. */
public enum KeyForm {
    /** The normalised value. */
    WHOLE("whole"),
    /** The letters of the given fields in alphabetical order: survives swapped names (ONS "alphaname"). */
    SORTED_LETTERS("sorted-letters"),
    /** The first letter. */
    INITIAL("initial"),
    /** Russell Soundex of the name. */
    SOUNDEX("soundex"),
    /** The full form of a pet name. */
    CANONICAL("canonical"),
    /** Day and month of a date, the smaller number first: survives a wrong year and swapped day and month. */
    DAY_MONTH("day-month"),
    /** Day and year of a date. */
    DAY_YEAR("day-year"),
    /** Month and year of a date. */
    MONTH_YEAR("month-year"),
    /** Year of a date. */
    YEAR("year"),
    /** A postcode without its last two letters. */
    SECTOR("sector"),
    /** The outward part of a postcode. */
    DISTRICT("district"),
    /** The output for a person number of a pseudorandom function whose key nobody holds whole (RFC 9497). */
    OPRF("oprf");

    private final String label;

    KeyForm(String label) {
        this.label = label;
    }

    /** Whether the form can be taken of a field of this kind. */
    public boolean takes(FieldKind kind) {
        return switch (this) {
            case WHOLE -> true;
            case SORTED_LETTERS, SOUNDEX, CANONICAL -> kind == FieldKind.FORENAME || kind == FieldKind.SURNAME;
            case INITIAL -> kind.isName();
            case DAY_MONTH, DAY_YEAR, MONTH_YEAR, YEAR -> kind == FieldKind.BIRTH_DATE;
            case SECTOR, DISTRICT -> kind == FieldKind.POSTCODE;
            case OPRF -> kind == FieldKind.NHS_NUMBER || kind == FieldKind.CHI_NUMBER;
        };
    }

    /** The name in the agreement file. */
    public String label() {
        return label;
    }

    /** The form of that name. */
    public static Optional<KeyForm> ofLabel(String label) {
        return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(KeyForm::label).collect(Collectors.joining(", "));
    }
}
