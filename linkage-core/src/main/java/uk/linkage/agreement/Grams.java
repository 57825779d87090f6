package uk.linkage.agreement;

import java.util.Map;

/**
 * Neighbouring characters of the value without spaces: q-grams (Ukkonen 1992; in filters Schnell, Bachteler and Reiher
 * 2009). Padded ones begin before the value and end after it, so that its ends count. Positional ones are equal only at
 * the same place. With {@code skip}, pairs have up to so many characters between them: s-grams (Keskustalo et al.
 * 2003), which forgive a letter put in or left out.
 *
 * @param q characters, 1 to 4
 * @param padded whether {@code q - 1} marks stand before and after the value
 * @param positional whether a token says where it stands
 * @param skip the most characters between the two of a pair, 0 to 2; only of pairs
 */
public record Grams(int q, boolean padded, boolean positional, int skip) implements Tokens {
    /** @throws IllegalArgumentException outside those bounds */
    public Grams {
        Faults.require(q >= 1 && q <= 4, "must have q from 1 to 4");
        Faults.require(q > 1 || !padded, "must not be padded where q is 1");
        Faults.require(skip >= 0 && skip <= 2, "must have skip from 0 to 2");
        Faults.require(skip == 0 || q == 2, "must have q 2 to skip");
    }

    @Override
    public String kind() {
        return "grams";
    }

    @Override
    public boolean takes(FieldKind field) {
        return true;
    }

    @Override
    public boolean coarse() {
        return false;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("q", q, "padded", padded, "positional", positional, "skip", skip);
    }

    @Override
    public String label() {
        return TokensJson.label(this);
    }
}
