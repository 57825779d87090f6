package uk.linkage.agreement;

import java.util.Map;
import java.util.Optional;

/**
 * How the value of a field becomes tokens of a filter. Each kind answers for itself what it is called, what is chosen
 * about it and which fields it takes. The byte-exact rules are in section 9 of {@code docs/format.md}.
 *
 * <pre>{@code
 * new Feature("forename", Tokens.BIGRAMS, 8);
 * new Feature("birth_date", new DateNeighbourhood(3), 6);
 * }</pre>
 *
 * <p>In the file it is a word where there is one, such as {@code bigrams}, else an object with the kind and all that is
 * chosen. Each has one spelling, so that equal agreements have equal fingerprints.
 */
public sealed interface Tokens
        permits PlainTokens, Grams, DateNeighbourhood, NumberNeighbourhood, CodeHierarchy, Phonetic, MarkovBigrams {
    // No default methods: with them the constants could be asked for before they are there.

    /** The whole value. */
    Tokens WHOLE = PlainTokens.WHOLE;

    /** Pairs of neighbouring characters of the value without spaces, padded with {@code _} at both ends. */
    Tokens BIGRAMS = new Grams(2, true, false, 0);

    /** Year, month, day and their three pairs. */
    Tokens DATE_PARTS = PlainTokens.DATE_PARTS;

    /** House numbers. */
    Tokens NUMBERS = PlainTokens.NUMBERS;

    /** Street names. */
    Tokens LETTERS = PlainTokens.LETTERS;

    /** What it is called in the agreement file. */
    String kind();

    /** What is chosen, by its name in the file: whole numbers, truth values, words and lists of whole numbers. */
    Map<String, Object> parameters();

    /** Whether it takes fields of this kind. */
    boolean takes(FieldKind field);

    /** Whether many values share these tokens, so that a field taken so alone tells less than its kind does. */
    boolean coarse();

    /** How it stands in the agreement: its word, else the canonical JSON of its object. No two have the same. */
    String label();

    /** The tokens of that word. */
    static Optional<Tokens> ofLabel(String word) {
        return TokensJson.ofWord(word);
    }

    /** All words and kinds, for messages. */
    static String labels() {
        return TokensJson.labels();
    }
}
