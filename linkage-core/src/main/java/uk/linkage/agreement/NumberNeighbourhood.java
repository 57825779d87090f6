package uk.linkage.agreement;

import java.util.Map;

/**
 * The step that a whole number is in and {@code count} steps below and above, so that numbers share the more tokens
 * the nearer they are (Vatsalan and Christen 2016). None of a code that is no number of up to 15 digits.
 *
 * @param step 1 to 1,000,000
 * @param count 1 to 31
 */
public record NumberNeighbourhood(int step, int count) implements Tokens {
    /** @throws IllegalArgumentException outside those bounds */
    public NumberNeighbourhood {
        Faults.require(step >= 1 && step <= 1_000_000, "must have step from 1 to 1000000");
        Faults.require(count >= 1 && count <= 31, "must have count from 1 to 31");
    }

    @Override
    public String kind() {
        return "number-neighbourhood";
    }

    @Override
    public boolean takes(FieldKind field) {
        return field == FieldKind.CODE;
    }

    @Override
    public boolean coarse() {
        return step > 1;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("step", step, "count", count);
    }

    @Override
    public String label() {
        return TokensJson.label(this);
    }
}
