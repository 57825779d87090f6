package uk.linkage.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stable field of the person that goes into every token of a view, so that equal names of people with unequal salts set
 * unrelated bits (Niedermeyer et al. 2014). It parts the people at the hub into those of one salt each: frequencies can
 * be seen within a part alone, and a slip in the salt hides a pair from the view.
 *
 * @param field the field's name
 * @param form what of it is taken
 */
public record Salt(String field, Form form) {

    /** What is taken of the salt's field. */
    public enum Form {
        /** The year of a date. */
        YEAR("year"),
        /** The normalised value. */
        WHOLE("whole");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        /** The name in the agreement file. */
        public String label() {
            return label;
        }

        /** The form of that name. */
        public static Optional<Form> ofLabel(String label) {
            return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
        }

        /** All names, for messages. */
        public static String labels() {
            return Arrays.stream(values()).map(Form::label).collect(Collectors.joining(", "));
        }
    }

    /** What is said of it in messages. */
    String use() {
        return "the " + form.label() + " " + field;
    }

    /** How well a field serves as a salt. */
    enum Fitness {
        /** Written down the same for life. */
        STABLE,
        /** It can be taken, but sources disagree on it, or few values part people too little. */
        RISKY,
        /** It cannot be taken in this form. */
        UNFIT
    }

    /** How well a field of this kind serves in this form. */
    Fitness fitness(FieldKind kind) {
        return switch (kind) {
            case BIRTH_DATE -> Fitness.STABLE;
            case SEX, CODE -> form == Form.WHOLE ? Fitness.RISKY : Fitness.UNFIT;
            case NHS_NUMBER, CHI_NUMBER, FORENAME, MIDDLE_NAME, SURNAME, POSTCODE, TEXT, IDENTIFIER -> Fitness.UNFIT;
        };
    }
}
