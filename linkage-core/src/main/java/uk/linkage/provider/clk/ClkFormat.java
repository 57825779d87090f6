package uk.linkage.provider.clk;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import uk.linkage.provider.person.Reading;

/** What a value has to look like, and the one text that its many spellings become. */
sealed interface ClkFormat {

    /** The text to make tokens of, or the rule that the value breaks. */
    Reading<String> read(String value);

    /** How tokens of it become bytes. */
    default ClkText text() {
        return ClkText.UTF_8;
    }

    private static Reading<String> unless(boolean faulty, String rule, String text) {
        return faulty ? new Reading.Faulty<>(rule) : new Reading.Present<>(text);
    }

    /** Text of a length, in code points, and a case; kept as it stands. */
    record Text(ClkText text, Case letters, int shortest, int longest) implements ClkFormat {
        @Override
        public Reading<String> read(String value) {
            int length = value.codePointCount(0, value.length());
            if (length < shortest || length > longest) {
                return new Reading.Faulty<>(
                        length < shortest
                                ? "has fewer than " + shortest + " characters"
                                : "has more than " + longest + " characters");
            }
            return unless(!letters.of.apply(value).equals(value), "is not in " + letters.label() + " case", value);
        }
    }

    /** The case of all letters of a text. */
    enum Case {
        UPPER(text -> text.toUpperCase(Locale.ROOT)),
        LOWER(text -> text.toLowerCase(Locale.ROOT)),
        MIXED(text -> text);

        private final UnaryOperator<String> of;

        Case(UnaryOperator<String> of) {
            this.of = of;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Text that a regular expression fits wholly; kept as it stands. */
    record Patterned(ClkText text, Pattern pattern) implements ClkFormat {
        @Override
        public Reading<String> read(String value) {
            return unless(!pattern.matcher(value).matches(), "does not fit the pattern of the schema", value);
        }
    }

    /** A whole number within bounds; plain decimal digits. */
    record Whole(Optional<BigInteger> least, Optional<BigInteger> most) implements ClkFormat {
        @Override
        public Reading<String> read(String value) {
            Optional<BigInteger> number = PythonNumber.whole(value);
            if (number.isEmpty()) {
                return new Reading.Faulty<>("is not a whole number");
            }
            if (least.isPresent() && number.get().compareTo(least.get()) < 0) {
                return new Reading.Faulty<>("is below " + least.get());
            }
            boolean above = most.isPresent() && number.get().compareTo(most.get()) > 0;
            return unless(
                    above,
                    "is above " + most.orElse(BigInteger.ZERO),
                    number.get().toString());
        }
    }

    /** A day in a format of C's strptime; as YYYYMMDD. */
    record Day(DayFormat format) implements ClkFormat {
        @Override
        public Reading<String> read(String value) {
            return format.read(value);
        }
    }

    /** One of a few texts; kept as it stands. */
    record Choice(Set<String> values) implements ClkFormat {
        Choice(List<String> values) {
            this(Set.copyOf(values));
        }

        @Override
        public Reading<String> read(String value) {
            return unless(!values.contains(value), "is not one of the values of the schema", value);
        }
    }
}
