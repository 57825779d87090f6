package uk.linkage.provider.tokenise;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;

/**
 * The tokens of padded pairs of letters, found by the two characters without making a text of them: a postcode and an
 * address have thirty pairs, and next to no two people have the same. Memory is bounded by the pairs of ASCII. One thread.
 *
 * <p>The plain twin that it is held against is {@link GramTexts#pairs}.
 */
final class PairTokens {
    private static final int ASCII = 1 << 7;
    private static final int UNKNOWN = -1;

    private final ToIntFunction<String> work;
    private final int[] known = new int[ASCII * ASCII];

    /** @param work numbers the tokens of a pair */
    PairTokens(ToIntFunction<String> work) {
        this.work = work;
        clear();
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

    /** Gives the number of each pair of a text that {@link #hasPlaces has places}. */
    void forEach(String text, IntConsumer consumer) {
        char before = GramTexts.PAD;
        for (int i = 0; i < text.length(); i++) {
            consumer.accept(number(before, text.charAt(i)));
            before = text.charAt(i);
        }
        if (!text.isEmpty()) {
            consumer.accept(number(before, GramTexts.PAD));
        }
    }

    /** Forgets all numbers. */
    void clear() {
        Arrays.fill(known, UNKNOWN);
    }

    private int number(char first, char second) {
        int place = first * ASCII + second;
        if (known[place] == UNKNOWN) {
            known[place] = work.applyAsInt("" + first + second);
        }
        return known[place];
    }
}
