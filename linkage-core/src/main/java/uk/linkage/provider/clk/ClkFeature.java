package uk.linkage.provider.clk;

import java.util.List;
import java.util.Optional;
import uk.linkage.provider.person.Reading;

/** One column of the extract, in the schema's order. */
sealed interface ClkFeature {

    /** The column's name in the header. */
    String identifier();

    /** A column that leaves no trace in a CLK, but for the keys that are derived for it and not used. */
    record Ignored(String identifier) implements ClkFeature {}

    /**
     * A column that goes into CLKs.
     *
     * @param missing what stands for a missing value, if anything does
     */
    record Encoded(
            String identifier,
            ClkFormat format,
            ClkComparison comparison,
            ClkStrategy strategy,
            ClkHashing hashing,
            Optional<Missing> missing)
            implements ClkFeature {

        /** The tokens of a value, or the rule that it breaks. What stands for a missing value is not held to the format. */
        Reading<List<String>> tokens(String value) {
            if (missing.isPresent() && missing.get().sentinel().equals(value)) {
                return comparison.tokens(missing.get().replacement());
            }
            Reading<String> read =
                    format.text().canWrite(value) ? format.read(value) : new Reading.Faulty<>(unwritable());
            return read instanceof Reading.Faulty<String> faulty
                    ? new Reading.Faulty<>(faulty.rule())
                    : comparison.tokens(read.value().orElseThrow());
        }

        /** Why what stands for a missing value cannot be encoded. */
        Optional<String> fault(Missing missing) {
            if (!format.text().canWrite(missing.replacement())) {
                return Optional.of(unwritable());
            }
            return comparison.tokens(missing.replacement()) instanceof Reading.Faulty<List<String>> faulty
                    ? Optional.of(faulty.rule())
                    : Optional.empty();
        }

        private String unwritable() {
            return "cannot be written as " + format.text().label();
        }
    }

    /** A text that stands for a missing value, and the text to encode in its place. */
    record Missing(String sentinel, String replacement) {}
}
