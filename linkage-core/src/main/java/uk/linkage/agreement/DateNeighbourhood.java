package uk.linkage.agreement;

import java.util.Map;

/**
 * The day and those up to {@code days} before and after it, so that dates share the more tokens the nearer they are
 * (Vatsalan and Christen 2016). None of a date with an unknown part.
 *
 * @param days 1 to 31
 */
public record DateNeighbourhood(int days) implements Tokens {
    /** @throws IllegalArgumentException outside those bounds */
    public DateNeighbourhood {
        Faults.require(days >= 1 && days <= 31, "must have days from 1 to 31");
    }

    @Override
    public String kind() {
        return "date-neighbourhood";
    }

    @Override
    public boolean takes(FieldKind field) {
        return field == FieldKind.BIRTH_DATE;
    }

    @Override
    public boolean coarse() {
        return false;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("days", days);
    }

    @Override
    public String label() {
        return TokensJson.label(this);
    }
}
