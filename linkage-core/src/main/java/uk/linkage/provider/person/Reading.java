package uk.linkage.provider.person;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading one cell of an extract: a value, nothing, or something that breaks a rule.
 *
 * <p>Promises that neither its text nor an error made from it shows what was in the cell: a {@link Missing}
 * carries a label, a {@link Faulty} the rule, and a {@link Present} prints as {@code Present[…]}. A {@link Partial}
 * is both: what is left of a value that breaks a rule as a whole.
 *
 * <pre>{@code
 * Reading<NhsNumber> reading = NhsNumber.read(cell);
 * reading.value().ifPresent(person::with);
 * if (reading instanceof Reading.Faulty<NhsNumber> faulty) rejects.add(line, "nhs_number", faulty.rule());
 * }</pre>
 *
 * @param <T> the type of the value
 */
public sealed interface Reading<T> {

    /** The value, if the cell held one. */
    Optional<T> value();

    /** The cell held a value, and it kept every rule. */
    record Present<T>(T found) implements Reading<T> {
        public Present {
            Objects.requireNonNull(found, "found");
        }

        @Override
        public Optional<T> value() {
            return Optional.of(found);
        }

        @Override
        public String toString() {
            return "Present[…]";
        }
    }

    /** The cell held nothing to match on; {@code why} is a short stable label to count by, such as "empty". */
    record Missing<T>(String why) implements Reading<T> {
        static final String EMPTY = "empty";
        static final String PLACEHOLDER = "placeholder";

        public Missing {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }

    /** The cell breaks a rule; {@code rule} ends the sentence "line 14: nhs_number …" and never quotes the cell. */
    record Faulty<T>(String rule) implements Reading<T> {
        public Faulty {
            Objects.requireNonNull(rule, "rule");
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }

    /**
     * The cell breaks a rule as a whole, and part of it makes sense all the same: 31 February is some day of February.
     *
     * @param found what is left
     * @param rule as in {@link Faulty}
     */
    record Partial<T>(T found, String rule) implements Reading<T> {
        public Partial {
            Objects.requireNonNull(found, "found");
            Objects.requireNonNull(rule, "rule");
        }

        @Override
        public Optional<T> value() {
            return Optional.of(found);
        }

        @Override
        public String toString() {
            return "Partial[rule=" + rule + "]";
        }
    }
}
