package uk.linkage.provider.tokenise;

import java.util.function.Consumer;
import java.util.function.Function;
import uk.linkage.bloom.KeyedToken;

/**
 * The tokens of padded pairs of letters, found by the two characters without making a text of them: a postcode and an
 * address have thirty pairs, and next to no two people have the same. Memory is bounded by the pairs of ASCII. One thread.
 *
 * <p>The plain twin that it is held against is {@link GramTexts#pairs}.
 */
final class PairTokens {
    private static final int ASCII = 1 << 7;

    private final Function<String, KeyedToken[]> work;
    private final KeyedToken[][] known = new KeyedToken[ASCII * ASCII][];

    /** @param work makes the tokens of a pair, for each view one */
    PairTokens(Function<String, KeyedToken[]> work) {
        this.work = work;
    }

    /** Whether all pairs of a text have their place. */
    static boolean hasPlaces(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Gives the tokens of each pair of a text that {@link #hasPlaces has places}. */
    void forEach(String text, Consumer<KeyedToken[]> consumer) {
        char before = GramTexts.PAD;
        for (int i = 0; i < text.length(); i++) {
            consumer.accept(of(before, text.charAt(i)));
            before = text.charAt(i);
        }
        if (!text.isEmpty()) {
            consumer.accept(of(before, GramTexts.PAD));
        }
    }

    private KeyedToken[] of(char first, char second) {
        int place = first * ASCII + second;
        if (known[place] == null) {
            known[place] = work.apply("" + first + second);
        }
        return known[place];
    }
}
