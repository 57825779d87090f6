package uk.linkage.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a field holds, and so how it is read and normalised. */
public enum FieldKind {
    /** An NHS Number, checked by Modulus 11. */
    NHS_NUMBER("nhs-number", 10),
    /** A Scottish CHI number. */
    CHI_NUMBER("chi-number", 10),
    /** Given names. */
    FORENAME("forename", 6),
    /** Further given names, often left out. */
    MIDDLE_NAME("middle-name", 6),
    /** Family name. */
    SURNAME("surname", 7),
    /** A date of birth, in one column or three, whole or partial. */
    BIRTH_DATE("birth-date", 10),
    /** Sex or gender code. */
    SEX("sex", 5),
    /** A postcode of the United Kingdom. */
    POSTCODE("postcode", 7),
    /** Words: an address line, a town, an occupation. */
    TEXT("text", 15),
    /** A code that many people share, such as a foreign postcode: letters and digits. */
    CODE("code", 6),
    /** A reference that belongs to one person, such as a social security number: compared exactly. */
    IDENTIFIER("identifier", 10);

    private final String label;
    private final int typicalLength;

    FieldKind(String label, int typicalLength) {
        this.label = label;
        this.typicalLength = typicalLength;
    }

    /** The name in the agreement file. */
    public String label() {
        return label;
    }

    /** How many characters a joined value has, by and large: what expectations of filters are worked out from. */
    int typicalLength() {
        return typicalLength;
    }

    /** Whether it holds a person's names. */
    public boolean isName() {
        return this == FORENAME || this == MIDDLE_NAME || this == SURNAME;
    }

    /** Whether it is a number or reference that belongs to one person. */
    public boolean isNumber() {
        return this == NHS_NUMBER || this == CHI_NUMBER || this == IDENTIFIER;
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
