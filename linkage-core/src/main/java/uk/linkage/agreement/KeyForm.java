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
    CANONICAL("canonical");

    private final String label;

    KeyForm(String label) {
        this.label = label;
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
