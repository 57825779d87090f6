package uk.linkage.provider.person;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.linkage.provider.person.Reading.Faulty;
import uk.linkage.provider.person.Reading.Missing;
import uk.linkage.provider.person.Reading.Present;

/**
 * Male or female, as any of the code families in use writes it.
 *
 * <p>Promises that every code which says neither is missing rather than a third value that would match
 * itself, and that a code of no known family is a fault. Sex carries little weight in matching.
 *
 * <pre>{@code
 * Sex.parse("2");          // Optional[Sex[…]]
 * Sex.read("9");           // Missing[why=not stated]
 * Sex.read("Q");           // Faulty[rule=is not a sex code]
 * }</pre>
 *
 * <p>"Not known" is 0, X, U and the words for it: nobody knows. "Not stated" is 8, 9, Z, I, O and the words:
 * recorded as not specified, indeterminate or other.
 *
 * <p>Source: NHS Data Dictionary, PERSON GENDER CODE CURRENT and PERSON STATED GENDER; FHIR R4 {@code
 * AdministrativeGender}; SAIL Databank.
 */
public final class Sex extends PersonValue {
    /** Male. */
    public static final Sex MALE = new Sex("MALE");

    /** Female. */
    public static final Sex FEMALE = new Sex("FEMALE");

    private static final Map<String, Sex> CODES =
            Map.of("1", MALE, "M", MALE, "MALE", MALE, "2", FEMALE, "F", FEMALE, "FEMALE", FEMALE);
    private static final Set<String> NOT_KNOWN = Set.of("0", "X", "U", "UNK", "UNKNOWN", "NOT KNOWN", "NK");
    private static final Set<String> NOT_STATED = Set.of(
            "8",
            "9",
            "Z",
            "I",
            "O",
            "OTHER",
            "INDETERMINATE",
            "INTERSEX",
            "UNSPECIFIED",
            "NOT SPECIFIED",
            "NOT STATED");

    private Sex(String canonical) {
        super(canonical);
    }

    /** Reads a cell: a sex, missing, or the rule it breaks. */
    public static Reading<Sex> read(String text) {
        Cell cell = Cell.of(text);
        String code = Folding.fold(cell.withoutDecimalZero());
        if (NOT_KNOWN.contains(code)) return new Missing<>("not known");
        return NOT_STATED.contains(code) ? new Missing<>("not stated") : cell.read(c -> decoded(code));
    }

    /** The sex, if the text says one. */
    public static Optional<Sex> parse(String text) {
        return read(text).value();
    }

    private static Reading<Sex> decoded(String code) {
        return CODES.containsKey(code) ? new Present<>(CODES.get(code)) : new Faulty<>("is not a sex code");
    }
}
