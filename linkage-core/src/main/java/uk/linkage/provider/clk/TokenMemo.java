package uk.linkage.provider.clk;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What tokens hash to, kept within a bound: names have few bigrams, exact values have no end. */
final class TokenMemo {
    private static final int MOST_NUMBERS = 1 << 20;
    private static final int MOST_TOKENS = 1 << 15;

    private final Map<String, int[]> known = new HashMap<>();
    private int numbers;

    /** The numbers of a token, at least so many. */
    int[] of(String token, int least, Function<String, int[]> hash) {
        int[] there = known.get(token);
        return there != null && there.length >= least ? there : remember(token, hash.apply(token));
    }

    private int[] remember(String token, int[] hashed) {
        numbers += hashed.length;
        if (numbers > MOST_NUMBERS || known.size() >= MOST_TOKENS) {
            known.clear();
            numbers = hashed.length;
        }
        known.put(token, hashed);
        return hashed;
    }
}
