package uk.linkage.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a field holds, and so how it is read and normalised. */
public enum FieldKind {
    /** An NHS Number, checked by Modulus 11. */
    NHS_NUMBER("nhs-number"),
    /** A Scottish CHI number. */
    CHI_NUMBER("chi-number"),
    /** Given names. */
    FORENAME("forename"),
    /** Further given names, often left out. */
    MIDDLE_NAME("middle-name"),
    /** Family name. */
    SURNAME("surname"),
    /** A date of birth, in one column or three, whole or partial. */
    BIRTH_DATE("birth-date"),
    /** Sex or gender code. */
    SEX("sex"),
    /** A postcode of the United Kingdom. */
    POSTCODE("postcode"),
    /** Words: an address line, a town, an occupation. */
    TEXT("text"),
    /** A code that many people share, such as a foreign postcode: letters and digits. */
    CODE("code"),
    /** A reference that belongs to one person, such as a social security number: compared exactly. */
    IDENTIFIER("identifier");

    private final String label;

    FieldKind(String label) {
        this.label = label;
    }

    /** The name in the agreement file. */
    public String label() {
        return label;
    }

    /** Whether it holds a person's names. */
    public boolean isName() {
        return this == FORENAME || this == MIDDLE_NAME || this == SURNAME;
    }

    /** The kind of that name. */
    public static Optional<FieldKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }

    /** All names, for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(FieldKind::label).collect(Collectors.joining(", "));
    }
}
