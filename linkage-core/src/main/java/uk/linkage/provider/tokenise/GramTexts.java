package uk.linkage.provider.tokenise;

import java.util.ArrayList;
import java.util.List;
import uk.linkage.agreement.Grams;

/** The grams of a text, character by character (a code point each). */
final class GramTexts {
    /** Stands before and after a padded text; no normal form holds it. */
    static final char PAD = '_';

    /** Stands for each character that a pair skips; no normal form holds it. */
    private static final String SKIPPED = "*";

    private static final Grams PAIRS = new Grams(2, true, false, 0);

    private GramTexts() {}

    /** Padded pairs: {@code JANE} gives {@code _J JA AN NE E_}. */
    static List<String> pairs(String text) {
        return of(text, PAIRS);
    }

    /** None of an empty text; the text itself where it is shorter than a gram. */
    static List<String> of(String text, Grams grams) {
        List<String> texts = new ArrayList<>(text.length() + 1);
        if (!text.isEmpty()) {
            String pad = grams.padded() ? Character.toString(PAD).repeat(grams.q() - 1) : "";
            int[] padded = (pad + text + pad).codePoints().toArray();
            for (int skip = 0; skip <= grams.skip(); skip++) {
                add(texts, padded, skip, grams);
            }
        }
        return texts;
    }

    private static void add(List<String> texts, int[] padded, int skip, Grams grams) {
        int length = skip == 0 ? Math.min(grams.q(), padded.length) : 2 + skip;
        for (int i = 0; i + length <= padded.length; i++) {
            String place = grams.positional() ? i + 1 + ":" : "";
            texts.add(place + (skip == 0 ? new String(padded, i, length) : apart(padded, i, skip)));
        }
    }

    private static String apart(int[] padded, int from, int skip) {
        return Character.toString(padded[from]) + SKIPPED.repeat(skip) + Character.toString(padded[from + skip + 1]);
    }
}
