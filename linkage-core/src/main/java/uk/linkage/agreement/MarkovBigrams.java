package uk.linkage.agreement;

import java.util.Map;

/**
 * Padded pairs, and for each of them the {@code chain} likeliest to follow it in the names of a public list, so that
 * a filter shows pairs that the name does not have (Schnell and Borgs 2018, "Protecting record linkage identifiers
 * using a language model for patient names").
 *
 * @param chain 1 to 3
 */
public record MarkovBigrams(int chain) implements Tokens {
    /** @throws IllegalArgumentException outside those bounds */
    public MarkovBigrams {
        Faults.require(chain >= 1 && chain <= 3, "must have chain from 1 to 3");
    }

    @Override
    public String kind() {
        return "markov-bigrams";
    }

    @Override
    public boolean takes(FieldKind field) {
        return field.isName();
    }

    @Override
    public boolean coarse() {
        return false;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("chain", chain);
    }

    @Override
    public String label() {
        return TokensJson.label(this);
    }
}
